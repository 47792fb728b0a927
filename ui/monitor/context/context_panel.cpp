// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_panel.h"

#include "core/team/context_rules.h"
#include "ui/monitor/context/context_key_dialog.h"
#include "ui/monitor/context/context_panel_text.h"
#include "ui/monitor/context/context_tree_model.h"
#include "ui/monitor/context/json_difference_view.h"
#include "ui/monitor/context/json_text.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>
#include <functional>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

enum Place { LivePlace, DifferencePlace, EmptyPlace };
/// A value beyond that is not shown whole; the key's own limit is below it.
constexpr qsizetype MostCharacters = 300'000;

} // namespace

const ContextFold &ContextPanel::context() const
{
    static const ContextFold nothing;
    return m_context ? *m_context : nothing;
}

void ContextPanel::setSource(const ContextFold *context)
{
    m_context = context;
    refresh();
}

void ContextPanel::clear()
{
    m_context = nullptr;
    m_shownChanges = -1;
    m_agent = {};
    m_expanded.clear();
    m_history.clear();
    {
        const QSignalBlocker quiet(m_version);
        const QSignalBlocker quietToo(m_compare);
        m_version->setCurrentIndex(0);
        m_compare->setCurrentIndex(0);
    }
    m_model->clear();
    refresh();
}

void ContextPanel::refresh()
{
    if (context().changes().size() == m_shownChanges)
        return;
    m_shownChanges = context().changes().size();
    if (context().version() != m_shownVersions)
        fillVersions();
    showVersions();
}

void ContextPanel::setAccess(ContextAccess access)
{
    m_access = access;
    updateButtons();
}

/// Newest first; the first entry follows the latest.
void ContextPanel::fillVersions()
{
    const QSignalBlocker quiet(m_version);
    const QSignalBlocker quietToo(m_compare);
    const int version = context().version();
    if (m_shownVersions < 0) {
        for (QComboBox *box : { m_version, m_compare }) {
            box->clear();
            box->addItem(QString(), 0);
        }
        m_shownVersions = 0;
    }
    for (; m_shownVersions > version; --m_shownVersions) {
        m_version->removeItem(1);
        m_compare->removeItem(1);
    }
    for (; m_shownVersions < version; ++m_shownVersions) {
        const QString name = versionText(context(), m_shownVersions + 1);
        m_version->insertItem(1, name, m_shownVersions + 1);
        m_compare->insertItem(1, name, m_shownVersions + 1);
    }
    m_version->setItemText(0, tr("Latest version (%1)").arg(version));
    m_compare->setItemText(0, tr("Do not compare"));
}

int ContextPanel::chosenVersion() const
{
    const int version = m_version->currentData().toInt();
    return version > 0 ? version : context().version();
}

std::optional<int> ContextPanel::comparedVersion() const
{
    const int version = m_compare->currentData().toInt();
    return version > 0 ? std::optional(version) : std::nullopt;
}

void ContextPanel::showVersions()
{
    updateButtons();
    if (context().changes().isEmpty()) {
        m_stack->setCurrentIndex(EmptyPlace);
        return;
    }
    if (!comparedVersion()) {
        m_stack->setCurrentIndex(LivePlace);
        showTree();
        return;
    }
    using Pair = std::pair<ContextValues, ContextValues>;
    const auto both = std::make_shared<const Pair>(
        context().valuesAt(*comparedVersion()), context().valuesAt(chosenVersion()));
    m_difference->setDifference(
        namedDifference(contextDifference(both->first, both->second)), both);
    m_stack->setCurrentIndex(DifferencePlace);
}

void ContextPanel::showTree()
{
    const std::optional<ContextEntry> chosen = chosenEntry();
    m_model->setValues(context().valuesAt(chosenVersion()), context());
    keepExpanded();
    if (chosen && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model->indexOf(chosen->key));
    showKey();
}

