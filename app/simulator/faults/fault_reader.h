// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "core/model/json.h"
#include "core/model/problem.h"

#include <QList>

namespace renum::sim {

/// Reads an array of faults; problems are appended with their JSON pointer below `path`.
[[nodiscard]] QList<Fault> readFaults(const Json &array, const QString &path, Problems &problems);

/// The names that a fault's `route` may have, besides `*`.
[[nodiscard]] const QStringList &faultRouteNames();

} // namespace renum::sim
