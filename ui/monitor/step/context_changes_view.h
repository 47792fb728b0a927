// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/step/step_context.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QTreeWidget;

namespace renum::ui {

class TextDifferenceView;
class Theme;

/// What an agent changed of what the team shares: each value before and after, and of the chosen
/// one what is not the same.
class ContextChangesView : public QWidget {
    Q_OBJECT

public:
    explicit ContextChangesView(Theme *theme, QWidget *parent = nullptr);
    /// Cheap when nothing is new.
    void setTouches(const QList<ContextTouch> &touches);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showTouches();
    void showWords();

    Theme *m_theme;
    QLabel *m_empty;
    QSplitter *m_split;
    QTreeWidget *m_tree;
    TextDifferenceView *m_words;
    QList<ContextTouch> m_touches;
};

} // namespace renum::ui
