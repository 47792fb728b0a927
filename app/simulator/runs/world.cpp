// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/world.h"

#include <algorithm>
#include <ranges>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// V1 stores the content of user rows as JSON in a string (suna-api §3.2).
WireJson decoded(const WireJson &content)
{
    return content.is_string()
        ? WireJson::parse(content.get_ref<const std::string &>(), nullptr, false)
        : content;
}

} // namespace

QString ThreadRecord::lastPrompt() const
{
    for (const StoredMessage &message : messages | std::views::reverse) {
        if (message.type != "user"_L1)
            continue;
        const WireJson content = decoded(message.content);
        const auto text = content.find("content");
        if (text != content.end() && text->is_string())
            return QString::fromStdString(text->get_ref<const std::string &>());
    }
    return {};
}

ThreadRecord &World::addThread(ThreadRecord thread)
{
    m_threads.push_back(std::make_unique<ThreadRecord>(std::move(thread)));
    ThreadRecord &added = *m_threads.back();
    m_threadById.insert(added.id, &added);
    return added;
}

RunRecord &World::addRun(RunRecord run)
{
    m_runs.push_back(std::make_unique<RunRecord>(std::move(run)));
    RunRecord &added = *m_runs.back();
    added.number = static_cast<int>(m_runs.size());
    m_runById.insert(added.id, &added);
    m_threadById.value(added.threadId)->runs.push_back(&added);
    return added;
}

ThreadRecord *World::thread(const QString &id) const
{
    return m_threadById.value(id);
}

RunRecord *World::run(const QString &id) const
{
    return m_runById.value(id);
}

void World::clear()
{
    m_threadById.clear();
    m_runById.clear();
    m_threads.clear();
    m_runs.clear();
}

} // namespace renum::sim
