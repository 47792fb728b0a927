// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace renum::ui {

/// A table to look at: whole rows, sortable, and Ctrl+C copies what is selected so that a
/// spreadsheet takes it.
class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(const QString &objectName, QWidget *parent = nullptr);

    /// Shows a model sorted by the numbers or words of `sortRole`.
    void showSorted(QAbstractItemModel *model, int sortRole, int column, Qt::SortOrder order);
    /// This column takes the room that the others leave, but never less than its words need (up to
    /// a limit): then the table scrolls. The first one unless told.
    void fill(int column);
    /// One click chooses, as Return does.
    void chooseOnClick();
    /// The selected rows, or all of them, with their heads, separated by tabs.
    [[nodiscard]] QString asText() const;

signals:
    /// A row was clicked or Return was pressed on it; an index of the model that was given.
    void chosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;

private:
    [[nodiscard]] QModelIndex inSource(const QModelIndex &index) const;

    int m_filling = -1; ///< none before there is a model
};

} // namespace renum::ui
