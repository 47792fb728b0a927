// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/demo_simulator.h"

#include "core/model/error_codes.h"

#include <QCoreApplication>

#include <chrono>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds StartLimit = std::chrono::seconds(15);
constexpr qsizetype MaxLineLength = 4096;

Error notStarted(const QString &reason)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::DemoUnavailable),
        u"The demo's agents could not be started: %1 Reinstall Renum, or connect to a Suna "
        u"server."_s.arg(reason),
        { { u"reason"_s, reason } } };
}

QString programOf(const DemoConnection &options)
{
    if (!options.simulatorProgram.isEmpty())
        return options.simulatorProgram;
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/suna-sim.exe"_s;
#else
    return QCoreApplication::applicationDirPath() + u"/suna-sim"_s;
#endif
}

} // namespace

DemoSimulator::DemoSimulator(DemoConnection options, Clock *clock, QObject *keeper)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_keeper(keeper)
    , m_process(new QProcess(this))
{
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &DemoSimulator::readLine);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_address.set(notStarted(QString(m_process->errorString() + u'.')));
    });
    connect(m_process, &QProcess::finished, this, &DemoSimulator::ended);
}

DemoSimulator::~DemoSimulator()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    // It holds nothing worth saving; it is gone for good once the system says so.
    m_process->setParent(m_keeper);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    m_process->kill();
}

QStringList DemoSimulator::arguments() const
{
    QStringList arguments { u"--port"_s, u"0"_s, u"--profile"_s, u"v3"_s, u"--exit-with-stdin"_s };
    if (!m_options.scenarioFile.isEmpty())
        arguments << u"--scenario"_s << m_options.scenarioFile;
    if (m_options.speed != 1.0)
        arguments << u"--speed"_s << QString::number(m_options.speed);
    return arguments;
}

QCoro::Task<Result<QUrl>> DemoSimulator::start(std::stop_token stop)
{
    const OneShot<Result<QUrl>> address = m_address;
    const std::stop_callback onStop(stop, [address] { address.set(cancelledError()); });
    const auto limit = m_clock->startTimer(StartLimit,
        [address] { address.set(notStarted(u"the simulator did not say where it listens."_s)); });
    m_process->start(programOf(m_options), arguments());
    co_return co_await address;
}

void DemoSimulator::readLine()
{
    m_output += m_process->readAllStandardOutput();
    if (m_running)
        m_output.clear(); // what it says later is for nobody
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0 && m_output.size() > MaxLineLength)
        m_address.set(notStarted(u"the simulator said something unexpected."_s));
    if (end < 0)
        return;
    const QByteArray line = m_output.left(end).trimmed();
    const QByteArray prefix = "listening ";
    const QUrl url(QString::fromUtf8(line.mid(prefix.size())));
    if (!line.startsWith(prefix) || !url.isValid() || url.port() <= 0) {
        m_address.set(notStarted(u"the simulator said something unexpected."_s));
        return;
    }
    m_running = true;
    m_address.set(url);
}

void DemoSimulator::ended()
{
    const Error error = notStarted(u"the simulator ended."_s);
    m_address.set(error);
    if (m_running)
        emit died(error);
}

} // namespace renum
