// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_report.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace renum::ui {

class Theme;

/// What a check of a connection found, in sentences. Hidden while there is nothing to say.
class ReportView : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(Theme *theme, QWidget *parent = nullptr);

    void showChecking();
    void showReport(const ConnectionReport &report);
    void showError(const Error &error);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    Theme *m_theme;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    std::optional<ConnectionReport> m_report;
    std::optional<Error> m_error;
    bool m_checking = false;
};

} // namespace renum::ui
