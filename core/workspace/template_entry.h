// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace renum {

/// A template beside those that come with the product.
struct TemplateEntry {
    enum class Source {
        Own, ///< saved here by a person
        Folder, ///< a file in a folder that the person added
    };
    Source source = Source::Own;
    /// Its id is the entry's. Of a broken file only id and name are known.
    TeamTemplate content;
    TeamConfig config; ///< of the team that it makes
    QString author; ///< who made it, as the file says; may be empty
    QString path; ///< of the file
    Timestamp changedAt;
    std::optional<Error> error; ///< why it cannot be used

    friend bool operator==(const TemplateEntry &, const TemplateEntry &) = default;
};

/// A folder of templates that the person added.
struct TemplateFolder {
    QString path;
    /// Why nothing of it is in the list, or not everything.
    std::optional<Error> error;

    friend bool operator==(const TemplateFolder &, const TemplateFolder &) = default;
};

/// All of them: one's own by name, then those of each folder by name.
struct TemplateShelf {
    QList<TemplateEntry> entries;
    QList<TemplateFolder> folders;

    friend bool operator==(const TemplateShelf &, const TemplateShelf &) = default;
};

/// What brings a deleted template back.
struct RemovedTemplate {
    QString fileName;
    QByteArray document;
};

} // namespace renum
