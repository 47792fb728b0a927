// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault.h"

#include <QLatin1String>

#include <algorithm>
#include <array>
#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

using Named = std::pair<FaultKind, QLatin1String>;

constexpr std::array Names {
    Named { FaultKind::Status, "status"_L1 },
    Named { FaultKind::Delay, "delay"_L1 },
    Named { FaultKind::Drop, "drop"_L1 },
    Named { FaultKind::Hang, "hang"_L1 },
    Named { FaultKind::Html, "html"_L1 },
    Named { FaultKind::DropAfter, "drop_after"_L1 },
    Named { FaultKind::Truncate, "truncate"_L1 },
    Named { FaultKind::NullRunId, "null_run_id"_L1 },
    Named { FaultKind::LateRun, "late_run"_L1 },
    Named { FaultKind::Cut, "cut"_L1 },
    Named { FaultKind::EndEarly, "end_early"_L1 },
    Named { FaultKind::MalformedLine, "malformed_line"_L1 },
    Named { FaultKind::HugeEvent, "huge_event"_L1 },
    Named { FaultKind::InvalidUtf8, "invalid_utf8"_L1 },
    Named { FaultKind::UnknownEvent, "unknown_event"_L1 },
    Named { FaultKind::Silent, "silent"_L1 },
    Named { FaultKind::PingsOnly, "pings_only"_L1 },
    Named { FaultKind::ErrorEvent, "error_event"_L1 },
};

} // namespace

bool isStreamFault(FaultKind kind)
{
    return kind >= FaultKind::Cut;
}

std::optional<FaultKind> faultKindByName(const QString &name)
{
    const auto found
        = std::ranges::find_if(Names, [&](const Named &n) { return name == n.second; });
    if (found == Names.cend())
        return std::nullopt;
    return found->first;
}

QString faultKindName(FaultKind kind)
{
    const auto found = std::ranges::find(Names, kind, &Named::first);
    return found == Names.cend() ? QString() : QString(found->second);
}

} // namespace renum::sim
