// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/messages_panel.h"

#include "ui/monitor/markdown_view.h"
#include "ui/monitor/messages/diagram_view.h"
#include "ui/monitor/messages/message_text.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <array>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

enum Place { DiagramPlace, ListPlace, EmptyPlace };

constexpr std::array Kinds { MessageType::Info, MessageType::Request, MessageType::Response,
    MessageType::Error, MessageType::ContextUpdate };

} // namespace

MessagesPanel::MessagesPanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new MessageModel(this))
{
    build();
    const auto chosen = [this](const QModelIndex &index) { choose(index); };
    connect(m_selection, &QItemSelectionModel::currentRowChanged, this, chosen);
    for (QAbstractItemView *each :
        { static_cast<QAbstractItemView *>(m_diagram), static_cast<QAbstractItemView *>(m_list) }) {
        connect(each, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
            if (const FlowMessage *message = m_model->message(index.row()))
                emit momentChosen(message->seq);
        });
    }
    connect(m_linked, &QPushButton::clicked, this, &MessagesPanel::showLinked);
    connect(m_agent, &QComboBox::currentIndexChanged, this, &MessagesPanel::applyFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MessagesPanel::applyFilter);
    connect(m_openOnly, &QCheckBox::toggled, this, &MessagesPanel::applyFilter);
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_agent->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
        m_openOnly->setChecked(false);
    });
    connect(m_diagramButton, &QToolButton::clicked, this, [this] { setMode(Mode::Diagram); });
    connect(m_listButton, &QToolButton::clicked, this, [this] { setMode(Mode::List); });
    retranslate();
    showContent();
}

void MessagesPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addWidget(buildFilters());
    m_diagram = new DiagramView(m_model, m_theme, this);
    m_selection = m_diagram->selectionModel();
    m_list = new QTreeView(this);
    m_list->setObjectName(u"messageList"_s);
    m_list->setModel(m_model);
    m_list->setSelectionModel(m_selection);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(MessageModel::Text, QHeaderView::Stretch);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_diagram);
    m_stack->addWidget(m_list);
    m_stack->addWidget(buildEmpty());
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_stack);
    split->addWidget(buildDetail());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    column->addWidget(split, 1);
}

QWidget *MessagesPanel::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
    row->setSpacing(Theme::Space2);
    auto *group = new QButtonGroup(bar);
    const auto segment = [&](const QString &name) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setCheckable(true);
        setLook(button, Look::SegmentButton);
        group->addButton(button);
        row->addWidget(button);
        return button;
    };
    m_diagramButton = segment(u"messagesAsDiagram"_s);
    m_listButton = segment(u"messagesAsList"_s);
    m_agent = new QComboBox(bar);
    m_agent->setObjectName(u"messageAgentFilter"_s);
    m_kind = new QComboBox(bar);
    m_kind->setObjectName(u"messageKindFilter"_s);
    for (QComboBox *box : { m_agent, m_kind })
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_openOnly = new QCheckBox(bar);
    m_openOnly->setObjectName(u"openMessagesOnly"_s);
    row->addStretch(1);
    row->addWidget(m_agent);
    row->addWidget(m_kind);
    row->addWidget(m_openOnly);
    return bar;
}

QWidget *MessagesPanel::buildDetail()
{
    m_detail = new QWidget(this);
    m_detailTitle = new QLabel(m_detail);
    m_detailTitle->setObjectName(u"messageTitle"_s);
    m_detailTitle->setTextFormat(Qt::PlainText);
    m_detailTitle->setWordWrap(true);
    setTextLook(m_detailTitle, TextStyle::Label, ColorToken::TextDim);
    m_linked = new QPushButton(m_detail);
    m_linked->setObjectName(u"linkedMessage"_s);
    setLook(m_linked, Look::LinkButton);
    m_text = new MarkdownView(m_theme, m_detail);
    m_text->setObjectName(u"messageText"_s);
    setLook(m_text, Look::Panel);
    auto *head = new QHBoxLayout;
    head->addWidget(m_detailTitle, 1);
    head->addWidget(m_linked);
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(Theme::Space4, Theme::Space1, Theme::Space4, Theme::Space2);
    column->setSpacing(Theme::Space1);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    m_detail->hide();
    return m_detail;
}

