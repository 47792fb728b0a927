// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/monitor_page.h"

#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/compare/compare_view.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_pane.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/execution_window.h"
#include "ui/monitor/executions/execution_list_panel.h"
#include "ui/settings/app_settings.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// The elapsed time counts seconds; twice as often keeps it even.
constexpr int TickMs = 500;
constexpr int ListWidth = 264;

} // namespace

class MonitorPage::Private {
public:
    Private(Workspace *newWorkspace, Theme *newTheme, MonitorPage *page)
        : workspace(newWorkspace)
        , theme(newTheme)
        , headers(new QStackedWidget(page))
        , list(new ExecutionListPanel(newWorkspace, newTheme, page))
        , stack(new QStackedWidget(page))
        , nothing(new QLabel(stack))
        , tabs(new QTabWidget(page))
        , closeTab(new QAction(page))
        , toWindow(new QAction(page))
    {
    }

    Workspace *workspace;
    Theme *theme;
    AppSettings *settings = nullptr;
    QPointer<QStackedWidget> headers; ///< the window arranges it and may delete it first
    ExecutionListPanel *list;
    QStackedWidget *stack;
    QLabel *nothing;
    QTabWidget *tabs;
    QAction *closeTab;
    QAction *toWindow;
    QList<QPointer<ExecutionWindow>> windows;
    QByteArray arrangement; ///< as the person left it last, for what is opened next
    QTimer tick;
};

MonitorPage::MonitorPage(Workspace *workspace, Theme *theme, QWidget *parent)
    : Page(parent)
    , d(std::make_unique<Private>(workspace, theme, this))
{
    build();
    makeActions();
    retranslate();
    addTab();
    connect(d->list, &ExecutionListPanel::executionChosen, this, &MonitorPage::openHere);
    connect(d->list, &ExecutionListPanel::openInTabRequested, this, &MonitorPage::openInTab);
    connect(d->list, &ExecutionListPanel::openInWindowRequested, this, &MonitorPage::openInWindow);
    connect(d->list, &ExecutionListPanel::compareRequested, this, &MonitorPage::compare);
    connect(d->list, &ExecutionListPanel::toastRequested, this, &MonitorPage::toastRequested);
    connect(d->tabs, &QTabWidget::currentChanged, this, &MonitorPage::onCurrentChanged);
    connect(d->tabs, &QTabWidget::tabCloseRequested, this, &MonitorPage::closeTab);
    connect(
        d->tabs->tabBar(), &QTabBar::customContextMenuRequested, this, &MonitorPage::showTabMenu);
    d->tick.setInterval(TickMs);
    connect(&d->tick, &QTimer::timeout, this, &MonitorPage::onTick);
    d->tick.start();
    setListShown(true);
}

MonitorPage::~MonitorPage()
{
    // What goes away with the page was not closed by the person.
    d->settings = nullptr;
    d->tabs->disconnect(this);
    for (const QPointer<ExecutionWindow> &window : std::as_const(d->windows))
        delete window.data();
}

void MonitorPage::build()
{
    setLook(this, Look::Page);
    d->nothing->setAlignment(Qt::AlignCenter);
    d->nothing->setWordWrap(true);
    setTextLook(d->nothing, TextStyle::Body, ColorToken::TextDim);
    d->stack->addWidget(d->nothing);
    d->stack->addWidget(d->tabs);
    d->tabs->setObjectName(u"executionTabs"_s);
    d->tabs->setDocumentMode(true);
    d->tabs->setTabsClosable(true);
    d->tabs->setMovable(true);
    d->tabs->setTabBarAutoHide(true);
    d->tabs->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(d->list);
    split->addWidget(d->stack);
    split->setCollapsible(1, false);
    split->setStretchFactor(1, 1);
    split->setHandleWidth(1);
    split->setSizes({ ListWidth, 4 * ListWidth });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
}

