// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/palette/palette_panel.h"

#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/palette/palette_delegate.h"
#include "ui/builder/palette/palette_model.h"
#include "ui/shell/state_panel.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int LeastWidth = 6 * Theme::ControlHeight;
} // namespace

PalettePanel::PalettePanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_catalog(parts.catalog)
    , m_selection(parts.selection)
    , m_document(parts.document)
    , m_model(new PaletteModel(parts.workspace, parts.catalog, parts.document, this))
    , m_search(new QLineEdit(this))
    , m_counter(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(m_stack))
    , m_state(new StatePanel(parts.theme, m_stack))
    , m_failure(new QPushButton(this))
{
    setLook(this, Look::Panel);
    // Else the words of the state panel would say how narrow it can be.
    setMinimumWidth(LeastWidth);
    m_search->setObjectName(u"paletteSearch"_s);
    m_search->addAction(
        parts.theme->icon(u"search"_s, ColorToken::TextDim), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    setTextLook(m_counter, TextStyle::Label, ColorToken::TextDim);
    m_counter->setObjectName(u"memberCount"_s);
    setLook(m_failure, Look::LinkButton);
    m_failure->setObjectName(u"readAgentsAgain"_s);
    m_list->setObjectName(u"palette"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(parts.theme, m_list));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space2, Theme::Space3, Theme::Space2, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_search);
    layout->addWidget(m_counter);
    layout->addWidget(m_failure);
    layout->addWidget(m_stack, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &PaletteModel::setSearch);
    connect(m_model, &PaletteModel::modelReset, this, &PalettePanel::showState);
    // Two clicks or Enter add; one click on who is there already shows where.
    connect(m_list, &QListView::activated, this, &PalettePanel::choose);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const AgentId member = m_model->usedMember(index); !member.isEmpty())
            m_selection->select(member);
    });
    connect(m_state, &StatePanel::actionTriggered, this, &PalettePanel::act);
    connect(m_failure, &QPushButton::clicked, m_catalog, &AgentCatalog::reload);
    connect(m_document, &TeamDocument::changed, this, &PalettePanel::retranslate);
    retranslate();
    showState();
}

void PalettePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PalettePanel::choose(const QModelIndex &index)
{
    if (const std::optional<WorkflowAgent> member = m_model->memberOf(index))
        emit addRequested(*member);
}

void PalettePanel::act()
{
    if (m_model->search().isEmpty())
        m_catalog->reload();
    else
        m_search->clear();
}

void PalettePanel::showState()
{
    const bool failed = m_catalog->state() == AgentCatalog::State::Failed;
    m_failure->setVisible(failed);
    if (failed) {
        m_failure->setText(tr("The agents could not be read. Try again"));
        m_failure->setToolTip(errorText(*m_catalog->error()));
    }
    const bool loading
        = m_catalog->state() == AgentCatalog::State::Loading && m_catalog->agents().isEmpty();
    if (m_model->rowCount() > 0 && !loading) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    m_stack->setCurrentWidget(m_state);
    if (loading)
        m_state->showLoading(tr("Asking the service for its agents…"));
    else
        m_state->showMessage(u"search"_s, tr("Nothing matches “%1”").arg(m_model->search()),
            tr("The search looks at names, models, descriptions and tools."), tr("Show all"));
}

bool PalettePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_model->firstAddable());
        return true;
    case Qt::Key_Down:
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_model->firstAddable());
        return true;
    default:
        return false;
    }
}

void PalettePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

void PalettePanel::retranslate()
{
    m_search->setPlaceholderText(tr("Search agents…"));
    m_search->setAccessibleName(tr("Search agents and steps"));
    m_search->setToolTip(
        tr("Searches names, models, descriptions and tools. Enter adds the first."));
    m_list->setAccessibleName(tr("Agents and steps to add"));
    const int most = ValidationLimits().maxAgents;
    m_counter->setText(
        tr("%1 of at most %2 members").arg(m_document->workflow().agents.size()).arg(most));
}

} // namespace renum::ui
