// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/ledger.h"

#include <map>
#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

WireJson entryJson(const Ledger::Entry &entry)
{
    WireJson json { { "kind", utf8(entry.kind) }, { "at", isoTime(entry.at) },
        { "thread_id", utf8(entry.threadId) } };
    if (!entry.runId.isEmpty())
        json["agent_run_id"] = utf8(entry.runId);
    if (!entry.agentId.isEmpty())
        json["agent_id"] = utf8(entry.agentId);
    if (!entry.prompt.isEmpty())
        json["prompt"] = utf8(entry.prompt);
    return json;
}

} // namespace

WireJson Ledger::duplicates() const
{
    std::map<std::pair<QString, QString>, WireJson> starts;
    for (const Entry &entry : m_entries) {
        if (entry.kind != "start"_L1)
            continue;
        WireJson &runs = starts[{ entry.threadId, entry.prompt }];
        if (runs.is_null())
            runs = WireJson::array();
        runs.push_back(utf8(entry.runId));
    }
    WireJson found = WireJson::array();
    for (const auto &[key, runs] : starts) {
        if (runs.size() > 1)
            found.push_back({ { "thread_id", utf8(key.first) }, { "prompt", utf8(key.second) },
                { "agent_run_ids", runs } });
    }
    return found;
}

WireJson Ledger::toJson() const
{
    WireJson entries = WireJson::array();
    WireJson counts { { "start", 0 }, { "thread", 0 }, { "message", 0 }, { "stop", 0 } };
    for (const Entry &entry : m_entries) {
        entries.push_back(entryJson(entry));
        WireJson &count = counts[utf8(entry.kind)];
        count = count.is_null() ? 1 : count.get<int>() + 1;
    }
    return { { "entries", entries }, { "counts", counts }, { "duplicates", duplicates() } };
}

} // namespace renum::sim
