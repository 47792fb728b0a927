// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/rerun_dialog.h"

#include "ui/monitor/step_name.h"
#include "ui/theme/look.h"
#include "ui/theme/theme.h"
#include "ui/theme/wrapped_label.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

QStringList stepsAfter(const Execution &execution, const StepId &step)
{
    QStringList names;
    if (!execution.plan)
        return names;
    // In the order of the plan a step comes after what it needs.
    QSet<StepId> again { step };
    for (const PlanStep &each : execution.plan->steps) {
        const bool follows = std::ranges::any_of(
            each.dependencies, [&](const StepId &needed) { return again.contains(needed); });
        if (!follows || each.id == step)
            continue;
        again.insert(each.id);
        const StepRecord *record = execution.step(each.id);
        names << (record ? stepName(*record) : each.agentId.toString());
    }
    return names;
}

RerunDialog::RerunDialog(const Execution &execution, const StepRecord &step, QWidget *parent)
    : QDialog(parent)
    , m_step(step.id)
    , m_input(new QPlainTextEdit(this))
{
    const QString name = stepName(step);
    setWindowTitle(tr("Run again from %1").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    const QStringList after = stepsAfter(execution, step.id);
    QString what = tr("A new execution keeps the other results and runs %1 again.").arg(name);
    if (!after.isEmpty())
        what += u' ' + tr("After it run: %1.").arg(after.join(tr(", ", "between names in a list")));
    auto *explanation = new WrappedLabel(what, this);
    explanation->setObjectName(u"rerunExplanation"_s);
    auto *label = new QLabel(tr("Another &input for %1 (optional)").arg(name), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_input);
    m_input->setObjectName(u"rerunInput"_s);
    m_input->setAccessibleName(tr("Another input for %1").arg(name));
    m_input->setPlaceholderText(tr("Empty: what it got the first time"));
    m_input->setToolTip(tr("In place of what comes from the steps before"));
    m_input->setTabChangesFocus(true);
    m_input->setMinimumHeight(m_input->fontMetrics().lineSpacing() * 6);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *run = buttons->addButton(tr("&Run again"), QDialogButtonBox::AcceptRole);
    run->setObjectName(u"rerunButton"_s);
    run->setToolTip(tr("Begin the new execution and watch it"));
    setLook(run, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this and run nothing (Esc)"));
    connect(run, &QPushButton::clicked, this, &RerunDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    column->addWidget(explanation);
    column->addWidget(label);
    column->addWidget(m_input, 1);
    column->addWidget(buttons);
    setMinimumWidth(Theme::Space4 * 32);
}

void RerunDialog::finish()
{
    const QString input = m_input->toPlainText();
    emit confirmed(
        m_step, input.trimmed().isEmpty() ? std::nullopt : std::optional<QString>(input));
    accept();
}

} // namespace renum::ui
