// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/data_table.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace renum::ui {

namespace {

constexpr int MostContent = 260; // px a filling column insists on

} // namespace

DataTable::DataTable(const QString &objectName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Theme::ControlHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(0); // what is seen; a table may be long
    connect(this, &QTableView::activated, this,
        [this](const QModelIndex &index) { emit chosen(inSource(index)); });
}

void DataTable::showSorted(QAbstractItemModel *model, int sortRole, int column, Qt::SortOrder order)
{
    auto *proxy = new QSortFilterProxyModel(this);
    proxy->setSortRole(sortRole);
    proxy->setSortLocaleAware(true);
    proxy->setSourceModel(model);
    setModel(proxy);
    setSortingEnabled(true);
    sortByColumn(column, order);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    fill(0);
}

void DataTable::fill(int column)
{
    if (m_filling >= 0)
        horizontalHeader()->setSectionResizeMode(m_filling, QHeaderView::ResizeToContents);
    m_filling = column;
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    updateGeometries();
}

/// Not the header's own stretching, which squeezes the column to nothing where room is wanting.
void DataTable::updateGeometries()
{
    if (m_filling >= 0 && model()) {
        const QHeaderView &header = *horizontalHeader();
        const int others = header.length() - header.sectionSize(m_filling);
        const int content
            = std::max(sizeHintForColumn(m_filling), header.sectionSizeHint(m_filling));
        const int least = std::min(content, MostContent);
        const int width = std::max(viewport()->width() - others, least);
        if (width != header.sectionSize(m_filling))
            horizontalHeader()->resizeSection(m_filling, width);
    }
    QTableView::updateGeometries();
}

void DataTable::chooseOnClick()
{
    connect(this, &QTableView::clicked, this,
        [this](const QModelIndex &index) { emit chosen(inSource(index)); });
}

QModelIndex DataTable::inSource(const QModelIndex &index) const
{
    const auto *proxy = qobject_cast<const QSortFilterProxyModel *>(model());
    return proxy ? proxy->mapToSource(index) : index;
}

QString DataTable::asText() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    const auto line = [this](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(cell(column).toString());
        return QString(cells.join(u'\t') + u'\n');
    };
    QString text = line([this](int column) { return model()->headerData(column, Qt::Horizontal); });
    for (const int row : std::as_const(rows))
        text += line([this, row](int column) { return model()->index(row, column).data(); });
    return text;
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(asText());
    else
        QTableView::keyPressEvent(event);
}

} // namespace renum::ui
