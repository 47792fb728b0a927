// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_filters.h"

#include "ui/graph/wall_clock.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PauseMs = 200;
constexpr int MostTeams = 500;
constexpr double NanoPerDollar = 1e9;
constexpr double LargestCost = 1e6;
constexpr int MostCharacters = 200;

constexpr std::array Statuses { ExecutionStatus::Pending, ExecutionStatus::Running,
    ExecutionStatus::Completed, ExecutionStatus::Failed, ExecutionStatus::Cancelled };

/// Choices of time, in the order in which they are listed.
enum Time { AnyTime, LastHour, Today, LastWeek, LastMonth, TimeCount };

std::optional<Timestamp> beginOf(int time)
{
    using std::chrono::hours;
    switch (time) {
    case LastHour:
        return wallClock() - hours(1);
    case Today:
        return fromMicroseconds(QDate::currentDate().startOfDay().toMSecsSinceEpoch() * 1000);
    case LastWeek:
        return wallClock() - hours(7 * 24);
    case LastMonth:
        return wallClock() - hours(30 * 24);
    default:
        return std::nullopt;
    }
}

std::optional<qint64> nanoUsdOf(const QDoubleSpinBox *box)
{
    if (box->value() <= box->minimum())
        return std::nullopt;
    return std::llround(box->value() * NanoPerDollar);
}

} // namespace

ExecutionFilters::ExecutionFilters(Workspace *workspace, const Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLineEdit(this))
    , m_more(new QToolButton(this))
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
    , m_team(addCombo(u"filterTeam"_s))
    , m_status(addCombo(u"filterStatus"_s))
    , m_time(addCombo(u"filterTime"_s))
    , m_costFrom(addCost(u"filterCostFrom"_s))
    , m_costTo(addCost(u"filterCostTo"_s))
{
    m_team->addItem(QString());
    for (std::size_t i = 0; i <= Statuses.size(); ++i)
        m_status->addItem(QString());
    for (int i = 0; i < TimeCount; ++i)
        m_time->addItem(QString());
    build(theme);
    connectParts();
    retranslate();
}

QComboBox *ExecutionFilters::addCombo(const QString &name)
{
    auto *combo = new QComboBox(m_fields);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->addRow(new QLabel(m_fields), combo);
    return combo;
}

QDoubleSpinBox *ExecutionFilters::addCost(const QString &name)
{
    auto *box = new QDoubleSpinBox(m_fields);
    box->setObjectName(name);
    box->setDecimals(4);
    // The lowest value stands for none.
    box->setRange(-0.0001, LargestCost);
    box->setValue(box->minimum());
    box->setSingleStep(0.01);
    box->setPrefix(u"$"_s);
    box->setKeyboardTracking(false);
    m_form->addRow(new QLabel(m_fields), box);
    return box;
}

void ExecutionFilters::build(const Theme *theme)
{
    m_text->setObjectName(u"filterText"_s);
    m_text->setMaxLength(MostCharacters);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(theme->icon(u"search"_s, ColorToken::TextDim), QLineEdit::LeadingPosition);
    m_more->setObjectName(u"filterMore"_s);
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    setLook(m_more, Look::QuietButton);
    m_form->setContentsMargins(0, Theme::Space2, 0, 0);
    m_form->setSpacing(Theme::Space1);
    m_fields->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Space1);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, 0, Theme::Space3, Theme::Space2);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_fields);
}

void ExecutionFilters::connectParts()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ExecutionFilters::changed);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_more, &QToolButton::toggled, m_fields, &QWidget::setVisible);
    for (QComboBox *combo : { m_team, m_status, m_time })
        connect(combo, &QComboBox::currentIndexChanged, this, &ExecutionFilters::changed);
    for (QDoubleSpinBox *box : { m_costFrom, m_costTo })
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExecutionFilters::changed);
    connect(m_workspace, &Workspace::teamsChanged, this, &ExecutionFilters::reload);
}

void ExecutionFilters::retranslate()
{
    const QSignalBlocker blocker(this);
    m_text->setPlaceholderText(tr("Prompt, team or id"));
    m_text->setToolTip(tr("Part of the prompt, the team's name or the id"));
    m_text->setAccessibleName(m_text->toolTip());
    m_more->setText(tr("Filter"));
    m_more->setToolTip(tr("Choose team, status, time and cost"));
    m_more->setAccessibleName(m_more->toolTip());
    m_team->setItemText(0, tr("Any team"));
    m_status->setItemText(0, tr("Any status"));
    for (std::size_t i = 0; i < Statuses.size(); ++i)
        m_status->setItemText(static_cast<int>(i) + 1, Theme::look(Statuses.at(i)).word);
    const QString times[] { tr("Any time"), tr("Last hour"), tr("Today"), tr("Last 7 days"),
        tr("Last 30 days") };
    for (int i = 0; i < TimeCount; ++i)
        m_time->setItemText(i, times[i]);
    for (QDoubleSpinBox *box : { m_costFrom, m_costTo })
        box->setSpecialValueText(tr("any"));
    const std::pair<QWidget *, QString> labels[] { { m_team, tr("Team") },
        { m_status, tr("Status") }, { m_time, tr("Started") }, { m_costFrom, tr("Cost from") },
        { m_costTo, tr("Cost up to") } };
    for (const auto &[field, text] : labels) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    }
    m_costFrom->setToolTip(tr("Executions of unknown cost are left out"));
    m_costTo->setToolTip(m_costFrom->toolTip());
}

void ExecutionFilters::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExecutionFilters::reload()
{
    m_tasks.start(readTeams());
}

// A team that is chosen stays in the list when it has been deleted: its executions are still there.
QCoro::Task<> ExecutionFilters::readTeams()
{
    const QPointer<ExecutionFilters> self(this);
    TeamQuery query;
    query.page.limit = MostTeams;
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Team>> teams = co_await m_workspace->teams(query, stop);
    if (!self || !teams)
        co_return;
    const QSignalBlocker blocker(m_team);
    const QString chosen = m_team->currentData().toString();
    const QString name = m_team->currentText();
    while (m_team->count() > 1)
        m_team->removeItem(1);
    for (const Team &team : teams->items)
        m_team->addItem(team.name, team.id.toString());
    if (!chosen.isEmpty() && m_team->findData(chosen) < 0)
        m_team->addItem(name, chosen);
    m_team->setCurrentIndex(std::max(m_team->findData(chosen), 0));
}

void ExecutionFilters::writeTo(ExecutionFilter &filter) const
{
    filter.text = m_text->text().trimmed();
    filter.team = TeamId(m_team->currentData().toString());
    filter.statuses.clear();
    if (m_status->currentIndex() > 0)
        filter.statuses = { Statuses.at(static_cast<std::size_t>(m_status->currentIndex()) - 1) };
    filter.since = beginOf(m_time->currentIndex());
    filter.costFrom = nanoUsdOf(m_costFrom);
    filter.costTo = nanoUsdOf(m_costTo);
}

bool ExecutionFilters::narrows() const
{
    ExecutionFilter filter;
    writeTo(filter);
    return !filter.text.isEmpty() || !filter.team.isEmpty() || !filter.statuses.isEmpty()
        || filter.since || filter.costFrom || filter.costTo;
}

void ExecutionFilters::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_text->clear();
        for (QComboBox *combo : { m_team, m_status, m_time })
            combo->setCurrentIndex(0);
        for (QDoubleSpinBox *box : { m_costFrom, m_costTo })
            box->setValue(box->minimum());
        m_pause.stop();
    }
    emit changed();
}

void ExecutionFilters::focusField()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace renum::ui
