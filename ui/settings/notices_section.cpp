// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notices_section.h"

#include "ui/settings/app_settings.h"

#include <QCheckBox>
#include <QEvent>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    const char *name;
    const Setting<bool> *setting;
    const char *text; ///< in the context of NoticesSection
};

constexpr std::array Rows {
    Row { "notifyFinished", &settings::NotifyFinished,
        QT_TRANSLATE_NOOP("renum::ui::NoticesSection", "A team has finished") },
    Row { "notifyFailed", &settings::NotifyFailed,
        QT_TRANSLATE_NOOP("renum::ui::NoticesSection", "A team has failed") },
    Row { "notifyApproval", &settings::NotifyApproval,
        QT_TRANSLATE_NOOP("renum::ui::NoticesSection", "A step waits for my approval") },
    Row { "notifyBudget", &settings::NotifyBudget,
        QT_TRANSLATE_NOOP("renum::ui::NoticesSection", "A spending limit is reached") },
};

} // namespace

NoticesSection::NoticesSection(AppSettings *settings, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QLatin1StringView(Rows[i].name));
        box->setChecked(settings->value(*Rows[i].setting));
        connect(box, &QCheckBox::toggled, this,
            [settings, setting = Rows[i].setting](bool on) { settings->setValue(*setting, on); });
        column->addWidget(box);
        m_boxes[i] = box;
    }
    retranslate();
}

void NoticesSection::retranslate()
{
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        m_boxes[i]->setText(tr(Rows[i].text));
        m_boxes[i]->setToolTip(
            tr("By a notice of the system while Renum is not in front, else in the window"));
    }
}

void NoticesSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
