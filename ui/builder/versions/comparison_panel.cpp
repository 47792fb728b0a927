// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/comparison_panel.h"

#include "ui/builder/versions/comparison_graph.h"
#include "ui/builder/versions/difference_delegate.h"
#include "ui/builder/versions/difference_rows.h"
#include "ui/builder/versions/text_comparison.h"
#include "ui/builder/versions/version_words.h"
#include "ui/text/field_names.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// In characters of the font in use; the values share the rest.
constexpr int WhatCharacters = 28;
constexpr int GraphHeight = 8 * Theme::ControlHeight;
constexpr int ListHeight = 6 * Theme::ControlHeight;

/// What the words of a member that came or went are.
Json instructionsOf(const Json &member)
{
    const Json *config = memberAt(member, "agent_config");
    const Json *text = config ? memberAt(*config, "instructions") : nullptr;
    return text ? *text : Json();
}

} // namespace

ComparisonPanel::ComparisonPanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_graph(new ComparisonGraph(theme, this))
    , m_model(new KeyedTreeModel(DifferenceRow::ColumnCount, this))
    , m_tree(new QTreeView(this))
    , m_summary(wrappedText({}, TextStyle::BodyStrong, ColorToken::Text, this))
    , m_field(new QLabel(this))
    , m_text(new TextComparison(theme, this))
{
    m_graph->setObjectName(u"comparisonGraph"_s);
    m_summary->setObjectName(u"comparisonSummary"_s);
    m_field->setObjectName(u"comparedField"_s);
    m_text->setObjectName(u"comparedText"_s);
    makeTree();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(Theme::Hairline);
    splitter->addWidget(m_graph);
    splitter->addWidget(makeLists());
    splitter->setSizes({ GraphHeight, ListHeight });
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    head->addWidget(m_summary);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    connect(m_graph, &TeamGraphView::agentSelected, this, &ComparisonPanel::chooseMember);
    retranslate();
}

void ComparisonPanel::makeTree()
{
    m_tree->setObjectName(u"differencesTree"_s);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new DifferenceDelegate(m_theme, m_tree));
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setUniformRowHeights(true);
    QHeaderView *header = m_tree->header();
    header->setSectionResizeMode(DifferenceRow::BeforeColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(DifferenceRow::AfterColumn, QHeaderView::Stretch);
    m_tree->setColumnWidth(
        DifferenceRow::WhatColumn, m_tree->fontMetrics().averageCharWidth() * WhatCharacters);
    connect(m_tree, &QTreeView::clicked, this, &ComparisonPanel::chooseRow);
    connect(m_tree, &QTreeView::activated, this, &ComparisonPanel::chooseRow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ComparisonPanel::showText);
    connect(m_theme, &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

QWidget *ComparisonPanel::makeLists()
{
    setTextLook(m_field, TextStyle::Label, ColorToken::TextDim);
    m_field->setTextFormat(Qt::PlainText);
    m_field->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    auto *words = new QWidget(this);
    setLook(words, Look::Panel);
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_field);
    layout->addWidget(m_text, 1);
    auto *lists = new QSplitter(Qt::Horizontal, this);
    lists->setHandleWidth(Theme::Hairline);
    lists->addWidget(m_tree);
    lists->addWidget(words);
    lists->setStretchFactor(0, 1);
    lists->setStretchFactor(1, 1);
    lists->setChildrenCollapsible(false);
    return lists;
}

void ComparisonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showDifferences();
    }
    QWidget::changeEvent(event);
}

void ComparisonPanel::retranslate()
{
    m_tree->setAccessibleName(tr("Differences"));
    m_text->setAccessibleName(tr("Differences word by word"));
    m_model->setHeaders({ tr("What"), tr("Before"), tr("After") });
}

void ComparisonPanel::setVersions(const TeamDraft &before, const TeamDraft &after)
{
    m_before = before;
    m_after = after;
    m_differences = teamDifferences(before, after);
    showDifferences();
}

void ComparisonPanel::showDifferences()
{
    m_summary->setText(changeSentence(changeSummary(m_before, m_after)));
    m_graph->setComparison(comparedGraph(m_before, m_after));
    m_model->setRows(differenceRows(m_differences, m_before, m_after));
    m_tree->expandAll();
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showText();
}

void ComparisonPanel::chooseRow(const QModelIndex &row)
{
    const auto member = row.data(KeyedTreeModel::MemberRole).value<AgentId>();
    m_graph->selectAgent(member);
    emit memberChosen(member);
}

void ComparisonPanel::chooseMember(const AgentId &member)
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex row = m_model->index(i, 0);
        if (row.data(KeyedTreeModel::MemberRole).value<AgentId>() == member)
            m_tree->setCurrentIndex(row);
    }
    emit memberChosen(member);
}

void ComparisonPanel::showText()
{
    QModelIndex row = m_tree->currentIndex().siblingAtColumn(0);
    // Of a member the first of its differences.
    if (row.data(DifferenceRow::PositionRole).toInt() < 0)
        row = m_model->index(0, 0, row);
    const int position = row.isValid() ? row.data(DifferenceRow::PositionRole).toInt() : -1;
    if (position < 0 || static_cast<std::size_t>(position) >= m_differences.size()) {
        m_field->setText(tr("Choose a difference to see it word by word."));
        m_text->setTexts({}, {});
        return;
    }
    const TeamDifference &difference = m_differences[static_cast<std::size_t>(position)];
    const bool isWhole = difference.field.isEmpty();
    m_field->setText(fieldName(isWhole ? u"agent_config/instructions"_s : difference.field));
    const auto text = [isWhole](const Json &value) {
        const Json shown = isWhole ? instructionsOf(value) : value;
        return shown.is_null() ? QString() : comparableText(shown);
    };
    m_text->setTexts(text(difference.before), text(difference.after));
}

} // namespace renum::ui
