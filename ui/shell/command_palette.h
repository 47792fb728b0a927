// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/search_popup.h"

#include <QList>
#include <QPointer>

class QAction;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace renum::ui {

class Theme;

/// Every command by its name: type a few letters of its words, Enter does it.
class CommandPalette : public SearchPopup {
    Q_OBJECT

public:
    /// Commands without a text are left out; those that cannot be done now come last.
    CommandPalette(const QList<QAction *> &commands, const Theme *theme, QWidget *window);

    /// Over the upper middle of its window.
    void open();

protected:
    void narrow(const QString &text) override;
    [[nodiscard]] bool canTake(const QModelIndex &index) const override;
    void take(const QModelIndex &index) override;

private:
    void fill(const QList<QAction *> &commands);

    QList<QPointer<QAction>> m_commands;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
};

} // namespace renum::ui
