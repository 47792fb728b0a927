// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/engine_link.h"

#include "core/workspace/engine_host.h"

namespace renum {

bool EngineLink::post(std::function<void(EngineHost &)> work) const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_host)
        return false;
    EngineHost *host = m_host;
    return QMetaObject::invokeMethod(
        host, [host, task = std::move(work)] { task(*host); }, Qt::QueuedConnection);
}

void EngineLink::cut()
{
    const std::scoped_lock lock(m_mutex);
    m_host = nullptr;
}

} // namespace renum
