// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/cap_dialog.h"

#include "core/model/intervention.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double NanoPerUsd = 1e9;
constexpr double MostUsd = 1e6;
constexpr int MostCount = std::numeric_limits<int>::max();
constexpr int MoreCalls = 10;
constexpr int MoreTokens = 10'000;

/// A start that is above what was spent: half as much again.
int suggestion(qint64 limit, qint64 spent, int step)
{
    const qint64 wanted = std::max({ limit, spent + spent / 2, spent + step });
    return int(std::min<qint64>(wanted, MostCount));
}

} // namespace

CapDialog::CapDialog(const Execution &execution, QWidget *parent)
    : QDialog(parent)
    , m_spent(execution.usage)
    , m_usesMoney(new QCheckBox(tr("&Money"), this))
    , m_money(new QDoubleSpinBox(this))
    , m_usesTokens(new QCheckBox(tr("&Tokens"), this))
    , m_tokens(new QSpinBox(this))
    , m_usesCalls(new QCheckBox(tr("C&alls of models"), this))
    , m_calls(new QSpinBox(this))
    , m_action(new QComboBox(this))
    , m_problem(wrappedText({}, TextStyle::Body, ColorToken::Err, this))
{
    setWindowTitle(tr("Spending limit"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill(execution);
    update();
}

void CapDialog::build()
{
    m_usesMoney->setObjectName(u"capUsesMoney"_s);
    m_usesTokens->setObjectName(u"capUsesTokens"_s);
    m_usesCalls->setObjectName(u"capUsesCalls"_s);
    m_money->setObjectName(u"capMoney"_s);
    m_tokens->setObjectName(u"capTokens"_s);
    m_calls->setObjectName(u"capCalls"_s);
    m_action->setObjectName(u"capAction"_s);
    m_problem->setObjectName(u"capProblem"_s);
    m_money->setDecimals(4);
    m_money->setRange(0, MostUsd);
    m_money->setPrefix(tr("US$ "));
    m_money->setAccessibleName(tr("Most that it may cost, in US dollars"));
    m_tokens->setRange(0, MostCount);
    m_tokens->setGroupSeparatorShown(true);
    m_tokens->setSingleStep(MoreTokens);
    m_tokens->setAccessibleName(tr("Most tokens, in and out together"));
    m_calls->setRange(0, MostCount);
    m_calls->setAccessibleName(tr("Most calls of models"));
    m_action->addItem(tr("Pause and ask me"));
    m_action->addItem(tr("Stop the team"));
    m_action->addItem(tr("Only tell me"));
    m_action->setAccessibleName(tr("What happens at the limit"));
    m_action->setToolTip(tr("Agents that work then finish; a limit of tokens or money is passed by "
                            "what they still use at most"));

    auto *buttons = new QDialogButtonBox(this);
    m_set = buttons->addButton(tr("&Set limit"), QDialogButtonBox::AcceptRole);
    m_set->setObjectName(u"setCapButton"_s);
    setLook(m_set, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this and change nothing (Esc)"));
    connect(m_set, &QPushButton::clicked, this, [this] {
        emit confirmed(cap());
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(Theme::Space3);
    grid->setVerticalSpacing(Theme::Space2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(
        new WrappedLabel(tr("What this execution may spend in all. It never begins a call that "
                            "goes over a limit of calls."),
            this),
        0, 0, 1, 2);
    int row = 1;
    const auto add = [&](QCheckBox *box, QWidget *field) {
        grid->addWidget(box, row, 0);
        grid->addWidget(field, row++, 1);
        connect(box, &QCheckBox::toggled, this, [this] { update(); });
    };
    add(m_usesMoney, m_money);
    add(m_usesTokens, m_tokens);
    add(m_usesCalls, m_calls);
    auto *atLimit = new QLabel(tr("At the &limit"), this);
    atLimit->setBuddy(m_action);
    grid->addWidget(atLimit, row, 0);
    grid->addWidget(m_action, row++, 1);
    grid->addWidget(m_problem, row++, 0, 1, 2);
    grid->addWidget(buttons, row, 0, 1, 2);
    connect(m_money, &QDoubleSpinBox::valueChanged, this, [this] { update(); });
    connect(m_tokens, &QSpinBox::valueChanged, this, [this] { update(); });
    connect(m_calls, &QSpinBox::valueChanged, this, [this] { update(); });
    setMinimumWidth(Theme::Space4 * 28);
}

void CapDialog::fill(const Execution &execution)
{
    const SpendingCap &cap = execution.cap;
    m_usesMoney->setChecked(cap.nanoUsd.has_value());
    m_usesTokens->setChecked(cap.tokens.has_value());
    m_usesCalls->setChecked(cap.calls.has_value());
    const double spent = double(m_spent.cost.nanoUsd) / NanoPerUsd;
    const double limit = double(cap.nanoUsd.value_or(0)) / NanoPerUsd;
    m_money->setValue(std::max({ limit, spent * 1.5, 0.01 }));
    m_tokens->setValue(suggestion(cap.tokens.value_or(0), tokensOf(m_spent), MoreTokens));
    m_calls->setValue(suggestion(cap.calls.value_or(0), m_spent.requestCount, MoreCalls));
    m_action->setCurrentIndex(int(cap.action));
}

SpendingCap CapDialog::cap() const
{
    SpendingCap cap;
    if (m_usesMoney->isChecked())
        cap.nanoUsd = qint64(std::llround(m_money->value() * NanoPerUsd));
    if (m_usesTokens->isChecked())
        cap.tokens = m_tokens->value();
    if (m_usesCalls->isChecked())
        cap.calls = m_calls->value();
    cap.action = SpendingCap::Action(m_action->currentIndex());
    return cap;
}

void CapDialog::update()
{
    m_money->setEnabled(m_usesMoney->isChecked());
    m_tokens->setEnabled(m_usesTokens->isChecked());
    m_calls->setEnabled(m_usesCalls->isChecked());
    m_action->setEnabled(cap().isSet());
    const bool low = isReached(cap(), m_spent, 0);
    m_problem->setVisible(low);
    m_problem->setText(low ? tr("More than that has been spent already.") : QString());
    m_set->setEnabled(!low);
    m_set->setToolTip(low   ? m_problem->text()
            : cap().isSet() ? tr("It counts at once; an execution that holds at its limit goes on")
                            : tr("No limit any more"));
}

} // namespace renum::ui
