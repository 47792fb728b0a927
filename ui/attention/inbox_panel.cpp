// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attention/inbox_panel.h"

#include "ui/attention/attention_watch.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

InboxPanel::InboxPanel(Workspace *workspace, AttentionWatch *watch, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_watch(watch)
    , m_title(new QLabel(this))
    , m_nothing(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_approve(new QPushButton(this))
    , m_reject(new QPushButton(this))
    , m_goOn(new QPushButton(this))
    , m_open(new QPushButton(this))
{
    setLook(this, Look::Card);
    setTextLook(m_title, TextStyle::Title);
    setTextLook(m_nothing, TextStyle::Body, ColorToken::TextDim);
    m_nothing->setWordWrap(true);
    m_list->setObjectName(u"inboxList"_s);
    m_approve->setObjectName(u"inboxApprove"_s);
    m_reject->setObjectName(u"inboxReject"_s);
    m_goOn->setObjectName(u"inboxContinue"_s);
    m_open->setObjectName(u"inboxOpen"_s);
    setLook(m_approve, Look::PrimaryButton);
    setLook(m_reject, Look::DangerButton);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : { m_approve, m_reject, m_goOn, m_open })
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    column->setSpacing(Theme::Space2);
    column->addWidget(m_title);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    setMinimumSize(Theme::Space4 * 30, Theme::Space4 * 16);
    setFocusProxy(m_list);
    m_list->installEventFilter(this);

    connect(watch, &AttentionWatch::itemsChanged, this, &InboxPanel::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &InboxPanel::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, &InboxPanel::open);
    connect(m_approve, &QPushButton::clicked, this, &InboxPanel::approve);
    connect(m_reject, &QPushButton::clicked, this, &InboxPanel::reject);
    connect(m_goOn, &QPushButton::clicked, this, &InboxPanel::goOn);
    connect(m_open, &QPushButton::clicked, this, &InboxPanel::open);
    retranslate();
}

void InboxPanel::retranslate()
{
    m_title->setText(tr("Waiting for you"));
    m_nothing->setText(tr("Nothing waits for you. Approvals, breakpoints, spending limits and "
                          "interruptions of all runs come here."));
    m_list->setAccessibleName(tr("Waiting for you"));
    m_approve->setText(tr("&Approve"));
    m_reject->setText(tr("&Reject…"));
    m_goOn->setText(tr("&Continue"));
    m_open->setText(tr("&Open the run"));
    m_approve->setToolTip(tr("Let the step start (A)"));
    m_reject->setToolTip(tr("Do not let the step run (R)"));
    m_open->setToolTip(tr("Show this run (Return)"));
    refresh();
}

void InboxPanel::refresh()
{
    const AttentionItem *selected = current();
    const std::optional<AttentionItem> kept = selected ? std::optional(*selected) : std::nullopt;
    m_items = m_watch->items();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const AttentionItem &item : std::as_const(m_items)) {
            //: what waits, since when
            m_list->addItem(
                tr("%1 · since %2")
                    .arg(attentionText(item), format::shortDate(item.since, wallClock())));
        }
        const qsizetype row = kept ? m_items.indexOf(*kept) : -1;
        m_list->setCurrentRow(int(std::max<qsizetype>(row, m_items.isEmpty() ? -1 : 0)));
    }
    m_list->setVisible(!m_items.isEmpty());
    m_nothing->setVisible(m_items.isEmpty());
    updateButtons();
}

const AttentionItem *InboxPanel::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_items.size() ? nullptr : &m_items.at(row);
}

void InboxPanel::updateButtons()
{
    const AttentionItem *item = current();
    const bool approval = item && item->kind == AttentionItem::Kind::Approval;
    m_approve->setVisible(approval);
    m_reject->setVisible(approval);
    const bool interrupted = item && item->kind == AttentionItem::Kind::Interrupted;
    m_goOn->setVisible(interrupted || (item && item->kind == AttentionItem::Kind::Breakpoint));
    m_goOn->setToolTip(interrupted ? tr("Let it go on where it was interrupted (C)")
                                   : tr("Go on from the breakpoint (C)"));
    m_open->setVisible(item);
}

void InboxPanel::open()
{
    if (const AttentionItem *item = current())
        emit executionRequested(item->execution);
}

void InboxPanel::approve()
{
    const AttentionItem *item = current();
    if (!item || item->kind != AttentionItem::Kind::Approval)
        return;
    const std::stop_token stop = m_tasks.token();
    m_tasks.start(
        tell(m_workspace->decideApproval(item->execution, item->agent, true, QString(), stop)));
}

// Counts as a failure of the step: asked once more, with room for a reason.
void InboxPanel::reject()
{
    const AttentionItem *item = current();
    if (!item || item->kind != AttentionItem::Kind::Approval)
        return;
    StepRecord step;
    step.agentId = item->agent;
    step.name = item->stepName;
    auto *dialog = new ApprovalDialog(step, this);
    dialog->prefer(false);
    connect(dialog, &ApprovalDialog::decided, this,
        [this, id = item->execution](const AgentId &agent, bool approved, const QString &comment) {
            const std::stop_token stop = m_tasks.token();
            m_tasks.start(tell(m_workspace->decideApproval(id, agent, approved, comment, stop)));
        });
    dialog->open();
}

void InboxPanel::goOn()
{
    const AttentionItem *item = current();
    if (!item)
        return;
    const std::stop_token stop = m_tasks.token();
    if (item->kind == AttentionItem::Kind::Interrupted)
        m_tasks.start(tell(m_workspace->resumeExecution(item->execution, stop)));
    if (item->kind != AttentionItem::Kind::Breakpoint)
        return;
    m_tasks.start(tell(m_workspace->continueExecution(item->execution, stop)));
}

QCoro::Task<> InboxPanel::tell(QCoro::Task<Result<void>> request)
{
    const QPointer<InboxPanel> self(this);
    const Result<void> done = co_await request;
    if (self && !done)
        emit failed(done.error());
}

// The list would take letters for the beginning of a row's text.
bool InboxPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_A:
        approve();
        return true;
    case Qt::Key_R:
        reject();
        return true;
    case Qt::Key_C:
        goOn();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void InboxPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void InboxPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_list->setFocus(Qt::PopupFocusReason);
}

} // namespace renum::ui
