// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/template_shelf_view.h"

#include "core/workspace/workspace.h"
#include "ui/builder/views/row_delegate.h"
#include "ui/teams/template_keeper.h"
#include "ui/teams/template_rows.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeView>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
/// In characters of the font in use; the note gets the rest.
constexpr int ColumnCharacters[] = { 36, 20, 20, 40 };
constexpr int TreeHeight = 4 * Theme::ControlHeight;
} // namespace

TemplateShelfView::TemplateShelfView(
    Workspace *workspace, TemplateKeeper *keeper, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_archive(workspace->teamArchive())
    , m_keeper(keeper)
    , m_model(new KeyedTreeModel(TemplateRow::ColumnCount, this))
    , m_tree(new QTreeView(this))
    , m_title(new QLabel(this))
    , m_hint(wrappedText({}, TextStyle::Label, ColorToken::TextDim, this))
    , m_use(new QPushButton(this))
    , m_rename(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_add(new QPushButton(this))
{
    setTextLook(m_title, TextStyle::BodyStrong);
    m_hint->setObjectName(u"templatesHint"_s);
    makeTree(theme);
    makeButtons();
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Space2);
    head->addWidget(m_title, 1);
    for (QPushButton *button : { m_use, m_rename, m_remove, m_add })
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addLayout(head);
    layout->addWidget(m_hint);
    layout->addWidget(m_tree);
    connectParts();
    retranslate();
}

void TemplateShelfView::makeTree(Theme *theme)
{
    m_tree->setObjectName(u"templatesTree"_s);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setUniformRowHeights(true);
    m_tree->setFixedHeight(TreeHeight);
    m_tree->header()->setStretchLastSection(true);
    const int character = m_tree->fontMetrics().averageCharWidth();
    for (int column = 0; column < TemplateRow::ColumnCount; ++column)
        m_tree->setColumnWidth(column, character * ColumnCharacters[column]);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, &QTreeView::expandAll);
    connect(theme, &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void TemplateShelfView::makeButtons()
{
    m_use->setObjectName(u"useOwnTemplate"_s);
    m_rename->setObjectName(u"renameOwnTemplate"_s);
    m_remove->setObjectName(u"removeOwnTemplate"_s);
    m_add->setObjectName(u"addTemplateFolder"_s);
    setLook(m_add, Look::LinkButton);
    const auto addKey = [this](const QKeySequence &key, QPushButton *button) {
        auto *action = new QAction(m_tree);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
        connect(action, &QAction::triggered, button, &QPushButton::click);
    };
    addKey(Qt::Key_F2, m_rename);
    addKey(Qt::Key_Delete, m_remove);
}

void TemplateShelfView::connectParts()
{
    connect(m_archive, &TeamArchive::templatesChanged, this, &TemplateShelfView::load);
    connect(m_tree, &QTreeView::activated, this, &TemplateShelfView::use);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &TemplateShelfView::showButtons);
    connect(m_use, &QPushButton::clicked, this, &TemplateShelfView::use);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (const TemplateEntry *entry = current())
            m_keeper->askAndRename(*entry);
    });
    connect(m_remove, &QPushButton::clicked, this, &TemplateShelfView::remove);
    connect(m_add, &QPushButton::clicked, m_keeper, &TemplateKeeper::askForFolder);
}

void TemplateShelfView::load()
{
    m_request.request_stop();
    m_request = std::stop_source();
    m_tasks.start(read(m_request.get_token()));
}

QCoro::Task<> TemplateShelfView::read(std::stop_token stop)
{
    const QPointer<TemplateShelfView> self(this);
    const Result<TemplateShelf> shelf = co_await m_archive->templateShelf(stop);
    if (!self || stop.stop_requested())
        co_return;
    m_error = shelf ? std::nullopt : std::optional(shelf.error());
    if (shelf)
        m_shelf = *shelf;
    showShelf();
}

void TemplateShelfView::setBusy(bool busy)
{
    m_busy = busy;
    showButtons();
}

void TemplateShelfView::showShelf()
{
    m_model->setRows(templateRows(m_shelf));
    const bool isEmpty = m_model->rowCount() == 0;
    m_tree->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty || m_error);
    m_hint->setText(m_error
            ? errorText(*m_error)
            : tr("None yet. Save a team as a template in the builder, or add a folder of "
                 "template files."));
    if (!isEmpty && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showButtons();
}

const TemplateEntry *TemplateShelfView::current() const
{
    const QVariant position = m_tree->currentIndex().data(TemplateRow::EntryRole);
    const int row = position.isValid() ? position.toInt() : -1;
    return row >= 0 && row < m_shelf.entries.size() ? &m_shelf.entries[row] : nullptr;
}

const TemplateFolder *TemplateShelfView::currentFolder() const
{
    const QVariant position = m_tree->currentIndex().data(TemplateRow::FolderRole);
    const int row = position.isValid() ? position.toInt() : -1;
    return row >= 0 && row < m_shelf.folders.size() ? &m_shelf.folders[row] : nullptr;
}

void TemplateShelfView::showButtons()
{
    const TemplateEntry *entry = current();
    const bool isOwn = entry && entry->source == TemplateEntry::Source::Own;
    const bool isFolder = currentFolder() != nullptr;
    m_use->setVisible(m_model->rowCount() > 0);
    m_use->setEnabled(entry && !entry->error && !m_busy);
    m_rename->setVisible(isOwn);
    m_rename->setEnabled(isOwn && !entry->error);
    m_remove->setVisible(isOwn || isFolder);
    m_remove->setText(isFolder ? tr("Remove the folder from the list") : tr("Delete"));
    m_remove->setToolTip(isFolder ? tr("Its files stay where they are")
                                  : tr("Deletes the template; you can undo it (Del)"));
}

void TemplateShelfView::use()
{
    const TemplateEntry *entry = current();
    if (entry && !entry->error && !m_busy)
        emit useRequested(*entry);
}

void TemplateShelfView::remove()
{
    if (const TemplateFolder *folder = currentFolder())
        m_keeper->removeFolder(folder->path);
    else if (const TemplateEntry *entry = current();
             entry && entry->source == TemplateEntry::Source::Own)
        m_keeper->remove(*entry);
}

void TemplateShelfView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TemplateShelfView::retranslate()
{
    m_title->setText(tr("Your own templates"));
    m_tree->setAccessibleName(m_title->text());
    m_model->setHeaders({ tr("Name"), tr("Strategy"), tr("Made by"), tr("About") });
    m_use->setText(tr("Use template"));
    m_use->setToolTip(tr("Creates a team that you can run at once"));
    m_rename->setText(tr("Rename…"));
    m_rename->setToolTip(tr("Gives the template another name (F2)"));
    m_add->setText(tr("Add a folder…"));
    m_add->setToolTip(tr("Lists the template files of a folder, for example a shared one"));
    showShelf();
}

} // namespace renum::ui
