// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace renum::ui {

/// A field and what it finds, over the window: type, go up and down, Enter takes one. Destroys
/// itself when it closes.
class SearchPopup : public QFrame {
    Q_OBJECT

public:
    explicit SearchPopup(QWidget *parent);

    /// With its corner there, moved so that it stays on the screen.
    void openAt(const QPoint &globalPosition, const QSize &size);

protected:
    /// Both belong to the popup.
    void setContent(QAbstractItemModel *model, QAbstractItemDelegate *delegate);
    void setWords(const QString &name, const QString &placeholder);
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// Makes the first row that can be taken the current one.
    void selectFirst();

    /// The person has typed; call selectFirst() when the rows are there.
    virtual void narrow(const QString &text) = 0;
    [[nodiscard]] virtual bool canTake(const QModelIndex &index) const = 0;
    /// Only what can be taken. The popup is closed already.
    virtual void take(const QModelIndex &index) = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveCurrent(int from, int step);
    void takeAndClose(const QModelIndex &index);

    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace renum::ui
