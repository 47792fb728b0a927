// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_delegate.h"
#include "ui/monitor/log/log_details.h"
#include "ui/monitor/log/log_filter_bar.h"
#include "ui/monitor/log/log_list.h"
#include "ui/monitor/log/log_search_bar.h"
#include "ui/monitor/log/log_view_p.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TimeWidth = 112;

} // namespace

void LogView::Private::build()
{
    searchBar = new LogSearchBar(theme, q);
    filterBar = new LogFilterBar(q);
    filterBar->hide();
    stack = new QStackedWidget(q);
    stack->addWidget(buildLines());
    stack->addWidget(buildMessage());
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, Theme::Space1, 0, 0);
    column->setSpacing(0);
    column->addWidget(searchBar);
    column->addWidget(filterBar);
    column->addWidget(stack, 1);
    column->addWidget(buildFoot());
}

QWidget *LogView::Private::buildLines()
{
    split = new QSplitter(Qt::Vertical, stack);
    list = new LogList(model, theme, split);
    list->setObjectName(u"logList"_s);
    delegate = new LogDelegate(theme, list);
    list->setItemDelegate(delegate);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    details = new LogDetails(theme, split);
    details->hide();
    split->addWidget(list);
    split->addWidget(details);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    return split;
}

QWidget *LogView::Private::buildMessage()
{
    auto *page = new QWidget(stack);
    message = new QLabel(page);
    message->setObjectName(u"logMessage"_s);
    message->setTextFormat(Qt::PlainText);
    message->setWordWrap(true);
    setTextLook(message, TextStyle::Body, ColorToken::TextDim);
    messageAction = new QPushButton(page);
    messageAction->setObjectName(u"logMessageAction"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    column->addWidget(message);
    column->addWidget(messageAction, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

QWidget *LogView::Private::buildFoot()
{
    auto *foot = new QWidget(q);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(Theme::Space3, Theme::Space1, Theme::Space2, Theme::Space1);
    row->setSpacing(Theme::Space1);
    count = new QLabel(foot);
    count->setObjectName(u"logCount"_s);
    setTextLook(count, TextStyle::Label, ColorToken::TextDim);
    progress = new QProgressBar(foot);
    progress->setTextVisible(false);
    progress->setFixedWidth(TimeWidth);
    progress->hide();
    cancel = new QToolButton(foot);
    cancel->setObjectName(u"logCancelExport"_s);
    cancel->hide();
    time = new QLineEdit(foot);
    time->setObjectName(u"logTime"_s);
    time->setFixedWidth(TimeWidth);
    follow = new QToolButton(foot);
    follow->setObjectName(u"logFollow"_s);
    follow->setCheckable(true);
    follow->setChecked(true);
    save = new QToolButton(foot);
    save->setObjectName(u"logExport"_s);
    for (QToolButton *button : { follow, save, cancel })
        setLook(button, Look::QuietButton);
    row->addWidget(count, 1);
    for (QWidget *part : { static_cast<QWidget *>(progress), static_cast<QWidget *>(cancel),
             static_cast<QWidget *>(time), static_cast<QWidget *>(follow),
             static_cast<QWidget *>(save) })
        row->addWidget(part);
    return foot;
}

void LogView::Private::connectParts()
{
    connect(searchBar, &LogSearchBar::searched, q, [this] { search(); });
    connect(searchBar, &LogSearchBar::othersToggled, q, [this] { search(); });
    connect(searchBar, &LogSearchBar::nextRequested, q, [this] { goToHit(1); });
    connect(searchBar, &LogSearchBar::previousRequested, q, [this] { goToHit(-1); });
    connect(searchBar, &LogSearchBar::filtersToggled, filterBar, &QWidget::setVisible);
    connect(filterBar, &LogFilterBar::changed, q, [this] { search(); });
    connect(model->finder(), &LogFinder::advanced, q, [this] { showState(); });
    connect(model->finder(), &LogFinder::failed, q, [this](const Error &failure) {
        error = failure;
        showState();
    });
    connect(model, &LogModel::failed, q, [this](const Error &failure) {
        error = failure;
        showState();
    });
    connect(hits, &LogFinder::advanced, q, [this] { showHits(); });
    connect(list, &LogList::followingChanged, follow, &QToolButton::setChecked);
    connect(list, &LogList::detailsToggled, q, [this] { toggleDetails(); });
    connect(list, &QListView::activated, q, [this] { toggleDetails(); });
    connect(
        list, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, q,
        [this](const QModelIndex &index) { choose(index); });
    connect(details, &LogDetails::closeRequested, q, [this] { closeDetails(); });
    connect(details, &LogDetails::stepRequested, q, [this] { emitStep(); });
    connect(follow, &QToolButton::clicked, list, &LogList::setFollowing);
    connect(time, &QLineEdit::returnPressed, q, [this] { goToTyped(); });
    connect(save, &QToolButton::clicked, q, [this] { askForFile(); });
    connect(cancel, &QToolButton::clicked, exporter, &LogExporter::cancel);
    connect(messageAction, &QPushButton::clicked, q, [this] {
        if (!error)
            return clearFilters();
        error.reset();
        model->finder()->retry();
        showState();
    });
}

void LogView::Private::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto then) {
        auto *shortcut = new QShortcut(keys, q);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, q, then);
    };
    add(QKeySequence(Qt::Key_F3), [this] { goToHit(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { goToHit(-1); });
    add(QKeySequence(QKeySequence::Find), [this] { searchBar->focusField(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_G), [this] {
        time->setFocus(Qt::ShortcutFocusReason);
        time->selectAll();
    });
    auto *copyKeys = new QShortcut(QKeySequence(QKeySequence::Copy), list);
    copyKeys->setContext(Qt::WidgetShortcut);
    connect(copyKeys, &QShortcut::activated, q, [this] { copySelected(); });
}

void LogView::Private::retranslate()
{
    list->setAccessibleName(LogView::tr("Log"));
    list->setToolTip({});
    time->setPlaceholderText(LogView::tr("Go to 00:00"));
    time->setToolTip(LogView::tr("Minutes and seconds since the start; Enter goes there (Ctrl+G)"));
    time->setAccessibleName(LogView::tr("Go to a time"));
    follow->setText(LogView::tr("Follow"));
    follow->setToolTip(LogView::tr("Stay at the end of the log while it grows (End)"));
    follow->setAccessibleName(follow->toolTip());
    save->setText(LogView::tr("Export…"));
    save->setToolTip(LogView::tr("Write the lines that are listed to a file: CSV, JSON or text"));
    save->setAccessibleName(save->toolTip());
    cancel->setText(LogView::tr("Cancel"));
    cancel->setToolTip(LogView::tr("Stop writing the file; nothing of it stays"));
    cancel->setAccessibleName(cancel->toolTip());
    progress->setAccessibleName(LogView::tr("Progress of the export"));
    model->retranslate();
    showState();
}

} // namespace renum::ui
