// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/team_archive.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <stop_token>

namespace renum {
class Workspace;
}

namespace renum::ui {

class TeamDocument;

/// The stored versions of a document's team, read page by page, and their contents as far as
/// somebody looked at them.
class TeamHistory : public QObject {
    Q_OBJECT

public:
    enum class State {
        NotStored, ///< the team was never saved: there is nothing to read
        Loading, ///< for the first time
        Ready,
        Failed, ///< error() says why
    };

    /// Both outlive this.
    TeamHistory(TeamDocument *document, Workspace *workspace, QObject *parent = nullptr);
    ~TeamHistory() override;

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }
    /// Newest first.
    [[nodiscard]] const QList<TeamVersionInfo> &versions() const noexcept { return m_versions; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    /// Null when no such version was read. Borrowed until the next change.
    [[nodiscard]] const TeamVersionInfo *find(int version) const;

    /// Reads what there is now; what was read stays until the answer is there.
    void reload();
    void loadMore();
    /// What a version holds; null while it is read, then draftRead() or draftFailed() tells.
    /// Borrowed until the next call.
    [[nodiscard]] const TeamDraft *draft(int version);
    /// failed() tells when it cannot be stored.
    void setLabel(int version, const QString &label);

signals:
    void changed();
    void draftRead(int version);
    void draftFailed(int version, const renum::Error &error);
    void failed(const renum::Error &error);

private:
    QCoro::Task<> read(TeamId team, PageRequest page, std::stop_token stop);
    QCoro::Task<> readDraft(TeamId team, int version);
    QCoro::Task<> storeLabel(TeamId team, int version, QString label);
    void ask(const PageRequest &page);
    /// The document's team; may be another one than before, when it was saved as a new one.
    [[nodiscard]] TeamId team() const;
    void forgetOtherTeam();

    TeamDocument *m_document;
    TeamArchive *m_archive;
    TeamId m_team; ///< whose versions these are
    State m_state = State::NotStored;
    std::optional<Error> m_error;
    QList<TeamVersionInfo> m_versions;
    QString m_next;
    QHash<int, std::optional<TeamDraft>> m_drafts; ///< none while it is read
    std::stop_source m_request; ///< of the list that counts
    TaskScope m_tasks;
};

} // namespace renum::ui