QWidget *MessagesPanel::buildEmpty()
{
    auto *page = new QWidget(this);
    m_empty = new QLabel(page);
    m_empty->setObjectName(u"noMessages"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setTextLook(m_empty, TextStyle::Body, ColorToken::TextDim);
    m_clearFilter = new QPushButton(page);
    m_clearFilter->setObjectName(u"clearMessageFilter"_s);
    auto *column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_empty);
    column->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

void MessagesPanel::retranslate()
{
    m_diagramButton->setText(tr("Diagram"));
    m_diagramButton->setToolTip(tr("A lane for each agent, an arrow for each message"));
    m_listButton->setText(tr("List"));
    m_listButton->setToolTip(tr("A row for each message"));
    m_list->setAccessibleName(tr("Messages as a list"));
    m_agent->setAccessibleName(tr("Show messages of"));
    m_agent->setToolTip(tr("Show only what this agent sent or got"));
    m_kind->setAccessibleName(tr("Kind of message"));
    m_kind->setToolTip(tr("Show only messages of this kind"));
    m_openOnly->setText(tr("Unread or unanswered"));
    m_openOnly->setToolTip(
        tr("Show only what somebody has not read, and requests without an answer"));
    m_clearFilter->setText(tr("Show all messages"));
    m_text->setAccessibleName(tr("Text of the message"));
    const int kind = std::max(0, m_kind->currentIndex());
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    m_kind->addItem(tr("All kinds"));
    for (const MessageType type : Kinds)
        m_kind->addItem(kindText(type), static_cast<int>(type));
    m_kind->setCurrentIndex(kind);
    fillAgents();
    m_shownRevision = -1;
    refresh();
}

void MessagesPanel::fillAgents()
{
    const QVariant chosen = m_agent->currentData();
    m_agent->blockSignals(true);
    m_agent->clear();
    m_agent->addItem(tr("Everyone"), QString());
    for (const FlowLane &lane : m_model->flow().lanes())
        m_agent->addItem(lane.name, lane.id.toString());
    m_agent->setCurrentIndex(std::max(0, m_agent->findData(chosen)));
    m_agent->blockSignals(false);
    if (m_agent->currentData() != chosen)
        applyFilter(); // that agent is not in this execution
}

void MessagesPanel::setSource(const MessageFlow *flow)
{
    m_flow = flow;
    refresh();
}

void MessagesPanel::clear()
{
    m_flow = nullptr;
    m_chosenAgent = {};
    m_shownRevision = -1;
    m_clearFilter->click();
    refresh();
}

void MessagesPanel::refresh()
{
    static const MessageFlow nothing;
    const MessageFlow &flow = m_flow ? *m_flow : nothing;
    if (flow.revision() == m_shownRevision)
        return;
    m_shownRevision = flow.revision();
    const QScrollBar *bar = view()->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    const qsizetype lanes = m_model->flow().lanes().size();
    m_model->setFlow(flow);
    if (flow.lanes().size() != lanes || m_agent->count() != flow.lanes().size() + 1)
        fillAgents();
    m_diagram->layOut();
    showContent();
    showMessage(m_selection->currentIndex().row());
    if (atEnd)
        view()->scrollToBottom();
}

void MessagesPanel::applyFilter()
{
    MessageFilter filter;
    filter.agent = AgentId(m_agent->currentData().toString());
    if (m_kind->currentIndex() > 0)
        filter.type = static_cast<MessageType>(m_kind->currentData().toInt());
    filter.openOnly = m_openOnly->isChecked();
    m_model->setFilter(filter);
    showContent();
    showMessage(m_selection->currentIndex().row());
}

QAbstractItemView *MessagesPanel::view() const
{
    return m_mode == Mode::Diagram ? static_cast<QAbstractItemView *>(m_diagram) : m_list;
}

void MessagesPanel::setMode(Mode mode)
{
    m_mode = mode;
    showContent();
    view()->scrollTo(m_selection->currentIndex());
}

void MessagesPanel::showContent()
{
    m_diagramButton->setChecked(m_mode == Mode::Diagram);
    m_listButton->setChecked(m_mode == Mode::List);
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(m_mode == Mode::Diagram ? DiagramPlace : ListPlace);
        return;
    }
    const bool filtered = !m_model->flow().messages().isEmpty();
    m_empty->setText(filtered
            ? tr("No message fits the filter.")
            : tr("No messages yet. Agents of a team can write to each other, ask for help and "
                 "answer; what they write is shown here."));
    m_clearFilter->setVisible(filtered);
    m_stack->setCurrentIndex(EmptyPlace);
}

void MessagesPanel::choose(const QModelIndex &index)
{
    showMessage(index.row());
    const FlowMessage *message = m_model->message(index.row());
    if (message && m_model->flow().laneOf(message->message.from) >= 0)
        emit agentChosen(message->message.from);
}

void MessagesPanel::showMessage(int row)
{
    const FlowMessage *shown = m_model->message(row);
    m_detail->setVisible(shown != nullptr);
    if (!shown)
        return;
    const MessageFlow &flow = m_model->flow();
    const QString outcome = outcomeText(flow, *shown);
    //: kind of message, sender, recipient
    const QString title = tr("%1 from %2 to %3")
                              .arg(kindText(shown->message.type), senderText(flow, shown->message),
                                  recipientText(flow, shown->message));
    m_detailTitle->setText(outcome.isEmpty() ? title : title + u" · "_s + outcome);
    m_linked->setText(shown->request >= 0 ? tr("Show the request") : tr("Show the answer"));
    m_linked->setVisible(shown->request >= 0 || shown->reply >= 0);
    m_text->setSource(bodyOf(shown->message), MarkdownView::Mode::Complete);
}

void MessagesPanel::showLinked()
{
    const FlowMessage *shown = m_model->message(m_selection->currentIndex().row());
    if (!shown)
        return;
    const int place = shown->request >= 0 ? shown->request : shown->reply;
    if (m_model->rowOf(place) < 0)
        m_clearFilter->click();
    const QModelIndex target = m_model->index(m_model->rowOf(place), 0);
    m_selection->setCurrentIndex(
        target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    view()->scrollTo(target);
}

void MessagesPanel::selectAgent(const AgentId &agent)
{
    // The same again does not take a message away that the person reads.
    if (std::exchange(m_chosenAgent, agent) == agent)
        return;
    const FlowMessage *shown = m_model->message(m_selection->currentIndex().row());
    const bool about = shown
        && (shown->message.from == agent || m_model->flow().recipients(*shown).contains(agent));
    if (!about)
        m_selection->clearCurrentIndex();
}

void MessagesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
