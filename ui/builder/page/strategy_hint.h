// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/strategy_suggestion.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace renum::ui {

class TeamDocument;
class Theme;

/// Says when another strategy fits better what is drawn, as soon as the person pauses. Hidden when
/// there is nothing to say, and for documents in which the person does not want to hear it.
class StrategyHint : public QWidget {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit StrategyHint(Theme *theme, QWidget *parent = nullptr);

    /// The document that it looks at; null: none.
    void setDocument(TeamDocument *document);
    /// Why the strategy fits, as a sentence.
    [[nodiscard]] static QString reason(
        const StrategySuggestion &suggestion, const WorkflowDefinition &workflow);

signals:
    /// The person wants it; as the document is now.
    void accepted(const renum::TeamDraft &draft);

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void accept();
    void dismiss();

    QPointer<TeamDocument> m_document;
    QSet<const QObject *> m_dismissed; ///< documents
    QTimer m_pause;
    QToolButton *m_offer;
    QToolButton *m_dismiss;
};

} // namespace renum::ui
