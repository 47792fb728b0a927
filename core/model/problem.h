// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

namespace renum {

/// One finding about an input. All findings of an input are reported together.
struct Problem {
    enum class Severity { Error, Warning };
    Severity severity = Severity::Error;
    /// `W-01` … `W-21` of contract §3.3, or an error code of error_codes.h.
    QString code;
    /// JSON pointer into the team document, for example `/workflow_definition/agents/2/input`.
    QString path;
    /// An English sentence that says what is wrong and what to do.
    QString message;
    QVariantMap args = {};

    friend bool operator==(const Problem &, const Problem &) = default;
};

using Problems = QList<Problem>;

[[nodiscard]] bool hasErrors(const Problems &problems);

} // namespace renum
