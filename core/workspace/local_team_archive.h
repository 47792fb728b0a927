// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/local_caller.h"
#include "core/workspace/team_archive.h"
#include "core/workspace/template_files.h"

#include <QThreadPool>

#include <functional>

namespace renum {

/// TeamArchive of the embedded engine.
class LocalTeamArchive : public TeamArchive {
    Q_OBJECT

public:
    /// Templates are kept in `templateFolder`.
    LocalTeamArchive(LocalCaller caller, QString templateFolder, QObject *parent = nullptr);
    ~LocalTeamArchive() override;

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
    template<typename T>
    using FileWork = std::function<Result<T>(const TemplateFiles &)>;
    /// Works on files on a thread of its own.
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> onFiles(FileWork<T> work, std::stop_token stop);
    /// The same for what changes them.
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> change(FileWork<T> work, std::stop_token stop);

    LocalCaller m_caller;
    TemplateFiles m_files;
    QThreadPool m_pool; ///< for the files
    std::stop_source m_closing;
};

} // namespace renum
