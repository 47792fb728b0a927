// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "core/workflow/kept_results.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <optional>

namespace renum::ui {

class NoteFiles;
class TeamDocument;

/// A result that a person keeps for a member.
struct KeptMember {
    StepOutput output;
    std::optional<Timestamp> when; ///< it was produced
    bool edited = false; ///< a person wrote it, or changed what was produced

    friend bool operator==(const KeptMember &, const KeptMember &) = default;
};

/// The results that a person keeps for members of a document, so that those do not run. They are
/// no part of the team and of its history: another computer, and somebody else, know nothing of
/// them. Remembered with the stored team.
class KeptMembers : public QObject {
    Q_OBJECT

public:
    /// The one of this document, which owns it.
    [[nodiscard]] static KeptMembers *of(TeamDocument *document);
    /// Reads what is remembered of the team, and remembers from now on. `files` outlive this.
    void keepIn(NoteFiles *files);

    /// Also of members that have left the team: they may come back.
    [[nodiscard]] const QMap<AgentId, KeptMember> &all() const noexcept { return m_kept; }
    /// Null when none is kept. Borrowed until the next change.
    [[nodiscard]] const KeptMember *find(const AgentId &member) const;
    /// What stands in when the team runs.
    [[nodiscard]] KeptResults results() const;

    void keep(const AgentId &member, const KeptMember &kept);
    void forget(const AgentId &member);

signals:
    void changed();

private:
    explicit KeptMembers(TeamDocument *document);
    void read();
    void take(const QByteArray &stored);
    void write();
    void change(const AgentId &member);

    TeamDocument *m_document;
    NoteFiles *m_files = nullptr;
    QString m_file; ///< empty while the team is stored nowhere
    QMap<AgentId, KeptMember> m_kept;
    QSet<AgentId> m_touched; ///< changed here: what is read later is older
};

/// Where a kept result comes from, in a few words.
[[nodiscard]] QString keptOrigin(const KeptMember &kept);

} // namespace renum::ui
