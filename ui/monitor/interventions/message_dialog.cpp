// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/message_dialog.h"

#include "core/team/message_board.h"
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

namespace {

/// With %1 for the agent's name.
QString whenRead(const StepRecord &step)
{
    if (step.status == StepStatus::Running)
        return MessageDialog::tr(
            "%1 is at work: it reads the message when it asks for its messages, or starts again.");
    if (isTerminal(step.status))
        return MessageDialog::tr(
            "%1 has ended: it reads the message only if it runs once more, in a loop or because "
            "you retry it.");
    return MessageDialog::tr("%1 reads the message when it starts.");
}

} // namespace

MessageDialog::MessageDialog(const StepRecord &step, QWidget *parent)
    : QDialog(parent)
    , m_agent(step.agentId)
    , m_text(new QPlainTextEdit(this))
{
    const QString name = stepName(step);
    setWindowTitle(tr("Message to %1").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *explanation = new WrappedLabel(whenRead(step).arg(name), this);
    explanation->setObjectName(u"whenRead"_s);
    auto *label = new QLabel(tr("&Message"), this);
    label->setBuddy(m_text);
    m_text->setObjectName(u"messageText"_s);
    m_text->setAccessibleName(tr("Message to %1").arg(name));
    m_text->setToolTip(tr("Kept with the execution, as from a person"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * 5);

    auto *buttons = new QDialogButtonBox(this);
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"sendButton"_s);
    setLook(m_send, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this and send nothing (Esc)"));
    connect(m_send, &QPushButton::clicked, this, [this] {
        emit confirmed(m_agent, m_text->toPlainText().trimmed());
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageDialog::updateButtons);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    column->addWidget(explanation);
    column->addWidget(label);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    setMinimumWidth(Theme::Space4 * 28);
    updateButtons();
}

void MessageDialog::updateButtons()
{
    const QString text = m_text->toPlainText().trimmed();
    const bool tooLong = text.toUtf8().size() > MessageLimits::MaxMessageBytes - 64;
    m_send->setEnabled(!text.isEmpty() && !tooLong);
    m_send->setToolTip(tooLong ? tr("A message may have at most 64 KiB")
            : text.isEmpty()   ? tr("Write something first")
                               : tr("Put it into the agent's mailbox"));
}

} // namespace renum::ui
