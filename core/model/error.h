// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QVariantMap>

namespace renum {

/// What kind of failure it was; decides retry and severity. Contract §4.5, closed list.
enum class ErrorCategory {
    AgentTimeout,
    NetworkError,
    AuthenticationError,
    ResourceExhausted,
    QuotaExceeded,
    InvalidInput,
    DependencyError,
    UserCancelled,
    AgentCrash,
    SystemError,
};

/// An expected failure, as a value.
struct Error {
    ErrorCategory category = ErrorCategory::SystemError;
    /// Stable snake_case identifier, one of error_codes.h.
    QString code;
    /// An English sentence that says what happened and what to do, for logs and the command line.
    /// Never holds a secret or a prompt.
    QString message;
    /// What the translated sentence needs (names, numbers), keyed by placeholder name.
    QVariantMap args = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/// The wire name of contract §4.5, for example `agent_timeout`.
[[nodiscard]] QString toString(ErrorCategory category);
/// The inverse; an unknown name is `SystemError`.
[[nodiscard]] ErrorCategory errorCategoryFromString(const QString &name);

} // namespace renum

Q_DECLARE_METATYPE(renum::Error)
