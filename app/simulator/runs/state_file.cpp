// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/state_file.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcState, "renum.simulator.state", QtInfoMsg)

/// What a stream adds is written at most this often.
constexpr std::chrono::milliseconds WriteSoon { 200 };
constexpr qint64 MaxStateBytes = 1024LL * 1024 * 1024;
constexpr int MaxStateDepth = 32;

Error stateError(const char *code, const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message };
}

} // namespace

StateFile::StateFile(Clock *clock, Service *service, QString path)
    : m_clock(clock)
    , m_service(service)
    , m_path(std::move(path))
{
}

Result<void> StateFile::load()
{
    QFile file(m_path);
    m_loaded = !file.exists();
    if (m_loaded)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return stateError(code::FileUnreadable,
            u"The state %1 cannot be read: %2."_s.arg(m_path, file.errorString()));
    if (file.size() > MaxStateBytes)
        return stateError(code::FileTooLarge, u"The state %1 is larger than 1 GiB."_s.arg(m_path));
    const Result<Json> json = parseJson(file.readAll(), { MaxStateBytes, MaxStateDepth });
    if (!json)
        return stateError(code::JsonInvalid,
            u"The state %1 cannot be used: %2 Move it away to start anew."_s.arg(
                m_path, json.error().message));
    const Result<void> restored = m_service->restore(*json);
    if (!restored)
        return stateError(code::ValidationError,
            u"The state %1 cannot be used: %2\nMove it away to start anew."_s.arg(
                m_path, restored.error().message));
    m_loaded = true;
    return {};
}

void StateFile::changed()
{
    if (!m_timer)
        m_timer = m_clock->startTimer(WriteSoon, [this] { write(); });
}

void StateFile::write()
{
    m_timer.reset();
    if (!m_loaded)
        return;
    const std::string text = m_service->saved().dump();
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
    if (!written && !std::exchange(m_failed, true))
        qCWarning(lcState, "The state cannot be written to %s: %s", qUtf8Printable(m_path),
            qUtf8Printable(file.errorString()));
    if (written)
        m_failed = false;
}

} // namespace renum::sim
