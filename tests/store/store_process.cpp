// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_process.h"

#include <sys/stat.h>

#include <QFile>

namespace renum::test {

namespace {

constexpr int Patience = 30000;

} // namespace

StoreProcess::StoreProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(RENUM_STORE_DRIVER), arguments, QIODevice::ReadOnly);
}

StoreProcess::StoreProcess(QStringList wrapper, const QStringList &arguments)
{
    const QString program = wrapper.takeFirst();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program,
        wrapper + QStringList { QStringLiteral(RENUM_STORE_DRIVER) } + arguments,
        QIODevice::ReadOnly);
}

StoreProcess::~StoreProcess()
{
    kill();
}

QString StoreProcess::nextLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(Patience))
            break;
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

bool StoreProcess::endsWell()
{
    const bool ended
        = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(Patience);
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

void StoreProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(Patience);
}

void StoreProcess::setMode(const QString &path, int mode)
{
    ::chmod(QFile::encodeName(path).constData(), mode_t(mode));
}

} // namespace renum::test