void MonitorPage::makeActions()
{
    d->closeTab->setObjectName(u"closeExecution"_s);
    d->closeTab->setShortcut(QKeySequence::Close);
    d->toWindow->setObjectName(u"executionToWindow"_s);
    d->toWindow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    for (QAction *action : { d->closeTab, d->toWindow }) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(d->closeTab, &QAction::triggered, this, [this] { closeTab(d->tabs->currentIndex()); });
    connect(
        d->toWindow, &QAction::triggered, this, [this] { moveToWindow(d->tabs->currentIndex()); });
}

void MonitorPage::retranslate()
{
    d->nothing->setText(
        tr("Choose an execution on the left to see what its agents did, or run a team to watch it "
           "work."));
    d->tabs->tabBar()->setAccessibleName(tr("Open executions"));
    d->closeTab->setText(tr("Close this execution's tab"));
    d->toWindow->setText(tr("Move this execution to a window of its own"));
}

void MonitorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

PageEntry MonitorPage::entry()
{
    return { u"monitor"_s, [] { return tr("Monitor"); } };
}

QWidget *MonitorPage::headerWidget() const
{
    return d->headers;
}

QList<QAction *> MonitorPage::commands() const
{
    const ExecutionPane *pane = currentPane();
    return pane ? actions() + pane->commands() : actions();
}

void MonitorPage::activated()
{
    d->list->reload();
}

// --- what is open ------------------------------------------------------------------------------

ExecutionPane *MonitorPage::makePane()
{
    auto *pane = new ExecutionPane(d->workspace, d->theme, this);
    connect(pane, &ExecutionPane::changed, this, [this, pane] { onPaneChanged(pane); });
    connect(pane, &ExecutionPane::started, this, &MonitorPage::showExecution);
    connect(pane, &ExecutionPane::executionRequested, this, &MonitorPage::openInTab);
    connect(pane, &ExecutionPane::runAgainRequested, this, &MonitorPage::runAgainRequested);
    connect(pane->header(), &ExecutionHeader::listToggled, this, &MonitorPage::setListShown);
    connect(pane->view()->docks(), &PartDocks::arrangementChanged, this,
        [this, pane] { keepArrangement(pane); });
    pane->view()->docks()->setArrangement(d->arrangement);
    return pane;
}

ExecutionPane *MonitorPage::addTab()
{
    ExecutionPane *pane = makePane();
    if (d->headers)
        d->headers->addWidget(pane->header());
    pane->header()->setListShown(d->list->isVisibleTo(this));
    d->tabs->addTab(pane, pane->title());
    return pane;
}

ExecutionPane *MonitorPage::paneAt(int tab) const
{
    return qobject_cast<ExecutionPane *>(d->tabs->widget(tab));
}

ExecutionPane *MonitorPage::currentPane() const
{
    return paneAt(d->tabs->currentIndex());
}

void MonitorPage::showExecution(const ExecutionId &id)
{
    // Who comes to watch one execution wants to see it, not the others.
    setListShown(false);
    if (bringForward(id))
        return;
    const Execution &current = currentPane()->execution();
    const bool busy = !currentPane()->id().isEmpty() && !isTerminal(current.status);
    if (busy)
        openInTab(id);
    else
        openHere(id);
}

void MonitorPage::openHere(const ExecutionId &id)
{
    ExecutionPane *pane = currentPane();
    d->stack->setCurrentWidget(d->tabs);
    d->list->setCurrent(id);
    if (pane->id() != id)
        pane->open(id);
    keepOpenOnes();
}

/// When it is open in a tab already.
bool MonitorPage::bringForward(const ExecutionId &id)
{
    for (int tab = 0; tab < d->tabs->count(); ++tab) {
        if (paneAt(tab)->id() == id) {
            d->tabs->setCurrentIndex(tab);
            return true;
        }
    }
    return false;
}

void MonitorPage::openInTab(const ExecutionId &id)
{
    if (bringForward(id))
        return;
    ExecutionPane *pane = currentPane()->id().isEmpty() ? currentPane() : addTab();
    d->tabs->setCurrentWidget(pane);
    openHere(id);
}

