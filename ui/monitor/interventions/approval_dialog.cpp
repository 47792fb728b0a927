// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/approval_dialog.h"

#include "ui/monitor/step_name.h"
#include "ui/theme/look.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

ApprovalDialog::ApprovalDialog(const StepRecord &step, QWidget *parent)
    : QDialog(parent)
    , m_agent(step.agentId)
    , m_comment(new QPlainTextEdit(this))
{
    const QString name = stepName(step);
    setWindowTitle(tr("Approve %1?").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *question = new QLabel(tr("%1 is ready to start and waits for you. If you reject it, it "
                                   "does not run, which counts "
                                   "as a failed step.")
                                    .arg(name),
        this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    auto *label = new QLabel(tr("&Comment (optional)"), this);
    label->setBuddy(m_comment);
    m_comment->setObjectName(u"approvalComment"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setToolTip(tr("Kept with the execution, with your decision"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(m_comment->fontMetrics().lineSpacing() * 4);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *approve = buttons->addButton(tr("&Approve"), QDialogButtonBox::AcceptRole);
    QPushButton *reject = buttons->addButton(tr("&Reject"), QDialogButtonBox::DestructiveRole);
    QPushButton *later = buttons->addButton(tr("Decide &later"), QDialogButtonBox::RejectRole);
    approve->setObjectName(u"approveButton"_s);
    reject->setObjectName(u"rejectButton"_s);
    setLook(approve, Look::PrimaryButton);
    setLook(reject, Look::DangerButton);
    approve->setToolTip(tr("Let %1 start").arg(name));
    reject->setToolTip(tr("Do not let %1 run").arg(name));
    later->setToolTip(tr("Close this and decide nothing (Esc)"));
    m_approve = approve;
    m_reject = reject;
    connect(approve, &QPushButton::clicked, this, [this] { finish(true); });
    connect(reject, &QPushButton::clicked, this, [this] { finish(false); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    for (QWidget *widget : std::initializer_list<QWidget *> { question, label, m_comment, buttons })
        column->addWidget(widget);
    setMinimumWidth(Theme::Space4 * 28);
}

void ApprovalDialog::prefer(bool approve)
{
    QPushButton *button = approve ? m_approve : m_reject;
    button->setDefault(true);
    button->setFocus(Qt::OtherFocusReason);
}

void ApprovalDialog::finish(bool approved)
{
    emit decided(m_agent, approved, m_comment->toPlainText().trimmed());
    accept();
}

} // namespace renum::ui
