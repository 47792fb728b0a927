// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace renum::ui {

class ReportView;
class Theme;

/// Adds or changes a model endpoint. The key is entered here and never shown again. Closes once it
/// is saved.
class EndpointDialog : public QDialog {
    Q_OBJECT

public:
    /// An endpoint with an empty id is a new one.
    EndpointDialog(Workspace *workspace, Theme *theme, const EndpointDefinition &endpoint,
        QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    QFormLayout *makeForm();
    QDialogButtonBox *makeButtons();
    [[nodiscard]] EndpointDefinition entered() const;
    [[nodiscard]] EndpointKey enteredKey(SecretKeeping keeping) const;
    [[nodiscard]] bool keepsKey() const;
    void followEntries();
    void test();
    void save(SecretKeeping keeping);
    QCoro::Task<> testNow(EndpointDefinition endpoint, EndpointKey key);
    QCoro::Task<> saveNow(EndpointDefinition endpoint, EndpointKey key);
    void showFailure(const Error &error);
    void setBusy(bool busy);

    Workspace *m_workspace;
    EndpointDefinition m_endpoint;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_model;
    QLineEdit *m_key;
    QLabel *m_keyHint;
    QCheckBox *m_forgetKey;
    ReportView *m_report;
    QPushButton *m_test = nullptr;
    QPushButton *m_sessionOnly = nullptr;
    QPushButton *m_save = nullptr;
    TaskScope m_tasks;
};

} // namespace renum::ui
