// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "talking_suna.h"

#include "bench_figures.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace renum::bench {

using namespace Qt::StringLiterals;

namespace {

/// What a stream has to say besides that of the measurement: until all stream.
constexpr int SpareSeconds = 40;
constexpr int FilesBesideStreams = 300;
constexpr double MiB = 1024.0 * 1024.0;

void writeScenario(const QString &path, int agents, int seconds)
{
    const QString words
        = u"words "_s.repeated(int(TalkingSuna::LettersPerSecond * (seconds + SpareSeconds) / 6));
    Json list = Json::array();
    for (int i = 0; i < agents; ++i) {
        const std::string id = "agent-" + std::to_string(i);
        list.push_back({ { "agent_id", id }, { "name", id },
            { "responses", { { { "steps", { { { "text", toJson(words) } } } } } } } });
    }
    const Json scenario { { "version", 1 },
        { "defaults",
            { { "chars_per_second", TalkingSuna::LettersPerSecond }, { "jitter", 0 },
                { "first_token_ms", 0 } } },
        { "agents", list } };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(canonicalJson(scenario)) < 0)
        fail(u"The scenario cannot be written."_s);
}

} // namespace

TalkingSuna::TalkingSuna(const QString &folder, int agents, int seconds)
{
    const QString scenario = folder + "/scenario.json"_L1;
    writeScenario(scenario, agents, seconds);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SUNA_SIM),
        { u"--scenario"_s, scenario, u"--seed"_s, u"1"_s, u"--exit-with-stdin"_s });
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead())
            fail(u"The simulator does not start."_s);
    }
    m_url = QUrl(QString::fromUtf8(m_process.readLine()).section(u' ', 1).trimmed());
}

TalkingSuna::~TalkingSuna()
{
    m_process.kill();
    m_process.waitForFinished();
}

double TalkingSuna::processorSeconds() const
{
    QFile file(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        fail(u"The simulator has ended."_s);
    const QByteArray all = file.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.at(11).toDouble() + fields.at(12).toDouble();
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

void allowFiles(int streams)
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t wanted = rlim_t(streams) + FilesBesideStreams;
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    if (limit.rlim_cur < wanted || ::setrlimit(RLIMIT_NOFILE, &limit) != 0) {
        fail(u"%1 streams need %2 open files, the limit is %3. Raise it (ulimit -n) or ask for "
             "fewer (--streams)."_s.arg(streams)
                 .arg(wanted)
                 .arg(limit.rlim_max));
    }
}

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        fail(u"/proc/self/statm cannot be read."_s);
    return file.readAll().split(' ').at(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / MiB;
}

void runLoopFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace renum::bench
