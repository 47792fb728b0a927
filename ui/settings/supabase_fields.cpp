// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/supabase_fields.h"

#include "ui/settings/form_look.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

SupabaseFields::SupabaseFields(QWidget *parent)
    : QWidget(parent)
    , m_use(new QCheckBox(this))
    , m_fields(new QWidget(this))
    , m_hint(new WrappedLabel(this))
    , m_urlLabel(new QLabel(m_fields))
    , m_url(new QLineEdit(m_fields))
    , m_keyLabel(new QLabel(m_fields))
    , m_key(new QLineEdit(m_fields))
    , m_refreshLabel(new QLabel(m_fields))
    , m_refresh(new QLineEdit(m_fields))
{
    m_use->setObjectName(u"useSupabase"_s);
    m_url->setObjectName(u"supabaseUrl"_s);
    m_url->setPlaceholderText(u"https://project.supabase.co"_s);
    m_key->setObjectName(u"supabaseKey"_s);
    m_refresh->setObjectName(u"supabaseRefresh"_s);
    m_refresh->setEchoMode(QLineEdit::Password);
    setTextLook(m_hint, TextStyle::Label, ColorToken::TextDim);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(m_urlLabel, m_url);
    form->addRow(m_keyLabel, m_key);
    form->addRow(m_refreshLabel, m_refresh);
    dressForm(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_use);
    layout->addWidget(m_hint);
    layout->addWidget(m_fields);
    connect(m_use, &QCheckBox::toggled, m_fields, &QWidget::setVisible);
    retranslate();
    setSupabase({});
}

void SupabaseFields::setSupabase(const SupabaseChoice &supabase)
{
    const bool used = supabase != SupabaseChoice();
    m_use->setChecked(used);
    m_url->setText(supabase.url);
    m_key->setText(supabase.anonKey);
    m_fields->setVisible(used);
}

SupabaseChoice SupabaseFields::supabase() const
{
    if (!m_use->isChecked())
        return {};
    return { m_url->text().trimmed(), m_key->text().trimmed() };
}

QByteArray SupabaseFields::refreshToken() const
{
    const bool asked = m_use->isChecked() && m_refresh->isVisibleTo(m_fields);
    return asked ? m_refresh->text().trimmed().toUtf8() : QByteArray();
}

void SupabaseFields::clearRefreshToken()
{
    m_refresh->clear();
}

void SupabaseFields::setRenewing(bool renewing)
{
    m_refreshLabel->setVisible(renewing);
    m_refresh->setVisible(renewing);
}

void SupabaseFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SupabaseFields::retranslate()
{
    m_use->setText(tr("Use the Supabase project behind the server"));
    m_hint->setText(tr("Suna of the first generation (V1) keeps conversations there; without it "
                       "they cannot go on in further turns. It also renews a sign-in before its "
                       "token expires."));
    m_urlLabel->setText(tr("Supabase"));
    m_url->setAccessibleName(tr("Address of the Supabase project"));
    m_keyLabel->setText(tr("Public key"));
    m_key->setToolTip(tr("The project's “anon” key, which is no secret"));
    m_key->setAccessibleName(tr("Public key of the Supabase project"));
    m_refreshLabel->setText(tr("Refresh token"));
    m_refresh->setAccessibleName(m_refreshLabel->text());
    m_refresh->setPlaceholderText(tr("Leave empty to keep the one that is stored"));
    m_refresh->setToolTip(tr("Enter it together with the token of the same sign-in. Kept in the "
                             "system's keychain, never in a file of Renum"));
}

} // namespace renum::ui
