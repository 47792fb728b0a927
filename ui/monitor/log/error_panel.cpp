// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/error_panel.h"

#include "core/workspace/execution_archive.h"
#include "core/workspace/workspace.h"
#include "ui/monitor/log/error_card.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstCards = 30;
/// Failures come in swarms; they are read once when it is over.
constexpr int SoonMs = 100;

constexpr std::array Severities { ErrorSeverity::Low, ErrorSeverity::Medium, ErrorSeverity::High,
    ErrorSeverity::Critical };

bool concernsFailures(const ExecutionEvent &event)
{
    static constexpr std::array Names { "step_retrying"_L1, "step_failed"_L1, "step_completed"_L1,
        "execution_failed"_L1 };
    return std::ranges::find(Names, event.eventType) != Names.end();
}

} // namespace

ErrorPanel::ErrorPanel(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_shown(FirstCards)
    , m_severity(new QComboBox(this))
    , m_showDismissed(new QToolButton(this))
    , m_message(new QLabel(this))
    , m_more(new QPushButton(this))
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_tasks.start(read(m_execution)); });
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] { rebuild(); });
    connect(m_showDismissed, &QToolButton::toggled, this, [this] { rebuild(); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        if (m_failure)
            return m_tasks.start(read(m_execution));
        m_shown += FirstCards;
        rebuild();
    });
    retranslate();
}

void ErrorPanel::build()
{
    m_severity->setObjectName(u"errorSeverity"_s);
    for (std::size_t i = 0; i < Severities.size(); ++i)
        m_severity->addItem(QString());
    m_showDismissed->setObjectName(u"errorShowDismissed"_s);
    m_showDismissed->setCheckable(true);
    m_showDismissed->setFocusPolicy(Qt::TabFocus);
    setLook(m_showDismissed, Look::Chip);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Theme::Space3, Theme::Space1, Theme::Space3, Theme::Space2);
    bar->addWidget(m_severity);
    bar->addWidget(m_showDismissed);
    bar->addStretch(1);

    auto *content = new QWidget;
    setLook(content, Look::Panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::Space3, 0, Theme::Space3, Theme::Space3);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(Theme::Space2);
    m_message->setObjectName(u"errorMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    setTextLook(m_message, TextStyle::Body, ColorToken::TextDim);
    m_more->setObjectName(u"errorMore"_s);
    column->addLayout(m_cards);
    column->addWidget(m_message);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(bar);
    whole->addWidget(scroll, 1);
}

void ErrorPanel::retranslate()
{
    for (std::size_t i = 0; i < Severities.size(); ++i) {
        const QString word = severityText(Severities.at(i));
        m_severity->setItemText(static_cast<int>(i),
            i == 0 ? tr("All failures")
                : i + 1 == Severities.size() //: a severity
                ? tr("Only %1 ones").arg(word)
                //: a severity
                : tr("At least %1").arg(word));
    }
    m_severity->setToolTip(tr("How bad a failure has to be to be listed"));
    m_severity->setAccessibleName(m_severity->toolTip());
    m_showDismissed->setText(tr("Dismissed"));
    m_showDismissed->setToolTip(tr("List failures that were dismissed, too"));
    m_showDismissed->setAccessibleName(m_showDismissed->toolTip());
    rebuild();
}

void ErrorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ErrorPanel::open(const ExecutionId &id)
{
    m_execution = id;
    m_errors.clear();
    m_dismissed.clear();
    m_failure.reset();
    m_isRead = false;
    m_isEnded = false;
    m_shown = FirstCards;
    rebuild();
    if (!id.isEmpty())
        m_tasks.start(read(id));
}

void ErrorPanel::advance(std::span<const ExecutionEvent> events)
{
    if (m_isRead && std::ranges::any_of(events, concernsFailures))
        readSoon();
}

void ErrorPanel::readSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void ErrorPanel::setEnded(bool ended)
{
    if (ended == m_isEnded)
        return;
    m_isEnded = ended;
    rebuild();
}

QCoro::Task<> ErrorPanel::read(ExecutionId id)
{
    const QPointer<ErrorPanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<ExecutionErrorList> errors = co_await m_workspace->executionErrors(id, stop);
    if (!self || id != m_execution)
        co_return;
    const Result<QSet<QString>> dismissed
        = co_await m_workspace->executionArchive()->dismissedErrors(id, stop);
    if (!self || id != m_execution)
        co_return;
    m_failure.reset();
    if (errors && dismissed) {
        m_errors = *errors;
        m_dismissed = *dismissed;
        m_isRead = true;
    } else {
        m_failure = errors ? dismissed.error() : errors.error();
    }
    rebuild();
    emit openCountChanged(openCount());
}

QCoro::Task<> ErrorPanel::dismiss(ExecutionId id, QString error, bool dismissed)
{
    const QPointer<ErrorPanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> done
        = co_await m_workspace->executionArchive()->dismissError(id, error, dismissed, stop);
    if (!self || id != m_execution)
        co_return;
    if (done)
        m_tasks.start(read(id));
    else
        m_failure = done.error();
    rebuild();
}

int ErrorPanel::openCount() const
{
    return static_cast<int>(std::ranges::count_if(m_errors, [this](const ExecutionError &error) {
        return !error.resolved && !m_dismissed.contains(error.id);
    }));
}

bool ErrorPanel::isShown(const ExecutionError &error) const
{
    const auto least = static_cast<std::size_t>(std::max(m_severity->currentIndex(), 0));
    return severityOf(error.error.category) >= Severities.at(least)
        && (m_showDismissed->isChecked() || !m_dismissed.contains(error.id));
}

void ErrorPanel::addCard(const ExecutionError &error)
{
    auto *card = new ErrorCard(error, m_dismissed.contains(error.id), m_isEnded, m_theme, this);
    connect(card, &ErrorCard::retryRequested, this, &ErrorPanel::retryRequested);
    connect(card, &ErrorCard::rerunRequested, this, &ErrorPanel::rerunRequested);
    connect(card, &ErrorCard::agentChosen, this, &ErrorPanel::agentChosen);
    connect(card, &ErrorCard::dismissToggled, this, [this](const QString &id, bool dismissed) {
        m_tasks.start(dismiss(m_execution, id, dismissed));
    });
    m_cards->addWidget(card);
}

void ErrorPanel::rebuild()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int left = m_shown;
    bool more = false;
    for (auto error = m_errors.crbegin(); error != m_errors.crend() && !more; ++error) {
        if (!isShown(*error))
            continue;
        more = left == 0;
        if (left-- > 0)
            addCard(*error);
    }
    m_more->setVisible(more || m_failure.has_value());
    m_more->setText(m_failure ? tr("Try again") : tr("Show more"));
    showMessage();
}

void ErrorPanel::showMessage()
{
    m_message->setVisible(m_cards->count() == 0 || m_failure.has_value());
    if (m_failure)
        m_message->setText(errorText(*m_failure));
    else if (!m_isRead)
        m_message->setText(m_execution.isEmpty() ? QString() : tr("Reading the failures…"));
    else if (m_errors.empty())
        m_message->setText(tr("Nothing has failed."));
    else
        m_message->setText(tr("No failure fits the filter. Others were dismissed or are milder."));
}

} // namespace renum::ui
