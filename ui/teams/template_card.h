// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace renum::ui {

class TeamGraphView;
class Theme;

/// A template with its graph drawn and one button. The graph follows the first picture of the card,
/// so that a page of templates can be read and used before its previews are laid out.
class TemplateCard : public QFrame {
    Q_OBJECT

public:
    TemplateCard(const TeamTemplate &teamTemplate, Theme *theme, QWidget *parent = nullptr);

    /// While a team is being made of it.
    void setBusy(bool busy);

signals:
    void useRequested(const renum::TeamTemplate &teamTemplate);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    TeamTemplate m_template;
    TeamGraphView *m_graph;
    bool m_isGraphOrdered = false;
    QLabel *m_type;
    QPushButton *m_use;
};

} // namespace renum::ui
