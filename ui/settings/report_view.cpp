// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/report_view.h"

#include "ui/text/error_text.h"
#include "ui/text/report_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QGridLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

ReportView::ReportView(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_headline(new WrappedLabel(this))
    , m_text(new WrappedLabel(this))
{
    m_headline->setObjectName(u"reportHeadline"_s);
    m_text->setObjectName(u"reportText"_s);
    for (QLabel *label : { m_headline, m_text })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextLook(m_text, TextStyle::Label, ColorToken::TextDim);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, Theme::Space1, 0, 0);
    layout->setHorizontalSpacing(Theme::Space2);
    layout->setVerticalSpacing(Theme::Space1);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_text, 1, 1);
    layout->setColumnStretch(1, 1);
    hide();
}

void ReportView::showChecking()
{
    m_checking = true;
    m_report.reset();
    m_error.reset();
    showText();
}

void ReportView::showReport(const ConnectionReport &report)
{
    m_checking = false;
    m_report = report;
    m_error.reset();
    showText();
}

void ReportView::showError(const Error &error)
{
    m_checking = false;
    m_report.reset();
    m_error = error;
    showText();
}

void ReportView::clear()
{
    m_checking = false;
    m_report.reset();
    m_error.reset();
    showText();
}

void ReportView::showText()
{
    const bool good = m_report && m_report->isUsable() && !m_report->lacksModel();
    const ColorToken color = m_checking ? ColorToken::TextDim
        : good                          ? ColorToken::Ok
                                        : ColorToken::Err;
    const QString icon = m_checking ? u"pending"_s : good ? u"check"_s : u"alert"_s;
    QStringList sentences;
    if (m_checking)
        sentences.append(tr("Asking what answers there…"));
    else if (m_report)
        sentences = reportSentences(*m_report);
    else if (m_error)
        sentences.append(errorText(*m_error));
    setVisible(!sentences.isEmpty());
    m_icon->setPixmap(
        m_theme->icon(icon, color).pixmap(Theme::SmallIconSize, Theme::SmallIconSize));
    setTextLook(m_headline, TextStyle::Body, color);
    m_headline->setText(sentences.value(0));
    m_text->setText(sentences.mid(1).join(u'\n'));
    m_text->setVisible(sentences.size() > 1);
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_text->text());
}

void ReportView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showText();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
