// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <iterator>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    FaultKind kind;
    QLatin1StringView name;
    FaultStage stage;
};

constexpr std::array Rows {
    Row { FaultKind::Always, "always"_L1, FaultStage::Never },
    Row { FaultKind::Status, "status"_L1, FaultStage::Before },
    Row { FaultKind::Delay, "delay"_L1, FaultStage::Before },
    Row { FaultKind::Drop, "drop"_L1, FaultStage::Before },
    Row { FaultKind::Hang, "hang"_L1, FaultStage::Before },
    Row { FaultKind::Html, "html"_L1, FaultStage::Before },
    Row { FaultKind::DropAfter, "drop_after"_L1, FaultStage::After },
    Row { FaultKind::Truncate, "truncate"_L1, FaultStage::After },
    Row { FaultKind::NullRunId, "null_run_id"_L1, FaultStage::After },
    Row { FaultKind::Pending, "pending"_L1, FaultStage::After },
    Row { FaultKind::LateRun, "late_run"_L1, FaultStage::Within },
    Row { FaultKind::PendingStart, "pending_start"_L1, FaultStage::Within },
    Row { FaultKind::OptimizedOnly, "optimized_only"_L1, FaultStage::Within },
    Row { FaultKind::OddPages, "odd_pages"_L1, FaultStage::Within },
    Row { FaultKind::MergeOnly, "merge_only"_L1, FaultStage::Within },
    Row { FaultKind::LocalMode, "local_mode"_L1, FaultStage::Within },
    Row { FaultKind::LlmError, "llm_error"_L1, FaultStage::Run },
    Row { FaultKind::Crash, "crash"_L1, FaultStage::Run },
    Row { FaultKind::BillingStop, "billing_stop"_L1, FaultStage::Run },
    Row { FaultKind::RunTimeout, "run_timeout"_L1, FaultStage::Run },
    Row { FaultKind::Stuck, "stuck"_L1, FaultStage::Run },
    Row { FaultKind::NoWorker, "no_worker"_L1, FaultStage::Run },
    Row { FaultKind::OtherText, "other_text"_L1, FaultStage::Run },
    Row { FaultKind::CallBreaksOff, "call_breaks_off"_L1, FaultStage::Run },
    Row { FaultKind::NoUsage, "no_usage"_L1, FaultStage::Run },
    Row { FaultKind::ZeroUsage, "zero_usage"_L1, FaultStage::Run },
    Row { FaultKind::CallTools, "call_tools"_L1, FaultStage::Run },
    Row { FaultKind::OtherModel, "other_model"_L1, FaultStage::Run },
    Row { FaultKind::SwapEvents, "swap_events"_L1, FaultStage::Run },
    Row { FaultKind::LateRows, "late_rows"_L1, FaultStage::Run },
    Row { FaultKind::Cut, "cut"_L1, FaultStage::Stream },
    Row { FaultKind::CutUtf8, "cut_utf8"_L1, FaultStage::Stream },
    Row { FaultKind::EndEarly, "end_early"_L1, FaultStage::Stream },
    Row { FaultKind::MalformedLine, "malformed_line"_L1, FaultStage::Stream },
    Row { FaultKind::EmptyData, "empty_data"_L1, FaultStage::Stream },
    Row { FaultKind::CrLf, "crlf"_L1, FaultStage::Stream },
    Row { FaultKind::HugeEvent, "huge_event"_L1, FaultStage::Stream },
    Row { FaultKind::ManyEvents, "many_events"_L1, FaultStage::Stream },
    Row { FaultKind::InvalidUtf8, "invalid_utf8"_L1, FaultStage::Stream },
    Row { FaultKind::UnknownEvent, "unknown_event"_L1, FaultStage::Stream },
    Row { FaultKind::OddContent, "odd_content"_L1, FaultStage::Stream },
    Row { FaultKind::ControlWord, "control_word"_L1, FaultStage::Stream },
    Row { FaultKind::StreamError, "stream_error"_L1, FaultStage::Stream },
    Row { FaultKind::Stall, "stall"_L1, FaultStage::Stream },
    Row { FaultKind::Silent, "silent"_L1, FaultStage::Stream },
    Row { FaultKind::PingsOnly, "pings_only"_L1, FaultStage::Stream },
    Row { FaultKind::ErrorEvent, "error_event"_L1, FaultStage::Stream },
    Row { FaultKind::TrimReplay, "trim_replay"_L1, FaultStage::Stream },
};

} // namespace

FaultStage stageOf(FaultKind kind)
{
    const auto *const found = std::ranges::find(Rows, kind, &Row::kind);
    return found == Rows.cend() ? FaultStage::Never : found->stage;
}

bool isStreamFault(FaultKind kind)
{
    return stageOf(kind) == FaultStage::Stream;
}

QList<Fault> faultsOfStage(const QList<Fault> &faults, FaultStage stage)
{
    QList<Fault> result;
    std::ranges::copy_if(faults, std::back_inserter(result),
        [stage](const Fault &fault) { return stageOf(fault.kind) == stage; });
    return result;
}

const Fault *findFault(const QList<Fault> &faults, FaultKind kind)
{
    const auto found = std::ranges::find(faults, kind, &Fault::kind);
    return found == faults.cend() ? nullptr : &*found;
}

std::optional<FaultKind> faultKindByName(const QString &name)
{
    const auto *const found = std::ranges::find(Rows, name, &Row::name);
    return found == Rows.cend() ? std::nullopt : std::optional(found->kind);
}

QString faultKindName(FaultKind kind)
{
    const auto *const found = std::ranges::find(Rows, kind, &Row::kind);
    return found == Rows.cend() ? QString() : QString(found->name);
}

} // namespace renum::sim