// Values that changed were taken out and put in again.
void ContextPanel::keepExpanded()
{
    const std::function<void(const QModelIndex &)> open = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            const bool scope = !parent.isValid();
            if (!scope && !m_expanded.contains(m_model->pathOf(index)))
                continue;
            if (m_model->canFetchMore(index) && m_model->rowCount(index) == 0)
                m_model->fetchMore(index);
            m_tree->expand(index);
            open(index);
        }
    };
    open({});
}

std::optional<ContextEntry> ContextPanel::chosenEntry() const
{
    return m_model->entry(m_tree->currentIndex());
}

void ContextPanel::showKey()
{
    const QModelIndex index = m_tree->currentIndex();
    const Json *value = m_model->value(index);
    const std::optional<ContextEntry> entry = chosenEntry();
    m_tabs->setVisible(value && entry);
    updateButtons();
    if (!value || !entry)
        return;
    const QString text = jsonInFull(*value).left(MostCharacters);
    if (m_value->toPlainText() != text)
        m_value->setPlainText(text);
    const QString conflict = conflictText(context(), *entry);
    m_conflict->setText(conflict);
    m_conflict->setVisible(!conflict.isEmpty());
    showHistory(entry->key);
}

void ContextPanel::showHistory(const ContextKey &key)
{
    QList<ContextEntry> history = context().historyOf(key);
    std::ranges::reverse(history);
    const bool same = history.size() == m_history.size() && !history.isEmpty()
        && history.first().key == m_history.first().key;
    if (same)
        return;
    m_history = history;
    const QSignalBlocker quiet(m_changes);
    m_changes->clear();
    for (const ContextEntry &entry : std::as_const(m_history))
        m_changes->addItem(entryText(context(), entry));
    m_changes->setCurrentRow(0);
    compareHistoryRow(0);
}

void ContextPanel::compareHistoryRow(int row)
{
    if (row < 0 || row >= m_history.size())
        return;
    const bool first = row + 1 >= m_history.size();
    m_keyDifference->setValues(
        first ? nullptr : m_history.at(row + 1).value, m_history.at(row).value);
}

void ContextPanel::updateButtons()
{
    const bool live = !comparedVersion() && chosenVersion() == context().version();
    const bool write = m_access != ContextAccess::Read;
    const std::optional<ContextEntry> entry = chosenEntry();
    const bool reserved = entry && keyRefusal(entry->key.name);
    m_add->setEnabled(write && live);
    m_edit->setEnabled(write && live && entry && !reserved);
    m_restore->setEnabled(
        m_access == ContextAccess::Restore && chosenVersion() < context().version());
    m_add->setToolTip(write ? tr("Write a new key that agents can read")
                            : tr("Only the context of an execution that runs can be changed"));
    m_edit->setToolTip(reserved ? tr("This key belongs to the execution itself")
            : write             ? tr("Change or delete this key")
                                : tr("Only the context of an execution that runs can be changed"));
    m_restore->setToolTip(m_access == ContextAccess::Restore
            ? tr("Make the version that is shown the latest one again")
            : tr("An earlier version can be restored while the execution is paused and no agent "
                 "works"));
}

void ContextPanel::openDialog(const std::optional<ContextEntry> &entry)
{
    auto *dialog = new ContextKeyDialog(entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContextKeyDialog::confirmed, this, &ContextPanel::writeRequested);
    dialog->open();
}

void ContextPanel::selectAgent(const AgentId &agent)
{
    // The same again does not take a key away that the person looks at.
    if (std::exchange(m_agent, agent) == agent)
        return;
    const std::optional<ContextEntry> shown = chosenEntry();
    if (shown && shown->changedBy == agent.toString())
        return;
    for (auto entry = context().changes().crbegin(); entry != context().changes().crend();
         ++entry) {
        const QModelIndex index
            = entry->changedBy == agent.toString() ? m_model->indexOf(entry->key) : QModelIndex();
        if (!index.isValid())
            continue;
        const QSignalBlocker quiet(this); // it was chosen elsewhere
        m_tree->setCurrentIndex(index);
        return;
    }
}

void ContextPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
