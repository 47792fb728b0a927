// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/error_card.h"

#include "ui/monitor/log/single_line.h"
#include "ui/monitor/state_pill.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int DetailLines = 8;

StateLook lookOf(ErrorSeverity severity)
{
    StateLook look { u"alert"_s, severityText(severity), ColorToken::Warn,
        ColorToken::WarnBackground };
    if (severity == ErrorSeverity::Low) {
        look.icon = u"info"_s;
        look.color = ColorToken::Neutral;
        look.background = ColorToken::NeutralBackground;
    } else if (severity != ErrorSeverity::Medium) {
        look.color = ColorToken::Err;
        look.background = ColorToken::ErrBackground;
    }
    return look;
}

} // namespace

QString severityText(ErrorSeverity severity)
{
    switch (severity) {
    case ErrorSeverity::Low:
        return ErrorCard::tr("low");
    case ErrorSeverity::Medium:
        return ErrorCard::tr("medium");
    case ErrorSeverity::High:
        return ErrorCard::tr("high");
    case ErrorSeverity::Critical:
        return ErrorCard::tr("critical");
    }
    return {};
}

ErrorCard::ErrorCard(
    const ExecutionError &error, bool dismissed, bool canRerun, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_error(error)
{
    setObjectName(u"errorCard"_s);
    setLook(this, Look::Card);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space1);
    column->addWidget(buildHead(theme, dismissed));
    auto *sentence = new QLabel(errorText(error.error), this);
    sentence->setObjectName(u"errorSentence"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextLook(sentence, TextStyle::Body);
    column->addWidget(sentence);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(Theme::Space1);
    addActions(actions, dismissed, canRerun);
    column->addLayout(actions);
    m_details = buildDetails();
    m_details->hide();
    column->addWidget(m_details);
}

QWidget *ErrorCard::buildHead(Theme *theme, bool dismissed)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *pill = new StatePill(theme, head);
    const StateLook look = lookOf(severityOf(m_error.error.category));
    pill->setState(look, look.word);
    row->addWidget(pill);
    QString who = m_error.stepName.isEmpty() ? tr("The whole team") : singleLine(m_error.stepName);
    if (m_error.retryCount > 0) //: agent, number of the attempt
        who = tr("%1, attempt %2").arg(who).arg(m_error.retryCount + 1);
    auto *name = new QLabel(who, head);
    name->setTextFormat(Qt::PlainText);
    setTextLook(name, TextStyle::BodyStrong);
    row->addWidget(name, 1);
    QString when = format::dateTime(m_error.timestamp);
    if (m_error.resolved) //: a time; the failure is no longer one
        when = tr("%1 · resolved").arg(when);
    if (dismissed) //: a time; somebody put the failure away
        when = tr("%1 · dismissed").arg(when);
    auto *time = new QLabel(when, head);
    time->setObjectName(u"errorTime"_s);
    setTextLook(time, TextStyle::Label, ColorToken::TextDim);
    row->addWidget(time);
    return head;
}

QPushButton *ErrorCard::addAction(
    QHBoxLayout *row, const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    setLook(button, Look::QuietButton);
    row->addWidget(button);
    return button;
}

void ErrorCard::addActions(QHBoxLayout *row, bool dismissed, bool canRerun)
{
    const StepId step(stringAt(m_error.details, "step_id").value_or(QString()));
    if (canRerun && !m_error.resolved) {
        connect(addAction(row, u"errorRetry"_s, tr("Try again"),
                    tr("A new run that keeps what was finished")),
            &QPushButton::clicked, this, &ErrorCard::retryRequested);
    }
    if (canRerun && !step.isEmpty()) {
        connect(addAction(row, u"errorRerun"_s, tr("Run from here…"),
                    tr("A new run that begins with this step, with another input if you like")),
            &QPushButton::clicked, this, [this, step] { emit rerunRequested(step); });
    }
    if (!m_error.agentId.isEmpty()) {
        connect(addAction(row, u"errorStep"_s, tr("Show step"), tr("Show the step that failed")),
            &QPushButton::clicked, this, [this] { emit agentChosen(m_error.agentId); });
    }
    row->addStretch(1);
    QPushButton *more = addAction(
        row, u"errorDetails"_s, tr("Details"), tr("What somebody who helps you wants to know"));
    more->setCheckable(true);
    connect(
        more, &QPushButton::toggled, this, [this](bool shown) { m_details->setVisible(shown); });
    QPushButton *dismiss = dismissed
        ? addAction(row, u"errorDismiss"_s, tr("Bring back"), tr("List this failure again"))
        : addAction(row, u"errorDismiss"_s, tr("Dismiss"),
            tr("Put this failure away; it can be brought back"));
    connect(dismiss, &QPushButton::clicked, this,
        [this, dismissed] { emit dismissToggled(m_error.id, !dismissed); });
}

QString ErrorCard::technicalText() const
{
    const Json technical = toJson(m_error);
    return errorDetails(m_error.error) + u"\n\n"_s + QString::fromUtf8(prettyJson(technical));
}

QWidget *ErrorCard::buildDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    auto *text = new QPlainTextEdit(technicalText(), details);
    text->setObjectName(u"errorTechnical"_s);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Technical details"));
    setTextLook(text, TextStyle::Mono);
    text->setFixedHeight(DetailLines * QFontMetrics(text->font()).lineSpacing());
    column->addWidget(text);
    auto *copy = new QPushButton(tr("Copy"), details);
    copy->setObjectName(u"errorCopy"_s);
    copy->setToolTip(tr("Copy the technical details"));
    setLook(copy, Look::QuietButton);
    column->addWidget(copy, 0, Qt::AlignLeft);
    connect(copy, &QPushButton::clicked, text,
        [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    return details;
}

} // namespace renum::ui
