// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/connect_list.h"

#include "core/workflow/editing/wire_offers.h"
#include "ui/builder/canvas/wire_words.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/team_graph_view.h"
#include "ui/theme/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 15 * Theme::Space6;
constexpr int ListHeight = 10 * Theme::Space6;

} // namespace

ConnectList::ConnectList(CanvasContext &context, int node, QWidget *canvas)
    : QFrame(canvas, Qt::Popup)
    , m_context(context)
    , m_from(context.endOf(node))
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"connect-list"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setLook(this, Look::Card);
    const QString title = tr("Wires of %1").arg(context.nameOf(node));
    setAccessibleName(title);
    m_words->setPlaceholderText(tr("Connect %1 to…").arg(context.nameOf(node)));
    m_words->setAccessibleName(title);
    m_words->setAccessibleDescription(
        tr("Type to filter, choose with the arrow keys, Enter connects or removes."));
    m_words->installEventFilter(this);
    m_list->setAccessibleName(title);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    column->setSpacing(Theme::Space2);
    column->addWidget(m_words);
    column->addWidget(m_list);
    resize(ListWidth, ListHeight);
    setFocusProxy(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &ConnectList::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &ConnectList::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ConnectList::choose);
    collect(node);
    filter({});
}

void ConnectList::collect(int node)
{
    const GraphModel &graph = m_context.graph();
    const QString mine = m_context.nameOf(node);
    const WireOffers offers(m_context.document->workflow(), m_from, WireOffers::Given::From);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const int other = static_cast<int>(i);
        const WireEnd to = m_context.endOf(other);
        const WireOffer offer = offers.offer(to);
        if (offer.isPossible())
            m_entries.push_back({ meaningText(offer.meaning, mine, m_context.nameOf(other)), to });
    }
    for (std::size_t i = 0; i < graph.wires.size(); ++i) {
        const GraphWire &wire = graph.wires[i];
        if (wire.from != node && wire.to != node)
            continue;
        m_entries.push_back({ tr("Remove the wire from %1 to %2")
                                  .arg(m_context.nameOf(wire.from), m_context.nameOf(wire.to)),
            {}, static_cast<int>(i) });
    }
}

void ConnectList::filter(const QString &words)
{
    m_list->clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].text.contains(words.trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(m_entries[i].text, m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(m_entries[i].text);
    }
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        return;
    }
    auto *none = new QListWidgetItem(tr("Nothing fits."), m_list);
    none->setFlags(Qt::NoItemFlags);
}

void ConnectList::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QVariant index = item ? item->data(Qt::UserRole) : QVariant();
    if (!index.isValid())
        return;
    const Entry entry = m_entries[static_cast<std::size_t>(index.toInt())];
    close();
    if (entry.wire >= 0)
        m_context.removeWires({ entry.wire });
    else
        m_context.join(m_from, entry.to);
}

/// The arrows move in the list while the person types.
bool ConnectList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void openConnectList(CanvasContext &context, TeamGraphView *canvas)
{
    const int node = canvas->selectedNode();
    if (node < 0)
        return;
    auto *list = new ConnectList(context, node, canvas);
    list->move(canvas->viewport()->mapToGlobal(canvas->nodeRect(node).topRight()));
    list->show();
    list->setFocus(Qt::PopupFocusReason);
}

} // namespace renum::ui
