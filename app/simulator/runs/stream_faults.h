// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "app/simulator/protocol/profile.h"

#include <QByteArray>

namespace renum::sim {

/// The bytes that a fault puts into a stream before the event `nextJson`; none for faults that only
/// keep something back.
[[nodiscard]] QByteArray streamFaultBytes(
    const Fault &fault, const QByteArray &nextJson, Family family);

} // namespace renum::sim
