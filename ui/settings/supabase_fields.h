// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connection_choice.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace renum::ui {

/// The Supabase project behind a Suna: the first generation of Suna needs it for further turns of a
/// conversation, and it renews a sign-in by its refresh token. Shown on demand.
class SupabaseFields : public QWidget {
    Q_OBJECT

public:
    explicit SupabaseFields(QWidget *parent = nullptr);

    void setSupabase(const SupabaseChoice &supabase);
    [[nodiscard]] SupabaseChoice supabase() const;
    /// What was entered, never what is kept.
    [[nodiscard]] QByteArray refreshToken() const;
    void clearRefreshToken();
    /// Is there a sign-in that can be renewed?
    void setRenewing(bool renewing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QCheckBox *m_use;
    QWidget *m_fields;
    QLabel *m_hint;
    QLabel *m_urlLabel;
    QLineEdit *m_url;
    QLabel *m_keyLabel;
    QLineEdit *m_key;
    QLabel *m_refreshLabel;
    QLineEdit *m_refresh;
};

} // namespace renum::ui
