// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace renum::cli {

struct Arguments;

/// What is said of an endpoint or an agent of one's own; what was not said stays as it is.
struct OwnArguments {
    std::optional<QString> name;
    std::optional<QString> url;
    std::optional<QString> model;
    std::optional<QString> description;
    std::optional<QString> instructions;
    std::optional<QString> endpoint; ///< its name or id
    std::optional<QString> temperature; ///< a number, or "default"
    std::optional<bool> tools;
    QString schemaFile; ///< "none" takes the schema away
    QString keyVariable; ///< name of the environment variable that holds the key
    bool forgetKey = false;
};

/// Adds the options that read the above.
void addOwnOptions(QCommandLineParser &parser);
[[nodiscard]] Result<void> readOwnOptions(const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