void MonitorPage::openInWindow(const ExecutionId &id)
{
    ExecutionPane *pane = makePane();
    pane->open(id);
    auto *window = new ExecutionWindow(pane, this);
    d->windows << window;
    window->show();
}

void MonitorPage::moveToWindow(int tab)
{
    ExecutionPane *pane = paneAt(tab);
    if (!pane || pane->id().isEmpty())
        return;
    const ExecutionId id = pane->id();
    closeTab(tab);
    openInWindow(id);
}

void MonitorPage::closeTab(int tab)
{
    ExecutionPane *pane = paneAt(tab);
    if (!pane)
        return;
    if (d->tabs->count() == 1) {
        pane->open({});
        d->stack->setCurrentIndex(0);
    } else {
        d->tabs->removeTab(tab);
        delete pane->header();
        delete pane;
    }
    keepOpenOnes();
}

void MonitorPage::compare(const ExecutionId &before, const ExecutionId &after)
{
    const CompareView *view = CompareView::openWindow(d->workspace, d->theme, before, after, this);
    connect(view, &CompareView::executionChosen, this, &MonitorPage::openInTab);
}

void MonitorPage::showTabMenu(const QPoint &position)
{
    const int tab = d->tabs->tabBar()->tabAt(position);
    if (tab < 0)
        return;
    d->tabs->setCurrentIndex(tab);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(d->toWindow);
    QAction *comparing = menu->addAction(
        tr("Co&mpare…"), currentPane(), [pane = currentPane()] { pane->compare(); });
    comparing->setObjectName(u"compareTab"_s);
    comparing->setEnabled(isTerminal(currentPane()->execution().status));
    menu->addAction(d->closeTab);
    menu->popup(d->tabs->tabBar()->mapToGlobal(position));
}

void MonitorPage::onCurrentChanged()
{
    ExecutionPane *pane = currentPane();
    if (!pane)
        return;
    if (d->headers && pane->header())
        d->headers->setCurrentWidget(pane->header());
    d->list->setCurrent(pane->id());
    emit headerChanged();
    emit commandsChanged();
}

void MonitorPage::onPaneChanged(ExecutionPane *pane)
{
    const int tab = d->tabs->indexOf(pane);
    if (tab < 0)
        return;
    if (d->tabs->tabText(tab) != pane->title()) {
        d->tabs->setTabText(tab, pane->title());
        d->tabs->setTabToolTip(tab, pane->title());
    }
    if (pane == currentPane())
        emit headerChanged();
}

void MonitorPage::onTick()
{
    for (const QPointer<ExecutionWindow> &window : std::as_const(d->windows)) {
        if (window && window->isVisible())
            window->pane()->tick();
    }
    if (!isVisible())
        return;
    currentPane()->tick();
    d->list->tick();
}

void MonitorPage::setListShown(bool shown)
{
    d->list->setVisible(shown);
    for (int tab = 0; tab < d->tabs->count(); ++tab) {
        if (ExecutionHeader *header = paneAt(tab)->header())
            header->setListShown(shown);
    }
}

// --- what is remembered ------------------------------------------------------------------------

void MonitorPage::remember(AppSettings *settings)
{
    d->arrangement = settings->value(settings::MonitorArrangement);
    currentPane()->view()->docks()->setArrangement(d->arrangement);
    const QStringList open = settings->value(settings::OpenExecutions);
    for (const QString &id : open.first(std::min<qsizetype>(open.size(), MostRemembered)))
        openInTab(ExecutionId(id));
    d->settings = settings;
}

void MonitorPage::keepOpenOnes()
{
    if (!d->settings)
        return;
    QStringList open;
    for (int tab = 0; tab < d->tabs->count(); ++tab) {
        if (!paneAt(tab)->id().isEmpty())
            open << paneAt(tab)->id().toString();
    }
    d->settings->setValue(settings::OpenExecutions, open);
}

void MonitorPage::keepArrangement(const ExecutionPane *pane)
{
    d->arrangement = pane->view()->docks()->arrangement();
    if (d->settings)
        d->settings->setValue(settings::MonitorArrangement, d->arrangement);
}

} // namespace renum::ui
