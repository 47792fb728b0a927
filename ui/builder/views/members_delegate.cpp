// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/members_delegate.h"

#include "ui/builder/views/members_model.h"
#include "ui/theme/theme.h"

#include <QCompleter>
#include <QLineEdit>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRole = 50;

/// Whether the cell tells what is so without anybody having said it.
bool isDefault(const QModelIndex &index)
{
    const bool isOptional
        = index.column() == MembersModel::RoleColumn || index.column() == MembersModel::ModelColumn;
    return isOptional && index.data(Qt::EditRole).toString().isEmpty();
}

} // namespace

MembersDelegate::MembersDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QWidget *MembersDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != MembersModel::RoleColumn)
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto *edit = new QLineEdit(parent);
    edit->setMaxLength(LongestRole);
    auto *roles = new QCompleter({ u"leader"_s, u"coordinator"_s, u"member"_s }, edit);
    roles->setCaseSensitivity(Qt::CaseInsensitive);
    edit->setCompleter(roles);
    return edit;
}

void MembersDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!isDefault(index) && index.data(MembersModel::ActiveRole).toBool())
        return;
    option->palette.setColor(QPalette::Text, m_theme->color(ColorToken::TextDim));
    option->palette.setColor(QPalette::HighlightedText, m_theme->color(ColorToken::TextDim));
}

} // namespace renum::ui
