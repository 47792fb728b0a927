// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connection_choice.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace renum::ui {

/// Asks whether Renum may give agents the team's tools while they work (contract §5.7.3), which
/// changes their settings at the service, and how the service reaches them.
class ToolConsent : public QWidget {
    Q_OBJECT

public:
    explicit ToolConsent(QWidget *parent = nullptr);

    void setTools(const TeamToolsChoice &tools);
    [[nodiscard]] TeamToolsChoice tools() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QCheckBox *m_allow;
    QLabel *m_hint;
    QWidget *m_address;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
};

} // namespace renum::ui
