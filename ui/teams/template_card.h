// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace renum::ui {

class Theme;

/// A template with its graph drawn and one button.
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

private:
    void retranslate();

    TeamTemplate m_template;
    QLabel *m_type;
    QPushButton *m_use;
};

} // namespace renum::ui
