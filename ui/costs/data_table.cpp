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
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
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
