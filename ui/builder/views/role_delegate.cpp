// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/role_delegate.h"

#include <QCompleter>
#include <QLineEdit>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int LongestRole = 50;
} // namespace

QWidget *RoleDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    auto *edit = new QLineEdit(parent);
    edit->setMaxLength(LongestRole);
    auto *roles = new QCompleter({ u"leader"_s, u"coordinator"_s, u"member"_s }, edit);
    roles->setCaseSensitivity(Qt::CaseInsensitive);
    edit->setCompleter(roles);
    return edit;
}

} // namespace renum::ui
