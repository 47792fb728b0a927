// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/version_list_model.h"

#include "ui/builder/versions/team_history.h"
#include "ui/builder/versions/version_words.h"
#include "ui/text/format.h"

namespace renum::ui {

VersionListModel::VersionListModel(TeamHistory *history, QObject *parent)
    : KeyedTreeModel(1, parent)
    , m_history(history)
{
    connect(history, &TeamHistory::changed, this, &VersionListModel::refresh);
    refresh();
}

void VersionListModel::refresh()
{
    std::vector<TreeRow> rows;
    for (const TeamVersionInfo &version : m_history->versions()) {
        const QString sentence = versionSentence(version);
        const QString saved = format::dateTime(version.savedAt);
        rows.push_back({ QString::number(version.version), {},
            { versionTitle(version.version, version.label) },
            { { VersionRole, version.version }, { SavedRole, saved }, { SentenceRole, sentence },
                { LabelRole, version.label }, { Qt::ToolTipRole, sentence },
                //: A version for screen readers: when it was stored, what was changed
                { Qt::AccessibleDescriptionRole, tr("%1. %2.").arg(saved, sentence) } },
            {} });
    }
    setRows(std::move(rows));
}

QModelIndex VersionListModel::indexOf(int version) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex found = index(row, 0);
        if (found.data(VersionRole).toInt() == version)
            return found;
    }
    return {};
}

bool VersionListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_history->hasMore();
}

void VersionListModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_history->loadMore();
}

} // namespace renum::ui
