// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/draft_patch.h"

#include <QUndoCommand>

namespace renum::ui {

class TeamDocument;

/// One step of a document's history.
class DraftCommand : public QUndoCommand {
public:
    /// `document` owns the history that owns this.
    DraftCommand(
        TeamDocument *document, const QString &text, DraftPatch patch, const QString &mergeKey);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *next) override;

private:
    TeamDocument *m_document;
    DraftPatch m_patch;
    QString m_mergeKey;
};

} // namespace renum::ui
