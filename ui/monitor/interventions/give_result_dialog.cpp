// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/give_result_dialog.h"

#include "ui/monitor/step_name.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

GiveResultDialog::GiveResultDialog(const StepRecord &step, QWidget *parent)
    : QDialog(parent)
    , m_step(step.id)
    , m_value(new QPlainTextEdit(this))
    , m_use(nullptr)
{
    const QString name = stepName(step);
    setWindowTitle(tr("Skip %1").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool works = step.status == StepStatus::Running;
    auto *explanation = new WrappedLabel(works
            ? tr("%1 is at work: it is stopped first. The steps after it get what you write here.")
                  .arg(name)
            : tr("%1 does not run. The steps after it get what you write here.").arg(name),
        this);
    explanation->setObjectName(u"giveResultExplanation"_s);
    auto *label = new QLabel(tr("&Result of %1").arg(name), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_value);
    m_value->setObjectName(u"givenResult"_s);
    m_value->setAccessibleName(tr("Result of %1").arg(name));
    m_value->setPlaceholderText(tr("A text, or JSON as the agent would answer"));
    m_value->setToolTip(tr("Kept with the execution, with your name"));
    m_value->setTabChangesFocus(true);
    m_value->setMinimumHeight(m_value->fontMetrics().lineSpacing() * 7);
    m_value->setPlainText(step.output ? step.output->result : QString());

    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("&Use this result"), QDialogButtonBox::AcceptRole);
    QPushButton *skip
        = buttons->addButton(tr("&Skip without a result"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_use->setObjectName(u"useResultButton"_s);
    skip->setObjectName(u"skipButton"_s);
    setLook(m_use, Look::PrimaryButton);
    setLook(skip, Look::DangerButton);
    skip->setToolTip(tr("Steps that need the result of %1 are skipped too").arg(name));
    cancel->setToolTip(tr("Close this and change nothing (Esc)"));
    connect(m_use, &QPushButton::clicked, this, [this] { finish(m_value->toPlainText()); });
    connect(skip, &QPushButton::clicked, this, [this] { finish(std::nullopt); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_value, &QPlainTextEdit::textChanged, this, &GiveResultDialog::updateButtons);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    column->addWidget(explanation);
    column->addWidget(label);
    column->addWidget(m_value, 1);
    column->addWidget(buttons);
    setMinimumWidth(Theme::Space4 * 32);
    updateButtons();
}

void GiveResultDialog::updateButtons()
{
    const bool empty = m_value->toPlainText().trimmed().isEmpty();
    m_use->setEnabled(!empty);
    m_use->setToolTip(
        empty ? tr("Write a result first") : tr("Complete the step with what you wrote"));
}

void GiveResultDialog::finish(const std::optional<QString> &value)
{
    emit confirmed(m_step, value);
    accept();
}

} // namespace renum::ui
