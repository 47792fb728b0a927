// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/one_shot.h"
#include "core/workspace/team_archive.h"

#include <QHash>

#include <optional>

namespace renum::ui {

/// TeamArchive of a FakeWorkspace.
class FakeTeamArchive : public TeamArchive {
    Q_OBJECT

public:
    using TeamArchive::TeamArchive;
    ~FakeTeamArchive() override;

    // --- content, free to change ---------------------------------------------------------------
    QHash<TeamId, QList<TeamVersion>> storedVersions; ///< newest first

    TemplateShelf shelf;
    QList<TemplateDocument> savedTemplates; ///< of saveTemplate()

    // --- script --------------------------------------------------------------------------------
    /// Every call fails with it while it is there.
    std::optional<Error> failure;
    /// Calls wait until release().
    void hold() { m_held = true; }
    void release();
    /// How many calls there were.
    int calls = 0;

    [[nodiscard]] QCoro::Task<Result<Page<TeamVersionInfo>>> versions(
        TeamId team, PageRequest page, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<TeamVersion>> version(
        TeamId team, int version, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> labelVersion(
        TeamId team, int version, QString label, std::stop_token stop) override;

    [[nodiscard]] QCoro::Task<Result<TemplateShelf>> templateShelf(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<TemplateEntry>> saveTemplate(
        TemplateDocument document, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<TemplateEntry>> renameTemplate(
        TemplateId id, QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<RemovedTemplate>> removeTemplate(
        TemplateId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> restoreTemplate(
        RemovedTemplate removed, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> addTemplateFolder(
        QString path, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> removeTemplateFolder(
        QString path, std::stop_token stop) override;

private:
    [[nodiscard]] QCoro::Task<Result<void>> enter(std::stop_token stop);
    [[nodiscard]] TeamVersion *find(const TeamId &team, int version);

    bool m_held = false;
    QList<TemplateEntry> m_removed;
    QList<OneShot<bool>> m_gates;
};

} // namespace renum::ui
