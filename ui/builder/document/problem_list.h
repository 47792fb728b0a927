// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/problem.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace renum::ui {

class TeamDocument;

/// Everything that is wrong or doubtful in a document: what validating tells and what the lint
/// finds, worked out once for canvas, inspector and list. Where the lint takes longer than a person
/// who types should feel, it waits for a pause; until then what it found before stands.
class ProblemList : public QObject {
    Q_OBJECT

public:
    /// The one list of this document, which owns it.
    [[nodiscard]] static ProblemList *of(TeamDocument *document);

    /// Errors first, then by place.
    [[nodiscard]] const Problems &problems() const noexcept { return m_problems; }
    /// Those of one member, in the same order.
    [[nodiscard]] Problems problemsOf(const AgentId &member) const;
    /// Whom the problem at this position of problems() is about; empty: the whole team.
    [[nodiscard]] AgentId memberAt(qsizetype position) const;
    /// Members whose agents nobody has, which the document itself cannot know.
    void setMissing(const std::vector<AgentId> &members);
    [[nodiscard]] int errors() const noexcept { return m_errors; }
    [[nodiscard]] int warnings() const { return int(m_problems.size()) - m_errors; }

signals:
    /// The problems are others.
    void changed();

private:
    explicit ProblemList(TeamDocument *document);
    void update();
    void lint();
    void collect();

    TeamDocument *m_document;
    Problems m_lint;
    QList<AgentId> m_lintMembers; ///< as they were when the lint ran
    Problems m_problems;
    QList<AgentId> m_members; ///< of m_problems
    QHash<AgentId, QList<qsizetype>> m_positions; ///< in m_problems
    int m_errors = 0;
    QTimer m_pause;
    std::chrono::nanoseconds m_lintTime {};
    std::vector<AgentId> m_missing; ///< as setMissing() told
};

} // namespace renum::ui
