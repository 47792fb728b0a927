// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/template_document.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Asks how a team is to be called as a template, and says which places it will have.
class SaveTemplateDialog : public QDialog {
    Q_OBJECT

public:
    enum class Secrets { None, LeftOut };
    SaveTemplateDialog(const TemplateDocument &document, Secrets secrets, QWidget *parent);

    /// With what the person wrote.
    [[nodiscard]] TemplateDocument document() const;

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeButtons();
    [[nodiscard]] QString slotText() const;

    TemplateDocument m_document;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QLineEdit *m_category;
    QLineEdit *m_author;
    QPushButton *m_accept = nullptr;
};

} // namespace renum::ui
