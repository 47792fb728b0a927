// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/ids.h"
#include "core/model/step_output.h"
#include "core/model/usage.h"

#include <chrono>
#include <functional>
#include <optional>

namespace renum {

/// How an attempt ended.
struct AttemptEnd {
    enum class Kind { Succeeded, Failed, Stopped };
    Kind kind = Kind::Stopped;
    StepOutput output; ///< of a success
    Error error; ///< of a failure
    std::optional<std::chrono::milliseconds> retryAfter; ///< the service's wish
};

/// One attempt of one step at work: an agent's run, or a team that is a member. Says once how it
/// ended.
class StepWork {
public:
    struct Callbacks {
        std::function<void(const AttemptEnd &)> ended;
        std::function<void(const RunId &run, const Usage &)> used;
        /// A team that waits for a person, or does not any more.
        std::function<void(bool waits)> waitsForPerson = {};
    };

    StepWork() = default;
    StepWork(const StepWork &) = delete;
    StepWork &operator=(const StepWork &) = delete;
    virtual ~StepWork() = default;

    virtual void start() = 0;
    /// Ends as stopped; when what works does not obey the end may come late: the caller has a time
    /// limit of its own.
    virtual void cancel() = 0;
    /// The step is over for its execution: nothing more is shown. Usage is still booked.
    virtual void silence() = 0;
    /// The execution ends: what was used and is not booked yet is booked as unknown.
    virtual void bookUnknown() { }
};

} // namespace renum
