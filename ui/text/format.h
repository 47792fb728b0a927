// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "core/model/usage.h"
#include "core/model/workflow_definition.h"

#include <QString>

#include <chrono>

/// How numbers become words, in the person's language and region (QLocale()).
namespace renum::ui::format {

/// `18.2 s`, `1 min 05 s`, `2 h 03 min`. Negative durations are shown as zero.
[[nodiscard]] QString duration(std::chrono::milliseconds time);
/// `00:41`, `1:02:03`: for clocks that tick.
[[nodiscard]] QString clock(std::chrono::milliseconds time);
/// `874`, `9.1k`, `1.2M`.
[[nodiscard]] QString count(qint64 number);
/// `9.1k tok`, with `≈` when counted from text; empty when unknown, because unknown is not zero.
[[nodiscard]] QString tokens(const Usage &usage);
/// The day and the minute, in local time.
[[nodiscard]] QString dateTime(Timestamp time);
/// The day in a few characters, in local time; the time of day when it is today.
[[nodiscard]] QString shortDate(Timestamp time, Timestamp now);
/// Translated name of the strategy.
[[nodiscard]] QString workflowType(WorkflowType type);

} // namespace renum::ui::format
