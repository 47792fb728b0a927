// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/host_lookup.h"

#include <QHostInfo>

#include <utility>

namespace renum {

void SystemHostLookup::find(const QString &host, QObject *context, Then then)
{
    QHostInfo::lookupHost(
        host, context, [then = std::move(then)](const QHostInfo &info) { then(info.addresses()); });
}

} // namespace renum
