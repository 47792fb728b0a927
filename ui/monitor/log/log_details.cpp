// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_details.h"

#include "ui/monitor/log/log_look.h"
#include "ui/theme/look.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// More than this nobody reads here, and a layout would be felt.
constexpr qsizetype DetailCharacters = 100'000;
/// A line that is longer is broken, so that no layout has to work on one without an end.
constexpr qsizetype LongestLine = 2000;
constexpr int MostMarks = 500;

QString withBreaks(const QString &text)
{
    QString broken;
    qsizetype column = 0;
    for (const QChar c : text) {
        const bool isBreak = c == u'\n';
        if (!isBreak && column >= LongestLine && !c.isLowSurrogate()) {
            broken += u'\n';
            column = 0;
        }
        broken += c;
        column = isBreak ? 0 : column + 1;
    }
    return broken;
}

QString jsonOf(const ExecutionEvent &event)
{
    const Json frame = { { "seq", event.seq }, { "type", toJson(event.type) },
        { "event_type", toJson(event.eventType) }, { "agent_id", toJson(event.agentId.toString()) },
        { "timestamp", toJson(toRfc3339(event.timestamp)) }, { "data", event.data } };
    return QString::fromUtf8(prettyJson(frame));
}

} // namespace

LogDetails::LogDetails(const Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new QLabel(this))
    , m_json(new QPlainTextEdit(this))
    , m_step(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setLook(this, Look::PanelAlt);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    setTextLook(m_sentence, TextStyle::BodyStrong);
    m_json->setObjectName(u"logDetailsText"_s);
    m_json->setReadOnly(true);
    m_json->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_json->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setTextLook(m_json, TextStyle::Mono);
    m_step->setObjectName(u"logDetailsStep"_s);
    m_copy->setObjectName(u"logDetailsCopy"_s);
    m_close->setObjectName(u"logDetailsClose"_s);
    m_copy->setIcon(theme->icon(u"copy"_s));
    m_close->setIcon(theme->icon(u"cross"_s));
    for (QWidget *button : { static_cast<QWidget *>(m_step), static_cast<QWidget *>(m_copy),
             static_cast<QWidget *>(m_close) })
        setLook(button, Look::QuietButton);

    auto *head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_step, 0, Qt::AlignTop);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space2, Theme::Space2);
    column->setSpacing(Theme::Space1);
    column->addLayout(head);
    column->addWidget(m_json, 1);
    connect(m_close, &QToolButton::clicked, this, &LogDetails::closeRequested);
    connect(m_step, &QPushButton::clicked, this, &LogDetails::stepRequested);
    connect(m_copy, &QPushButton::clicked, this, &LogDetails::copy);
    retranslate();
}

void LogDetails::retranslate()
{
    m_json->setAccessibleName(tr("The whole event"));
    m_step->setText(tr("Show step"));
    m_step->setToolTip(tr("Show the step that this line is about"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the whole event as JSON"));
    m_close->setToolTip(tr("Close the details (Escape)"));
    m_close->setAccessibleName(m_close->toolTip());
}

void LogDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void LogDetails::showLine(
    const ExecutionEvent &event, const QString &sentence, const QStringList &words)
{
    m_sentence->setText(sentence);
    QString text = jsonOf(event);
    if (text.size() > DetailCharacters) {
        text.truncate(DetailCharacters);
        text += u"…\n"_s + tr("The rest is in an export of the log.");
    }
    m_json->setPlainText(withBreaks(text));
    m_step->setVisible(!event.agentId.isEmpty());
    mark(words);
}

void LogDetails::mark(const QStringList &words)
{
    QList<QTextEdit::ExtraSelection> marks;
    const std::vector<TextRange> hits = found(m_json->toPlainText(), words);
    for (const TextRange &hit : hits) {
        if (marks.size() >= MostMarks)
            break;
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(m_theme->color(ColorToken::WarnBackground));
        mark.format.setForeground(m_theme->color(ColorToken::Warn));
        mark.cursor = QTextCursor(m_json->document());
        mark.cursor.setPosition(static_cast<int>(hit.begin));
        mark.cursor.setPosition(static_cast<int>(hit.begin + hit.length), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    m_json->setExtraSelections(marks);
}

void LogDetails::clear()
{
    m_sentence->clear();
    m_json->clear();
}

QString LogDetails::text() const
{
    return m_json->toPlainText();
}

void LogDetails::copy() const
{
    QGuiApplication::clipboard()->setText(m_json->toPlainText());
}

} // namespace renum::ui
