// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/router.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// The parameters of `path` when it has the shape of `pattern`.
std::optional<QHash<QString, QString>> matchPath(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList given = path.split(u'/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QHash<QString, QString> params;
    for (qsizetype index = 0; index < wanted.size(); ++index) {
        const QString &part = wanted.at(index);
        if (part.startsWith(u'{') && !given.at(index).isEmpty())
            params.insert(part.mid(1, part.size() - 2), given.at(index));
        else if (part != given.at(index))
            return std::nullopt;
    }
    return params;
}

} // namespace

QString RouteCall::query(const QString &name, const QString &fallback) const
{
    return request.query.hasQueryItem(name) ? request.query.queryItemValue(name, QUrl::FullyDecoded)
                                            : fallback;
}

bool Router::anyMethodAt(const QString &path) const
{
    return std::ranges::any_of(
        m_routes, [&path](const Route &route) { return matchPath(route.path, path).has_value(); });
}

std::variant<Router::Match, Router::Refusal> Router::find(
    const QByteArray &method, const QString &path) const
{
    for (const Route &route : m_routes) {
        if (route.method != method)
            continue;
        if (auto params = matchPath(route.path, path))
            return Match { &route, std::move(*params) };
    }
    if (anyMethodAt(path))
        return Refusal { 405, {} };
    if (path.size() > 1 && path.endsWith(u'/') && anyMethodAt(path.chopped(1)))
        return Refusal { 307, path.chopped(1) };
    return Refusal {};
}

} // namespace renum::sim
