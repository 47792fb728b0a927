// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QAbstractListModel>

namespace renum {
class Workspace;
}

namespace renum::ui {

class AgentCatalog;
class TeamDirectory;
class TeamDocument;

/// What a team can be made of: the agents of the services, the other kinds of step, and the
/// person's other teams. In sections, filtered by a search.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< EntryKind as int
        SubtitleRole,
        UsedRole, ///< bool: is in the team already, and can be there only once
        SeriesRole, ///< int: Theme::seriesColor; -1 for what has no colour of its own
    };
    enum class EntryKind { Section, Agent, Approval, Team };

    /// All outlive this. Has the stored teams read at once.
    PaletteModel(Workspace *workspace, AgentCatalog *catalog, const TeamDocument *document,
        QObject *parent = nullptr);

    void setSearch(const QString &text);
    [[nodiscard]] const QString &search() const noexcept { return m_search; }
    /// A new member for the team of that row; nothing for a section and for who is a member
    /// already.
    [[nodiscard]] std::optional<WorkflowAgent> memberOf(const QModelIndex &index) const;
    /// Who is in the team already, for a row that says so.
    [[nodiscard]] AgentId usedMember(const QModelIndex &index) const;
    /// The first row that can be added, or an invalid index.
    [[nodiscard]] QModelIndex firstAddable() const;
    /// The words of sections and steps are others.
    void retranslate() { rebuild(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    struct Entry {
        EntryKind kind = EntryKind::Section;
        AgentId agent;
        TeamId team;
        QString title;
        QString subtitle;
        int series = -1;
    };

    void rebuild();
    void addSection(const QString &title, QList<Entry> entries);
    [[nodiscard]] bool matches(const Entry &entry) const;
    [[nodiscard]] const Entry *entryAt(const QModelIndex &index) const;
    [[nodiscard]] bool isUsed(const Entry &entry) const;

    TeamDirectory *m_teams;
    AgentCatalog *m_catalog;
    const TeamDocument *m_document;
    QList<Entry> m_entries;
    QString m_search;
};

} // namespace renum::ui
