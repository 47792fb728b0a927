// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"

#include <QByteArray>
#include <QString>

namespace renum::sim {

/// A row in another form than usual (suna-api §3.4). The forms: `object` (content and metadata are
/// no strings), `double` (content is encoded twice), `plain` (the text alone), `no_metadata` (null
/// where nothing hangs on it). Other events stay as they are.
[[nodiscard]] WireJson oddRow(WireJson row, const QString &form);
/// The same for an event of a stream.
[[nodiscard]] QByteArray oddRow(const QByteArray &event, const QString &form);

} // namespace renum::sim
