// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <QSet>

namespace renum::ui {

class TeamDocument;

/// Which members of a document the person has chosen: one selection for canvas, outline, table and
/// inspector. It is no part of the history. Members that leave the team leave it as well.
class MemberSelection : public QObject {
    Q_OBJECT

public:
    /// `document` outlives this.
    explicit MemberSelection(const TeamDocument *document, QObject *parent = nullptr);

    [[nodiscard]] const QSet<AgentId> &members() const noexcept { return m_members; }
    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] bool contains(const AgentId &id) const { return m_members.contains(id); }
    /// The only one that is chosen; empty when there is none or there are several.
    [[nodiscard]] AgentId single() const;

    /// Ids that the team has not are left out.
    void setMembers(QSet<AgentId> members);
    void select(const AgentId &id);
    void clear();
    void selectAll();

signals:
    void changed();

private:
    void forgetMissing();

    const TeamDocument *m_document;
    QSet<AgentId> m_members;
};

} // namespace renum::ui
