// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/template_document.h"
#include "core/workspace/template_entry.h"

#include <QString>

namespace renum {

/// Templates of one's own as files in one folder, and those in folders that the person added. All
/// functions read and write files, so they block; safe to call from any one thread at a time.
class TemplateFiles {
public:
    /// As many files of a folder are read.
    static constexpr int MostFiles = 200;

    /// `folder` is made when something is to be kept in it.
    explicit TemplateFiles(QString folder);

    /// Files that cannot be used are listed with the reason.
    [[nodiscard]] TemplateShelf shelf() const;
    /// Errors: store_read_only when the file cannot be written; name_taken.
    [[nodiscard]] Result<TemplateEntry> save(const TemplateDocument &document) const;
    /// Errors: not_found, template_invalid, name_taken, store_read_only.
    [[nodiscard]] Result<TemplateEntry> rename(const TemplateId &id, const QString &name) const;
    /// Errors: not_found, store_read_only.
    [[nodiscard]] Result<RemovedTemplate> remove(const TemplateId &id) const;
    /// Errors: store_read_only.
    [[nodiscard]] Result<void> restore(const RemovedTemplate &removed) const;

    /// Errors: file_unreadable when it is no folder, store_read_only.
    [[nodiscard]] Result<void> addFolder(const QString &path) const;
    /// The files stay. Errors: store_read_only.
    [[nodiscard]] Result<void> removeFolder(const QString &path) const;

private:
    [[nodiscard]] QString pathOf(const TemplateId &id) const;
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] Result<void> storeFolders(const QStringList &folders) const;
    [[nodiscard]] Result<void> checkName(const QString &name, const TemplateId &except) const;
    [[nodiscard]] Result<TemplateEntry> write(
        const QString &fileName, const TemplateDocument &document) const;

    QString m_folder;
};

} // namespace renum
