// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/supabase_fields.h"

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
{
    m_use->setObjectName(u"useSupabase"_s);
    m_url->setObjectName(u"supabaseUrl"_s);
    m_url->setPlaceholderText(u"https://project.supabase.co"_s);
    m_key->setObjectName(u"supabaseKey"_s);
    setTextLook(m_hint, TextStyle::Label, ColorToken::TextDim);
    for (QLabel *label : { m_urlLabel, m_keyLabel })
        label->setMinimumHeight(Theme::ControlHeight);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(Theme::Space4);
    form->setVerticalSpacing(Theme::Space2);
    form->addRow(m_urlLabel, m_url);
    form->addRow(m_keyLabel, m_key);
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
                       "they cannot go on in further turns."));
    m_urlLabel->setText(tr("Supabase"));
    m_url->setAccessibleName(tr("Address of the Supabase project"));
    m_keyLabel->setText(tr("Public key"));
    m_key->setToolTip(tr("The project's “anon” key, which is no secret"));
    m_key->setAccessibleName(tr("Public key of the Supabase project"));
}

} // namespace renum::ui
