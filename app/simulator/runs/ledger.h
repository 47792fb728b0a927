// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"

#include <QString>

#include <vector>

namespace renum::sim {

/// Every call that changed something, for the checks of tests (`GET /_sim/ledger`).
class Ledger {
public:
    struct Entry {
        QString kind; ///< `start`, `thread`, `message`, `stop`, `chat`
        Timestamp at {};
        QString threadId;
        QString runId;
        QString agentId;
        QString prompt;
    };

    void add(Entry entry) { m_entries.push_back(std::move(entry)); }
    void clear() { m_entries.clear(); }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// The document of the admin view, with counts and what was started twice: several starts on
    /// one thread with the same prompt.
    [[nodiscard]] WireJson toJson() const;
    void replace(std::vector<Entry> entries) { m_entries = std::move(entries); }

private:
    [[nodiscard]] WireJson duplicates() const;
    std::vector<Entry> m_entries;
};

} // namespace renum::sim
