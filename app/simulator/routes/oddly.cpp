// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/oddly.h"

#include "app/simulator/runs/odd_rows.h"

namespace renum::sim {

WireJson oddly(const RouteCall &call, WireJson row)
{
    const Fault *odd = findFault(call.faults, FaultKind::OddContent);
    return odd ? oddRow(std::move(row), odd->text) : row;
}

} // namespace renum::sim
