// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/settings/connection_controller.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace renum::ui {

class ReportView;
class SupabaseFields;
class Theme;
class ToolConsent;

/// Chooses the service that runs the agents, and says whether it answers.
class ConnectionForm : public QWidget {
    Q_OBJECT

public:
    ConnectionForm(Workspace *workspace, ConnectionController *controller, Theme *theme,
        QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeSunaFields();
    QWidget *makeStatus();
    QWidget *makeOffer();
    void showChoice(const ConnectionChoice &choice);
    [[nodiscard]] ConnectionChoice entered() const;
    [[nodiscard]] ConnectionSecrets enteredSecrets() const;
    void apply(SecretKeeping keeping);
    void check();
    QCoro::Task<> checkNow(ConnectionChoice choice, ConnectionSecrets secrets);
    QCoro::Task<> applyNow(
        ConnectionChoice choice, ConnectionSecrets secrets, SecretKeeping keeping);
    void showStatus(const ConnectionStatus &status);
    void showFailure(const Error &error);
    void setBusy(bool busy);
    void retranslate();

    Workspace *m_workspace;
    ConnectionController *m_controller;
    Theme *m_theme;
    QRadioButton *m_demo;
    QRadioButton *m_suna;
    QLabel *m_demoHint;
    QWidget *m_sunaFields = nullptr;
    QLabel *m_urlLabel = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_kindLabel = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLineEdit *m_secret = nullptr;
    ToolConsent *m_tools = nullptr;
    SupabaseFields *m_supabase = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_check = nullptr;
    ReportView *m_report = nullptr;
    QLabel *m_statusIcon = nullptr;
    QLabel *m_status = nullptr;
    QWidget *m_offer = nullptr; ///< to go on without a keychain
    QLabel *m_offerText = nullptr;
    QPushButton *m_sessionOnly = nullptr;
    QPointer<QWidget> m_pressed; ///< what had the focus before a task began
    TaskScope m_tasks;
};

} // namespace renum::ui
