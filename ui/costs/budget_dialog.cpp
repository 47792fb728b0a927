// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/budget_dialog.h"

#include "ui/costs/budget_text.h"
#include "ui/settings/form_look.h"
#include "ui/text/error_text.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BudgetDialogWidth = 14 * Theme::ControlHeight;
constexpr double BudgetNanosPerDollar = 1e9;
constexpr double MostDollars = 1e6;
constexpr int MostCount = 2'000'000'000;
constexpr int MostMinutes = 1'000'000;
constexpr int TokenStep = 10'000;
constexpr int SecondsPerMinute = 60;
constexpr int MostNameLetters = 120;

QSpinBox *makeCount(QWidget *parent, const QString &name, int most, int step)
{
    auto *field = new QSpinBox(parent);
    field->setObjectName(name);
    field->setRange(0, most);
    field->setSingleStep(step);
    field->setGroupSeparatorShown(true);
    return field;
}

QComboBox *makeCombo(QWidget *parent, const QString &name)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(name);
    return combo;
}

// A limit is never shown as none: less than a cent is a cent, less than a minute a minute.
double shownDollars(const Budget &budget)
{
    const double cents = double(budget.nanoUsd.value_or(0)) / BudgetNanosPerDollar * 100;
    return cents > 0 && cents < 1 ? 0.01 : std::min(std::round(cents) / 100, MostDollars);
}

int shownMinutes(const Budget &budget)
{
    const qint64 seconds = budget.seconds.value_or(0);
    return int(std::min<qint64>((seconds + SecondsPerMinute - 1) / SecondsPerMinute, MostMinutes));
}

int shownCount(const std::optional<qint64> &limit)
{
    return int(std::min<qint64>(limit.value_or(0), MostCount));
}

} // namespace

std::optional<QList<int>> warnLevels(const QString &text)
{
    QList<int> levels;
    static const QRegularExpression between(u"[,;\\s]+"_s);
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    for (QString part : parts) {
        bool isNumber = false;
        part.remove(u'%');
        const int level = part.toInt(&isNumber);
        if (!isNumber || level < 1 || level > 100)
            return std::nullopt;
        if (!levels.contains(level))
            levels.append(level);
    }
    std::ranges::sort(levels);
    return levels;
}

BudgetDialog::BudgetDialog(
    CostBook *book, const Budget &budget, const CostNames &names, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_budget(budget)
    , m_names(names)
    , m_name(new QLineEdit(this))
    , m_scope(makeCombo(this, u"budgetScope"_s))
    , m_subject(makeCombo(this, u"budgetSubject"_s))
    , m_period(makeCombo(this, u"budgetPeriod"_s))
    , m_dollars(new QDoubleSpinBox(this))
    , m_tokens(makeCount(this, u"budgetTokens"_s, MostCount, TokenStep))
    , m_calls(makeCount(this, u"budgetCalls"_s, MostCount, 1))
    , m_minutes(makeCount(this, u"budgetMinutes"_s, MostMinutes, 1))
    , m_action(makeCombo(this, u"budgetAction"_s))
    , m_levels(new QLineEdit(this))
    , m_active(new QCheckBox(tr("The budget holds"), this))
    , m_problem(new WrappedLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(budget.id.isEmpty() ? tr("Add a budget") : tr("Change a budget"));
    setMinimumWidth(BudgetDialogWidth);
    addChoices();
    build();
    showBudget();
    follow();
}

bool BudgetDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return done;
}

void BudgetDialog::addChoices()
{
    for (const auto scope : { Budget::Scope::All, Budget::Scope::Team, Budget::Scope::Agent })
        m_scope->addItem(scopeWord(scope), int(scope));
    for (const auto period : { Budget::Period::Run, Budget::Period::Day, Budget::Period::Month })
        m_period->addItem(periodWord(period), int(period));
    for (const auto action :
        { SpendingCap::Action::Pause, SpendingCap::Action::Stop, SpendingCap::Action::Warn })
        m_action->addItem(actionWord(action), int(action));
    m_name->setObjectName(u"budgetName"_s);
    m_name->setMaxLength(MostNameLetters);
    m_name->setPlaceholderText(tr("Made from whose it is"));
    m_dollars->setObjectName(u"budgetDollars"_s);
    m_dollars->setRange(0, MostDollars);
    m_dollars->setDecimals(2);
    m_dollars->setGroupSeparatorShown(true);
    //: in front of an amount of US dollars
    m_dollars->setPrefix(tr("US$ "));
    m_dollars->setToolTip(tr("Counts where the prices of the models are known"));
    m_dollars->setSpecialValueText(tr("No limit"));
    m_tokens->setToolTip(tr("In and out together; holds for models without a price too"));
    m_minutes->setToolTip(tr("That agents work"));
    m_minutes->setSuffix(tr(" min"));
    for (QSpinBox *field : { m_tokens, m_calls, m_minutes })
        field->setSpecialValueText(tr("No limit"));
    m_levels->setObjectName(u"budgetLevels"_s);
    m_levels->setToolTip(tr("Percents of the limit, separated by commas"));
    m_levels->setPlaceholderText(tr("Never"));
    m_active->setObjectName(u"budgetActive"_s);
    m_problem->setObjectName(u"budgetProblem"_s);
    setTextLook(m_problem, TextStyle::Body, ColorToken::Err);
}

