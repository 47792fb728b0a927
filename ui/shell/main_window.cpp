// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/settings/app_settings.h"
#include "ui/shell/connection_chip.h"
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
} // namespace

MainWindow::MainWindow(Workspace *workspace, Theme *theme, AppSettings *settings)
    : m_workspace(workspace)
    , m_theme(theme)
    , m_settings(settings)
    , m_rail(new Rail(theme, this))
    , m_title(new QLabel(this))
    , m_headerSlot(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_toasts(new ToastHost(theme, this))
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
    auto *chip = new ConnectionChip(m_workspace, m_theme, header);
    connect(chip, &ConnectionChip::clicked, this, &MainWindow::settingsRequested);
    layout->addWidget(chip);
    return header;
}

QAction *MainWindow::makeAction(const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    m_searchAction = makeAction({ QKeySequence::Find });
    m_refreshAction = makeAction({ QKeySequence::Refresh });
    m_settingsAction = makeAction({ QKeySequence(Qt::CTRL | Qt::Key_Comma) });
    m_shortcutsAction
        = makeAction({ QKeySequence::HelpContents, QKeySequence(Qt::CTRL | Qt::Key_Slash) });
    m_quitAction = makeAction({ QKeySequence::Quit });
    connect(m_searchAction, &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->focusSearch();
    });
    connect(m_refreshAction, &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->activated();
    });
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_shortcutsAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_quitAction, &QAction::triggered, this, &QWidget::close);
    setActionTexts();
}

void MainWindow::setActionTexts()
{
    setWindowTitle(tr("Renum"));
    m_searchAction->setText(tr("Search"));
    m_refreshAction->setText(tr("Refresh"));
    m_settingsAction->setText(tr("Settings"));
    m_shortcutsAction->setText(tr("Show keyboard shortcuts"));
    m_quitAction->setText(tr("Quit"));
    for (int i = 0; i < m_pages.size(); ++i) {
        const QString title = m_pages.at(i)->title();
        QAction *action = m_pageActions.at(i);
        action->setText(tr("Go to %1").arg(title));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        m_rail->setText(i, title, keys.isEmpty() ? title : tr("%1 (%2)").arg(title, keys));
    }
}

void MainWindow::addPage(Page *page, Rail::Place place)
{
    const int index = m_rail->addEntry(page->iconName(), page->title(), place);
    m_pages.append(page);
    m_stack->addWidget(page);
    if (QWidget *widget = page->headerWidget()) {
        m_headerSlot->addWidget(widget);
        widget->hide();
    }
    QAction *action = makeAction({});
    if (index < LastDigitKey)
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    connect(action, &QAction::triggered, this, [this, index] { activate(index); });
    m_pageActions.append(action);
    connect(page, &Page::headerChanged, this, &MainWindow::updateHeader);
    connect(page, &Page::toastRequested, this, &MainWindow::showToast);
    setActionTexts();
}

void MainWindow::showPage(const QString &id)
{
    if (const int index = indexOf(id); index >= 0)
        activate(index);
}

int MainWindow::indexOf(const QString &id) const
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->id() == id)
            return i;
    }
    return -1;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::showToast(const Toast &toast)
{
    m_toasts->showToast(toast);
}

void MainWindow::activate(int index)
{
    Page *page = m_pages.at(index);
    m_rail->setCurrent(index);
    m_stack->setCurrentWidget(page);
    for (Page *other : std::as_const(m_pages)) {
        if (QWidget *widget = other->headerWidget())
            widget->setVisible(other == page);
    }
    updateHeader();
    // Else the first button of the header would have the focus at the start.
    page->setFocus(Qt::OtherFocusReason);
    page->activated();
}

void MainWindow::updateHeader()
{
    if (const Page *page = currentPage())
        m_title->setText(page->heading());
}

void MainWindow::showShortcuts()
{
    QList<QAction *> all = actions();
    if (const Page *page = currentPage())
        all += page->actions();
    auto *dialog = new ShortcutsDialog(all, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::restore()
{
    const QByteArray geometry = m_settings->value(settings::WindowGeometry);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(FirstSize);
    if (!m_pages.isEmpty())
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
    if (const Page *page = currentPage())
        m_settings->setValue(settings::CurrentPage, page->id());
    QWidget::closeEvent(event);
}

} // namespace renum::ui
