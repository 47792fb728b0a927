// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renum::ui {

class Theme;

/// Cells of a MembersModel: defaults and members that are switched off are dim; a role is edited
/// with the ones that have a meaning at hand (contract §3.7), but any text is one.
class MembersDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit MembersDelegate(const Theme *theme, QObject *parent = nullptr);

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme *m_theme;
};

} // namespace renum::ui
