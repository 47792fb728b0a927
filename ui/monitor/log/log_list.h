// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace renum::ui {

class LogModel;
class Theme;

/// A list of a million rows of the same height. Where a row is, it works out; QListView would keep
/// a place for each and arrange them all again whenever one is added. It follows its end until the
/// person scrolls away from it.
class LogList : public QListView {
    Q_OBJECT

public:
    LogList(LogModel *model, const Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] bool isFollowing() const noexcept { return m_isFollowing; }
    void setFollowing(bool following);
    /// Makes it the current row and shows it in the middle.
    void showRow(int row);
    /// The first row that is seen, and the last; -1 without rows.
    [[nodiscard]] int firstSeen() const;
    [[nodiscard]] int lastSeen() const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

signals:
    void followingChanged(bool following);
    /// The person opens or closes the details of the current row.
    void detailsToggled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int rowsAPage() const;
    [[nodiscard]] int cursorRow(CursorAction action) const;
    void readRowHeight();
    void updateScrollBar();
    void noteScroll(int value);

    LogModel *m_model;
    const Theme *m_theme;
    int m_rowHeight = 1;
    bool m_isFollowing = true;
    bool m_isArranging = false;
};

} // namespace renum::ui
