// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace renum::ui {

class StrategyBar;
class StrategyHint;
class TeamDocument;
class Theme;

/// What the builder puts into the window's header: how far the team is stored, its strategy, and
/// what can be done with it as a whole.
class BuilderHeader : public QWidget {
    Q_OBJECT

public:
    struct Commands {
        QAction *undo;
        QAction *redo;
        QAction *save;
        QAction *plan;
        QAction *run;
        QList<QAction *> more; ///< a null one is a separator
    };
    BuilderHeader(const Commands &commands, Theme *theme, QWidget *parent = nullptr);

    /// The document that it tells about; null: none.
    void setDocument(TeamDocument *document);
    [[nodiscard]] StrategyBar *strategy() const { return m_strategy; }
    [[nodiscard]] StrategyHint *strategyHint() const { return m_hint; }
    /// What a run will probably cost, short and in sentences; empty: nothing is known.
    void setOutlook(const QString &figure, const QString &sentence);
    /// The document is another than before, or its state.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QToolButton *addTool(QAction *action);
    [[nodiscard]] QPushButton *addButton(QAction *action);
    [[nodiscard]] QString stateText() const;

    const TeamDocument *m_document = nullptr;
    QLabel *m_state;
    StrategyBar *m_strategy;
    StrategyHint *m_hint;
    QLabel *m_outlook;
    QToolButton *m_more;
};

} // namespace renum::ui
