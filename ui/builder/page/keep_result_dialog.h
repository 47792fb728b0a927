// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/document/kept_members.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Lets a person keep a member's result, so that it does not run: as it was produced, changed, or
/// written.
class KeepResultDialog : public QDialog {
    Q_OBJECT

public:
    /// `kept`: what is kept now. `last`: what the member said when it last ran.
    KeepResultDialog(const QString &member, std::optional<KeptMember> kept,
        std::optional<KeptMember> last, QWidget *parent = nullptr);

signals:
    void kept(const renum::ui::KeptMember &result);
    void forgotten();

private:
    QWidget *makeButtons();
    void begin(const KeptMember &base);
    void showState();
    [[nodiscard]] KeptMember result() const;

    std::optional<KeptMember> m_kept;
    std::optional<KeptMember> m_last;
    KeptMember m_base; ///< what the text was before it was changed
    QLabel *m_origin;
    QPlainTextEdit *m_text;
    QPushButton *m_useLast = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace renum::ui
