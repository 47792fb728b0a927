// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit_entry.h"
#include "core/model/result.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace renum::cli {

struct Arguments;

/// Which lines of the audit log to print.
struct AuditArguments {
    QString event; ///< `execution.failed`; one that ends in a dot takes everything below it
    std::optional<AuditEntry::Actor> actor;

    [[nodiscard]] bool takes(const AuditEntry &entry) const;
};

/// The options of `audit` that no other command has.
void addAuditOptions(QCommandLineParser &parser);
[[nodiscard]] Result<void> readAuditOptions(const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