void BudgetDialog::build()
{
    m_form = new QFormLayout;
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("For"), m_scope);
    m_form->addRow(tr("Whose"), m_subject);
    m_form->addRow(tr("Period"), m_period);
    m_form->addRow(tr("Cost at most"), m_dollars);
    m_form->addRow(tr("Tokens at most"), m_tokens);
    m_form->addRow(tr("Calls at most"), m_calls);
    m_form->addRow(tr("Time at most"), m_minutes);
    m_form->addRow(tr("At the limit"), m_action);
    m_form->addRow(tr("Warn at percent"), m_levels);
    m_form->addRow(QString(), m_active);
    dressForm(m_form);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveBudget"_s);
    m_save->setDefault(true);
    setLook(m_save, Look::PrimaryButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(tr("Days and months are counted in UTC. Whatever limit is met "
                                     "first holds."),
        TextStyle::Body, ColorToken::TextDim, this));
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &BudgetDialog::save);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &BudgetDialog::followScope);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &BudgetDialog::follow);
    connect(m_dollars, &QDoubleSpinBox::valueChanged, this, &BudgetDialog::follow);
    for (const QSpinBox *field : { m_tokens, m_calls, m_minutes })
        connect(field, &QSpinBox::valueChanged, this, &BudgetDialog::follow);
    connect(m_levels, &QLineEdit::textChanged, this, &BudgetDialog::follow);
}

void BudgetDialog::showBudget()
{
    m_name->setText(m_budget.name);
    m_scope->setCurrentIndex(m_scope->findData(int(m_budget.scope)));
    m_period->setCurrentIndex(m_period->findData(int(m_budget.period)));
    m_action->setCurrentIndex(m_action->findData(int(m_budget.action)));
    m_dollars->setValue(shownDollars(m_budget));
    m_tokens->setValue(shownCount(m_budget.tokens));
    m_calls->setValue(shownCount(m_budget.calls));
    m_minutes->setValue(shownMinutes(m_budget));
    QStringList levels;
    for (const int level : std::as_const(m_budget.warnAt))
        levels.append(QString::number(level));
    m_levels->setText(levels.join(u", "_s));
    m_active->setChecked(m_budget.active);
    followScope();
}

void BudgetDialog::followScope()
{
    const auto scope = static_cast<Budget::Scope>(m_scope->currentData().toInt());
    m_subject->clear();
    m_form->setRowVisible(m_subject, scope != Budget::Scope::All);
    if (scope != Budget::Scope::All) {
        const auto choices
            = scope == Budget::Scope::Team ? m_names.teamChoices() : m_names.agentChoices();
        for (const auto &[name, id] : choices)
            m_subject->addItem(name, id);
        const int known = m_subject->findData(m_budget.subject);
        if (known < 0 && scope == m_budget.scope && !m_budget.subject.isEmpty())
            m_subject->addItem(m_budget.subject, m_budget.subject); // is no more, or elsewhere
        m_subject->setCurrentIndex(std::max(0, m_subject->findData(m_budget.subject)));
    }
    follow();
}

Budget BudgetDialog::entered() const
{
    Budget budget = m_budget;
    budget.name = m_name->text().trimmed();
    budget.scope = static_cast<Budget::Scope>(m_scope->currentData().toInt());
    budget.subject = m_subject->currentData().toString();
    budget.period = static_cast<Budget::Period>(m_period->currentData().toInt());
    budget.action = static_cast<SpendingCap::Action>(m_action->currentData().toInt());
    // What was not touched stays to the last digit, also where the field shows fewer.
    const auto limit = [](const std::optional<qint64> &before, bool untouched, qint64 value) {
        if (untouched)
            return before;
        return value > 0 ? std::optional<qint64>(value) : std::nullopt;
    };
    budget.nanoUsd = limit(m_budget.nanoUsd, m_dollars->value() == shownDollars(m_budget),
        std::llround(m_dollars->value() * BudgetNanosPerDollar));
    budget.tokens = limit(
        m_budget.tokens, m_tokens->value() == shownCount(m_budget.tokens), m_tokens->value());
    budget.calls
        = limit(m_budget.calls, m_calls->value() == shownCount(m_budget.calls), m_calls->value());
    budget.seconds = limit(m_budget.seconds, m_minutes->value() == shownMinutes(m_budget),
        qint64(m_minutes->value()) * SecondsPerMinute);
    budget.warnAt = warnLevels(m_levels->text()).value_or(QList<int>());
    budget.active = m_active->isChecked();
    return budget;
}

void BudgetDialog::follow()
{
    const Budget budget = entered();
    QString problem;
    if (budget.scope != Budget::Scope::All && budget.subject.isEmpty())
        problem = tr("Choose whose budget it is.");
    else if (!warnLevels(m_levels->text()))
        problem = tr("Warnings come at percents from 1 to 100, separated by commas.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty() && budget.hasLimit());
    m_save->setToolTip(
        budget.hasLimit() ? QString() : tr("Set a limit of cost, tokens, calls or time first"));
}

void BudgetDialog::save()
{
    m_save->setEnabled(false);
    m_tasks.start(saveNow(entered()));
}

QCoro::Task<> BudgetDialog::saveNow(Budget budget)
{
    const QPointer<BudgetDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Budget> saved = co_await m_book->saveBudget(budget, stop);
    if (!self)
        co_return;
    if (saved) {
        accept();
        co_return;
    }
    m_problem->setText(errorText(saved.error()));
    m_problem->show();
    m_save->setEnabled(true);
}

} // namespace renum::ui
