// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace renum {

/// The generations of Suna's API, incompatible in part (suna-api.md §0).
enum class SunaFamily { V1, V2a, V2b, V3, V4 };

/// "V1", "V2a" …
[[nodiscard]] QString toString(SunaFamily family);
/// V1 and V2a: a run begins on the messages that a thread holds, a stream is replayed whole and
/// silence means nothing (suna-api.md §4.1, §5.2, §5.5).
[[nodiscard]] bool isEarlySuna(SunaFamily family);

/// A Suna that answered: where its routes begin and which generation they are of.
struct SunaServer {
    QUrl root; ///< scheme, host, port and a path without a trailing slash
    QString prefix; ///< "/api" or "/v1"
    SunaFamily family = SunaFamily::V3;

    friend bool operator==(const SunaServer &, const SunaServer &) = default;
};

using SunaQuery = QList<QPair<QString, QString>>;

/// The address of a route, `segments` being the decoded parts of the path behind the prefix. What
/// comes from a server (ids) cannot leave its segment.
[[nodiscard]] QUrl sunaUrl(
    const SunaServer &server, const QStringList &segments, const SunaQuery &query = {});

} // namespace renum
