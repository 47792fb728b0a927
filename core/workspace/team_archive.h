// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/page.h"
#include "core/model/team_version.h"
#include "core/workflow/editing/change_summary.h"
#include "core/workspace/template_document.h"
#include "core/workspace/template_entry.h"

#include <QCoroTask>
#include <QObject>

#include <optional>
#include <stop_token>

namespace renum {

/// A stored version of a team, for lists.
struct TeamVersionInfo {
    int version = 1;
    Timestamp savedAt;
    QString label; ///< given by a person; empty: none
    QString name; ///< of the team, then
    int members = 0;
    /// Since the version before it that is kept; none for the oldest.
    std::optional<ChangeSummary> changes;

    friend bool operator==(const TeamVersionInfo &, const TeamVersionInfo &) = default;
};

/// Earlier versions of teams, and templates of one's own (features TM-09, TP-05). As for Workspace:
/// asynchronous, values only, on the workspace's thread; every call ends early with
/// `user_cancelled` when `stop` is requested.
class TeamArchive : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- versions of teams ---------------------------------------------------------------------
    /// Newest first: the latest 200, and all that have a label. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<Page<TeamVersionInfo>>> versions(
        TeamId team, PageRequest page, std::stop_token stop = {})
        = 0;
    /// Errors: team_version_unknown.
    [[nodiscard]] virtual QCoro::Task<Result<TeamVersion>> version(
        TeamId team, int version, std::stop_token stop = {})
        = 0;
    /// Gives a version a name, of at most MaxVersionLabel letters on one line; an empty one takes
    /// it away. Errors: team_version_unknown, validation_error.
    [[nodiscard]] virtual QCoro::Task<Result<void>> labelVersion(
        TeamId team, int version, QString label, std::stop_token stop = {})
        = 0;

    // --- templates beside those that come with the product --------------------------------------
    /// One's own, and those in folders that the person added. What cannot be used is in the list
    /// with the reason.
    [[nodiscard]] virtual QCoro::Task<Result<TemplateShelf>> templateShelf(
        std::stop_token stop = {})
        = 0;
    /// Errors: name_taken, store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<TemplateEntry>> saveTemplate(
        TemplateDocument document, std::stop_token stop = {})
        = 0;
    /// One of one's own. Errors: not_found, name_taken, template_invalid, store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<TemplateEntry>> renameTemplate(
        TemplateId id, QString name, std::stop_token stop = {})
        = 0;
    /// One of one's own. Errors: not_found, store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<RemovedTemplate>> removeTemplate(
        TemplateId id, std::stop_token stop = {})
        = 0;
    /// Errors: store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<void>> restoreTemplate(
        RemovedTemplate removed, std::stop_token stop = {})
        = 0;
    /// Errors: file_unreadable, store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<void>> addTemplateFolder(
        QString path, std::stop_token stop = {})
        = 0;
    /// Its files stay. Errors: store_read_only.
    [[nodiscard]] virtual QCoro::Task<Result<void>> removeTemplateFolder(
        QString path, std::stop_token stop = {})
        = 0;

signals:
    /// A version of this team has another label. Versions come with Workspace::teamsChanged().
    void versionsChanged(const renum::TeamId &team);
    /// A template was saved, renamed, deleted or brought back, or a folder came or went.
    void templatesChanged();
};

} // namespace renum
