// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace renum::sim {

struct FormField {
    QString name;
    std::optional<QString> fileName; ///< set for a file part
    QByteArray value;
};

struct FormData {
    QList<FormField> fields;
    /// The last text field of that name, as Starlette reads it; none when absent.
    [[nodiscard]] std::optional<QString> text(const QString &name) const;
    [[nodiscard]] QStringList fileNames() const;
};

/// Reads `multipart/form-data` (RFC 7578) and `application/x-www-form-urlencoded`. Bounded: at most
/// 1000 fields, 8 KiB of headers a part, 70 bytes of boundary. None when the body is malformed or
/// the type is another one.
[[nodiscard]] std::optional<FormData> parseForm(
    const QByteArray &contentType, const QByteArray &body);

} // namespace renum::sim
