// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/settings/app_settings.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/connection_chip.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize FirstSize { 1280, 800 };
constexpr QSize SmallestSize { 800, 520 };
constexpr int LastDigitKey = 9;

void showHeaderWidget(const Page *page, bool shown)
{
    if (QWidget *widget = page->headerWidget())
        widget->setVisible(shown);
}

} // namespace

MainWindow::MainWindow(Workspace *workspace, Theme *theme, AppSettings *settings)
    : m_workspace(workspace)
    , m_theme(theme)
    , m_settings(settings)
    , m_rail(new Rail(theme, this))
    , m_title(new QLabel(this))
    , m_headerSlot(new QHBoxLayout)
    , m_headerEnd(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_toasts(new ToastHost(theme, this))
    , m_bindings(new KeyBindings(settings, this))
{
    setLook(this, Look::Page);
    setMinimumSize(SmallestSize);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    connect(m_rail, &Rail::chosen, this, &MainWindow::activate);
    addActions();
}

QWidget *MainWindow::makeHeader()
{
    auto *header = new QWidget(this);
    setLook(header, Look::Header);
    header->setMinimumHeight(Theme::HeaderHeight);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
    layout->setSpacing(Theme::Space3);
    setTextLook(m_title, TextStyle::Title);
    m_title->setObjectName(u"pageTitle"_s);
    layout->addWidget(m_title);
    layout->addLayout(m_headerSlot, 1);
    layout->addLayout(m_headerEnd);
    auto *chip = new ConnectionChip(m_workspace, m_theme, header);
    connect(chip, &ConnectionChip::clicked, this, &MainWindow::settingsRequested);
    layout->addWidget(chip);
    return header;
}

QAction *MainWindow::makeAction(const char *name, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    m_searchAction = makeAction("search", { QKeySequence::Find });
    m_refreshAction = makeAction("refresh", { QKeySequence::Refresh });
    m_settingsAction = makeAction("settings", { QKeySequence(Qt::CTRL | Qt::Key_Comma) });
    m_commandsAction = makeAction("commands", { QKeySequence(Qt::CTRL | Qt::Key_K) });
    m_shortcutsAction = makeAction(
        "shortcuts", { QKeySequence::HelpContents, QKeySequence(Qt::CTRL | Qt::Key_Slash) });
    m_quitAction = makeAction("quit", { QKeySequence::Quit });
    connect(m_searchAction, &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->focusSearch();
    });
    connect(m_refreshAction, &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->activated();
    });
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_commandsAction, &QAction::triggered, this, &MainWindow::showCommands);
    connect(m_shortcutsAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_quitAction, &QAction::triggered, this, &QWidget::close);
    m_bindings->adopt(actions());
    setActionTexts();
}

void MainWindow::setActionTexts()
{
    setWindowTitle(tr("Renum"));
    m_searchAction->setText(tr("Search"));
    m_refreshAction->setText(tr("Refresh"));
    m_settingsAction->setText(tr("Settings"));
    m_commandsAction->setText(tr("Search commands"));
    m_shortcutsAction->setText(tr("Show keyboard shortcuts"));
    m_quitAction->setText(tr("Quit"));
    for (int i = 0; i < m_destinations.size(); ++i) {
        const QString title = m_destinations.at(i).entry.title();
        QAction *action = m_destinations.at(i).action;
        action->setText(tr("Go to %1").arg(title));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        m_rail->setText(i, title, keys.isEmpty() ? title : tr("%1 (%2)").arg(title, keys));
    }
}

void MainWindow::addPage(PageEntry entry, PageMaker make, Rail::Place place)
{
    const int index = m_rail->addEntry(entry.id, entry.title(), place);
    const QByteArray name = "goTo-" + entry.id.toLatin1();
    QAction *action = makeAction(name.constData(), {});
    if (index < LastDigitKey)
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    m_bindings->adopt({ action });
    connect(action, &QAction::triggered, this, [this, index] { activate(index); });
    m_destinations.append({ std::move(entry), std::move(make), action });
    setActionTexts();
}

Page *MainWindow::pageAt(int index)
{
    Destination &destination = m_destinations[index];
    if (destination.page)
        return destination.page;
    Page *page = destination.make(m_stack);
    destination.page = page;
    m_stack->addWidget(page);
    if (QWidget *widget = page->headerWidget()) {
        m_headerSlot->addWidget(widget);
        widget->hide();
    }
    connect(page, &Page::headerChanged, this, &MainWindow::updateHeader);
    connect(page, &Page::toastRequested, this, &MainWindow::showToast);
    const auto adopt = [this, page] { m_bindings->adopt(page->commands()); };
    connect(page, &Page::commandsChanged, this, adopt);
    adopt();
    return page;
}

Page *MainWindow::page(const QString &id)
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : pageAt(index);
}

void MainWindow::showPage(const QString &id)
{
    if (const int index = indexOf(id); index >= 0 && index != m_current)
        activate(index);
}

int MainWindow::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(
        m_destinations, id, [](const Destination &destination) { return destination.entry.id; });
    return found == m_destinations.end() ? -1 : int(found - m_destinations.begin());
}

Page *MainWindow::currentPage() const
{
    return m_current < 0 ? nullptr : m_destinations.at(m_current).page;
}

QString MainWindow::currentPageId() const
{
    return m_current < 0 ? QString() : m_destinations.at(m_current).entry.id;
}

void MainWindow::showToast(const Toast &toast)
{
    m_toasts->showToast(toast);
}

void MainWindow::addToHeader(QWidget *widget)
{
    m_headerEnd->addWidget(widget);
}

void MainWindow::activate(int index)
{
    Page *page = pageAt(index);
    if (const Page *last = currentPage(); last && last != page)
        showHeaderWidget(last, false);
    m_current = index;
    m_rail->setCurrent(index);
    m_stack->setCurrentWidget(page);
    showHeaderWidget(page, true);
    updateHeader();
    // Else the first button of the header would have the focus at the start.
    page->setFocus(Qt::OtherFocusReason);
    page->activated();
}

void MainWindow::updateHeader()
{
    if (m_current < 0)
        return;
    const Destination &current = m_destinations.at(m_current);
    const QString heading = current.page->heading();
    m_title->setText(heading.isEmpty() ? current.entry.title() : heading);
}

QList<QAction *> MainWindow::commands() const
{
    // What belongs to the page comes first: it is what the person is at.
    const Page *page = currentPage();
    return page ? page->commands() + actions() : actions();
}

void MainWindow::showCommands()
{
    auto *palette = new CommandPalette(commands(), m_theme, this);
    palette->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(commands(), m_bindings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::restore()
{
    const QByteArray geometry = m_settings->value(settings::WindowGeometry);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(FirstSize);
    if (!m_destinations.isEmpty())
        activate(std::max(0, indexOf(m_settings->value(settings::CurrentPage))));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setActionTexts();
        updateHeader();
    }
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings->setValue(settings::WindowGeometry, saveGeometry());
    if (m_current >= 0)
        m_settings->setValue(settings::CurrentPage, currentPageId());
    QWidget::closeEvent(event);
}

} // namespace renum::ui
