// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/command_delegate.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PaletteSize { 15 * Theme::ControlHeight, 12 * Theme::ControlHeight };
constexpr int CommandRole = Qt::UserRole + 1; ///< index into m_commands

/// All words somewhere in the text, in any order.
QRegularExpression allWords(const QString &text)
{
    QString pattern;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        pattern += u"(?=.*"_s + QRegularExpression::escape(word) + u')';
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

CommandPalette::CommandPalette(
    const QList<QAction *> &commands, const Theme *theme, QWidget *window)
    : SearchPopup(window)
    , m_model(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    setObjectName(u"commandPalette"_s);
    setWords(tr("Commands"), tr("What do you want to do?"));
    m_found->setSourceModel(m_model);
    setContent(m_found, new CommandDelegate(theme, this));
    fill(commands);
    narrow({});
}

void CommandPalette::fill(const QList<QAction *> &commands)
{
    QList<QAction *> sorted;
    std::ranges::copy_if(commands, std::back_inserter(sorted),
        [](const QAction *action) { return !action->text().isEmpty() && !action->isSeparator(); });
    std::ranges::stable_sort(
        sorted, [](const QAction *a, const QAction *b) { return a->isEnabled() > b->isEnabled(); });
    for (QAction *action : std::as_const(sorted)) {
        auto *item = new QStandardItem(action->text().remove(u'&'));
        item->setData(static_cast<int>(m_commands.size()), CommandRole);
        item->setData(
            action->shortcut().toString(QKeySequence::NativeText), CommandDelegate::ShortcutRole);
        item->setToolTip(action->toolTip());
        item->setEnabled(action->isEnabled());
        m_model->appendRow(item);
        m_commands.append(action);
    }
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget();
    const QPoint corner((window->width() - PaletteSize.width()) / 2, 2 * Theme::HeaderHeight);
    openAt(window->mapToGlobal(corner), PaletteSize);
}

void CommandPalette::narrow(const QString &text)
{
    m_found->setFilterRegularExpression(allWords(text));
    selectFirst();
}

bool CommandPalette::canTake(const QModelIndex &index) const
{
    return index.flags().testFlag(Qt::ItemIsEnabled);
}

void CommandPalette::take(const QModelIndex &index)
{
    if (QAction *action = m_commands.at(index.data(CommandRole).toInt()))
        action->trigger();
}

} // namespace renum::ui
