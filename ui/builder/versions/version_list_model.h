// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/keyed_tree_model.h"

namespace renum::ui {

class TeamHistory;

/// The versions of a team, newest first; more are read as the view asks for them.
class VersionListModel : public KeyedTreeModel {
    Q_OBJECT

public:
    enum Role {
        VersionRole = FirstFreeRole, ///< int
        SavedRole, ///< when, in words
        SentenceRole, ///< what was changed
        LabelRole,
    };

    /// `history` outlives this.
    explicit VersionListModel(TeamHistory *history, QObject *parent = nullptr);

    /// Reads the rows again.
    void refresh();
    [[nodiscard]] QModelIndex indexOf(int version) const;

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    TeamHistory *m_history;
};

} // namespace renum::ui
