// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the desktop takes from the start of its process to a window that can be used, with 100
// teams stored, beside an empty window of Qt, and how much memory it then has for itself (its
// proportional set size). Both take turns; every figure is a median. The windows are shown on the
// display, when there is one, else offscreen; QT_QPA_PLATFORM decides otherwise. Prints one JSON
// object.
//
//   bench_desktop_start [DESKTOP [EMPTY_WINDOW]]

#include "core/net/task_scope.h"
#include "core/store/store.h"
#include "core/workspace/template_catalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 11;
constexpr int StoredTeams = 100;
constexpr std::chrono::seconds Patience { 60 };
/// What a start leaves to be done is done then.
constexpr std::chrono::milliseconds Rest { 1500 };
constexpr auto Usable = "the window can be used";

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(1);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

// --- what is stored ----------------------------------------------------------------------------

Team teamOf(const TeamTemplate &source, int number)
{
    QHash<QString, AgentId> agents;
    for (const TemplateSlot &slot : source.slotList)
        agents.insert(slot.slot, AgentId(slot.slot));
    const Result<TeamDraft> draft
        = fillTemplate(source, u"%1 %2"_s.arg(source.name).arg(number), agents);
    if (!draft)
        fail(draft.error().message);
    Team team;
    team.id = TeamId(u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0')));
    team.name = draft->name;
    team.description = draft->description;
    team.workflow = draft->workflow;
    team.config = draft->config;
    for (const WorkflowAgent &agent : team.workflow.agents)
        team.agentIds.push_back(agent.agentId);
    team.createdAt = fromMicroseconds(1'770'000'000'000'000 + number);
    team.updatedAt = team.createdAt;
    return team;
}

QCoro::Task<> insertTeams(Store *store, QList<TeamTemplate> sources, QEventLoop *loop)
{
    for (int i = 0; i < StoredTeams; ++i) {
        const Team team = teamOf(sources.at(i % sources.size()), i);
        const Result<void> inserted = co_await store->insertTeam(team);
        if (!inserted)
            fail(inserted.error().message);
    }
    loop->quit();
}

void storeTeams(const QString &file)
{
    const Result<QList<TeamTemplate>> sources = builtInTemplates();
    if (!sources)
        fail(sources.error().message);
    SystemClock clock;
    const Result<std::unique_ptr<Store>> store = Store::open({ file }, &clock);
    if (!store)
        fail(store.error().message);
    QEventLoop loop;
    TaskScope tasks;
    tasks.start(insertTeams(store->get(), *sources, &loop));
    loop.exec();
}

/// Empty: the one that Qt chooses where there is a display.
QString platform()
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return qEnvironmentVariable("QT_QPA_PLATFORM");
    const bool hasDisplay = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    return hasDisplay ? QString() : u"offscreen"_s;
}

// --- programs ----------------------------------------------------------------------------------

/// One start of a program, until its window can be used and, when asked, has rested.
class Start {
public:
    Start(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (const QString name = platform(); !name.isEmpty())
            environment.insert(u"QT_QPA_PLATFORM"_s, name);
        // As in every session of a desktop; without it Qt complains, and complaining takes its
        // time.
        if (!environment.contains(u"XDG_RUNTIME_DIR"_s))
            environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        environment.insert(u"QT_LOGGING_RULES"_s, u"renum.desktop.start.debug=true"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setReadChannel(QProcess::StandardError);
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_loop, [this] {
            m_errors += m_process.readAllStandardError();
            if (m_errors.contains(Usable))
                m_loop.quit();
        });
        QObject::connect(&m_process, &QProcess::finished, &m_loop, [this] { m_loop.exit(1); });
        QObject::connect(&m_process, &QProcess::errorOccurred, &m_loop, [this] { m_loop.exit(1); });
        QElapsedTimer timer;
        timer.start();
        QTimer::singleShot(Patience, &m_loop, [this] { m_loop.exit(1); });
        m_process.start(program, arguments);
        if (m_loop.exec() != 0)
            fail(u"%1 shows no window:\n%2"_s.arg(program, QString::fromUtf8(m_errors)));
        m_milliseconds = double(timer.nsecsElapsed()) / 1e6;
    }
    ~Start()
    {
        m_process.disconnect();
        m_process.terminate();
        if (!m_process.waitForFinished())
            m_process.kill();
    }
    Start(const Start &) = delete;
    Start &operator=(const Start &) = delete;

    [[nodiscard]] double milliseconds() const { return m_milliseconds; }

    /// In MiB, once the program has nothing more to do.
    [[nodiscard]] double proportionalMemory()
    {
        QTimer::singleShot(Rest, &m_loop, &QEventLoop::quit);
        m_loop.exec();
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            fail(u"%1 cannot be read"_s.arg(file.fileName()));
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.simplified().split(' ').at(1).toDouble() / 1024;
        }
        fail(u"%1 names no Pss"_s.arg(file.fileName()));
    }

private:
    QEventLoop m_loop;
    QTemporaryDir m_runtime;
    QProcess m_process;
    QByteArray m_errors;
    double m_milliseconds = 0;
};

struct Figures {
    std::vector<double> milliseconds;
    std::vector<double> mebibytes;

    void add(Start &&start)
    {
        milliseconds.push_back(start.milliseconds());
        mebibytes.push_back(start.proportionalMemory());
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString desktop = arguments.value(1, QStringLiteral(RENUM_DESKTOP));
    const QString empty = arguments.value(2, QStringLiteral(EMPTY_WINDOW));
    const QTemporaryDir folder;
    storeTeams(folder.filePath(u"renum.db"_s));
    const QStringList options { u"--data-dir"_s, folder.path(), u"--page"_s, u"teams"_s };

    Figures ours;
    Figures floor;
    std::vector<double> ratio;
    Start(empty, {}); // the libraries are read from the disk once
    Start(desktop, options);
    for (int round = 0; round < Rounds; ++round) {
        floor.add(Start(empty, {}));
        ours.add(Start(desktop, options));
        ratio.push_back(ours.milliseconds.back() / floor.milliseconds.back());
    }
    const QString shownOn = platform();
    const Json report { { "benchmark", "desktop_start" }, { "rounds", Rounds },
        { "platform", toJson(shownOn.isEmpty() ? u"display"_s : shownOn) },
        { "stored_teams", StoredTeams },
        { "start",
            { { "milliseconds", median(ours.milliseconds) },
                { "empty_window_milliseconds", median(floor.milliseconds) },
                { "ratio", median(ratio) }, { "goal_at_most", 3 } } },
        { "proportional_set_size",
            { { "mebibytes", median(ours.mebibytes) },
                { "empty_window_mebibytes", median(floor.mebibytes) }, { "goal_below", 95 } } } };
    std::printf("%s\n", report.dump(2).c_str());
    return 0;
}
