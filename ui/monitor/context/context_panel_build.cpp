// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_panel.h"
#include "ui/monitor/context/context_tree_model.h"
#include "ui/monitor/context/json_difference_view.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

/// How the panel is put together, and its words.
namespace renum::ui {

using namespace Qt::StringLiterals;

ContextPanel::ContextPanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new ContextTreeModel(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addWidget(buildBar());
    m_difference = new JsonDifferenceView(theme, this);
    m_difference->setObjectName(u"versionDifference"_s);
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"noContext"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setTextLook(m_empty, TextStyle::Body, ColorToken::TextDim);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildLive());
    m_stack->addWidget(m_difference);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

QWidget *ContextPanel::buildBar()
{
    auto *bar = new QWidget(this);
    m_version = new QComboBox(bar);
    m_version->setObjectName(u"contextVersion"_s);
    m_compare = new QComboBox(bar);
    m_compare->setObjectName(u"contextCompare"_s);
    m_restore = new QPushButton(bar);
    m_restore->setObjectName(u"restoreContext"_s);
    m_add = new QPushButton(bar);
    m_add->setObjectName(u"addContextKey"_s);
    m_edit = new QPushButton(bar);
    m_edit->setObjectName(u"editContextKey"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
    row->setSpacing(Theme::Space2);
    for (QComboBox *box : { m_version, m_compare }) {
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        row->addWidget(box, 1);
    }
    for (QPushButton *button : { m_restore, m_add, m_edit })
        row->addWidget(button);
    return bar;
}

QWidget *ContextPanel::buildLive()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"contextTree"_s);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ContextTreeModel::Value, QHeaderView::Stretch);
    m_tree->header()->resizeSection(ContextTreeModel::Key, 8 * Theme::Space6);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_tree);
    split->addWidget(buildTabs());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    return split;
}

QWidget *ContextPanel::buildTabs()
{
    auto *valuePage = new QWidget(this);
    m_conflict = new QLabel(valuePage);
    m_conflict->setObjectName(u"contextConflict"_s);
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    m_conflict->setContentsMargins(Theme::Space2, Theme::Space1, Theme::Space2, Theme::Space1);
    setLook(m_conflict, Look::WarnBanner);
    m_value = new QPlainTextEdit(valuePage);
    m_value->setObjectName(u"contextValue"_s);
    m_value->setReadOnly(true);
    m_value->setUndoRedoEnabled(false);
    setTextLook(m_value, TextStyle::Mono);
    setLook(m_value, Look::Panel);
    auto *valueColumn = new QVBoxLayout(valuePage);
    valueColumn->setContentsMargins(0, 0, 0, 0);
    valueColumn->addWidget(m_conflict);
    valueColumn->addWidget(m_value, 1);

    m_changes = new QListWidget(this);
    m_changes->setObjectName(u"contextHistory"_s);
    m_keyDifference = new JsonDifferenceView(m_theme, this);
    m_keyDifference->setObjectName(u"keyDifference"_s);
    auto *history = new QSplitter(Qt::Horizontal, this);
    history->addWidget(m_changes);
    history->addWidget(m_keyDifference);
    history->setStretchFactor(1, 2);

    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(valuePage, {});
    m_tabs->addTab(history, {});
    m_tabs->hide();
    return m_tabs;
}

void ContextPanel::connectParts()
{
    connect(m_version, &QComboBox::currentIndexChanged, this, &ContextPanel::showVersions);
    connect(m_compare, &QComboBox::currentIndexChanged, this, &ContextPanel::showVersions);
    connect(
        m_restore, &QPushButton::clicked, this, [this] { emit restoreRequested(chosenVersion()); });
    connect(m_add, &QPushButton::clicked, this, [this] { openDialog({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openDialog(chosenEntry()); });
    connect(m_tree, &QTreeView::expanded, this,
        [this](const QModelIndex &index) { m_expanded.insert(m_model->pathOf(index)); });
    connect(m_tree, &QTreeView::collapsed, this,
        [this](const QModelIndex &index) { m_expanded.remove(m_model->pathOf(index)); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            showKey();
            const std::optional<ContextEntry> entry = m_model->entry(index);
            if (entry && !entry->changedBy.isEmpty() && !entry->byPerson)
                emit agentChosen(AgentId(entry->changedBy));
        });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const std::optional<ContextEntry> entry = m_model->entry(index))
            emit momentChosen(entry->seq);
    });
    connect(m_changes, &QListWidget::currentRowChanged, this, &ContextPanel::compareHistoryRow);
    connect(m_changes, &QListWidget::itemActivated, this, [this] {
        if (const int row = m_changes->currentRow(); row >= 0 && row < m_history.size())
            emit momentChosen(m_history.at(row).seq);
    });
}

void ContextPanel::retranslate()
{
    m_version->setAccessibleName(tr("Version that is shown"));
    m_version->setToolTip(tr("The version of the context that is shown"));
    m_compare->setAccessibleName(tr("Version to compare with"));
    m_compare->setToolTip(tr("Show what is different from this version"));
    m_restore->setText(tr("Restore…"));
    m_add->setText(tr("Add key…"));
    m_edit->setText(tr("Edit…"));
    m_tree->setAccessibleName(tr("Shared context"));
    m_value->setAccessibleName(tr("Value"));
    m_changes->setAccessibleName(tr("Versions of this key, newest first"));
    m_tabs->setTabText(0, tr("Value"));
    m_tabs->setTabText(1, tr("History"));
    m_empty->setText(tr("Nothing is shared yet. What agents find out, and what they remember for "
                        "each other, is shown here as soon as the execution is planned."));
    m_shownVersions = -1; // their words are others now
    m_shownChanges = -1;
    m_history.clear();
    refresh();
    updateButtons();
}

} // namespace renum::ui
