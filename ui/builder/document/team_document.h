// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/validation.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace renum {
class DraftPatch;
}

namespace renum::ui {

/// A team while a person edits it: the draft, its history, and what is stored of it. Everything
/// that changes the draft is one step of the history, whichever view it comes from.
class TeamDocument : public QObject {
    Q_OBJECT

public:
    /// A team that is stored nowhere yet.
    explicit TeamDocument(TeamDraft draft, QObject *parent = nullptr);
    /// A stored team.
    explicit TeamDocument(const Team &team, QObject *parent = nullptr);
    ~TeamDocument() override;

    [[nodiscard]] const TeamDraft &draft() const noexcept { return m_draft; }
    [[nodiscard]] const WorkflowDefinition &workflow() const noexcept { return m_draft.workflow; }
    /// The team as it was last stored or read; none for a new one.
    [[nodiscard]] const std::optional<Team> &stored() const noexcept { return m_stored; }
    /// Whether the draft is another than the stored team.
    [[nodiscard]] bool isModified() const { return !m_history.isClean(); }
    [[nodiscard]] QUndoStack *history() noexcept { return &m_history; }
    [[nodiscard]] const QUndoStack *history() const noexcept { return &m_history; }
    /// What validating the draft tells.
    [[nodiscard]] const Validation &validation() const noexcept { return m_validation; }

    /// Changes the draft to `next` as one step that is named `text` in the history; nothing happens
    /// when it is the same. Steps with the same `mergeKey` that follow each other become one, until
    /// endMerging().
    void edit(const QString &text, const TeamDraft &next, const QString &mergeKey = {});
    /// The next step is one of its own: the person has looked elsewhere.
    void endMerging();

    /// What is stored next is the draft as it is now; give the answer to setStored().
    [[nodiscard]] int beginStoring();
    /// The draft of that beginStoring() was stored as `team`; what was changed since is not.
    void setStored(const Team &team, int point);
    /// Another version is stored by now; the draft goes on from that one.
    void rebase(const Team &team);

signals:
    /// The draft is another one.
    void changed();
    void modifiedChanged(bool modified);

private:
    friend class DraftCommand;
    void apply(const DraftPatch &patch);
    void revert(const DraftPatch &patch);
    void validate();

    TeamDraft m_draft;
    std::optional<Team> m_stored;
    Validation m_validation;
    QUndoStack m_history;
    int m_mergePeriod = 0;
};

} // namespace renum::ui
