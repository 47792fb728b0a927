// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QList>
#include <QMetaType>
#include <QString>

/// The event log (design §3.1): the one truth about an execution. Everything that is shown, stored
/// in tables or sent over a socket is a projection of it.
///
/// Every event has `type`, `eventType` and `data` as in contract §2.4; [EXT] marks ours. Within an
/// execution `seq` starts at 1 and has no gap; the terminal event is the last.
///
/// type               eventType              data (besides what is said in the contract)
/// ----------------   --------------------   -----------------------------------------------------
/// execution_update   execution_created EXT  status, team_name, workflow_type, initial_prompt,
///                                           execution_config; team_version of the first run;
///                                           retry_of or forked_from of the others
///                    plan_created           status, total_steps, estimated_duration, message, plan
///                    execution_started      status, workflow_type, message, owner
///                    execution_progress     status, progress, current_step, step_number,
///                                           total_steps, completed_steps, current_agent
///                    execution_resumed EXT  owner, message      (an engine goes on with it)
///                    execution_paused EXT   requested_by
///                    execution_continued EXT  requested_by; holds_at_next: before whatever starts
///                    execution_held EXT     reason (breakpoint, cap), step_id, place (before,
///                                           after): it has paused by itself
///                    execution_breakpoints_set EXT  breakpoints, requested_by
///                    execution_cap_set EXT  cap, requested_by
///                    execution_cap_reached EXT  at_limit (pause, stop, warn), cap, spent
///                                           {nano_usd, tokens, calls}, calls_at_work
///                    execution_deadline_reached EXT  seconds
///                    execution_stop_requested EXT  requested_by, reason
///                    team_tools_given EXT   agent_id, name, url_sha256 (before the agent is
///                    changed) team_tools_taken EXT   the same (after it was changed back)
///                    execution_completed    status, progress, message, result, has_errors,
///                                           usage_totals
///                    execution_failed       status, progress, message, error, error_detail
///                    execution_cancelled    status, message, cancelled_by
/// step_update        (all: step_id, step_order, status)
///                    step_started           attempt, message, prompt, source, resolved_from,
///                                           context_version, model_name
///                    step_waiting EXT       attempt, reason (circuit_open, run_slot,
///                                           service_busy, spending_cap), position, retry_at,
///                                           until, each when it means something; ends with the
///                                           next event of the attempt
///                    step_reused EXT        from_execution or kept, message (no attempt)
///                    step_nested_started EXT  attempt, execution_id, team_id (a team is the
///                    member;
///                                           committed before that execution exists)
///                    step_nested_ended EXT  attempt, execution_id, execution_status, usage_metrics
///                                           (booked in that execution's log), error_detail
///                    step_run_intent EXT    attempt, payload_hash, backend       (before the
///                    start leaves; a thread may be asked for earlier);
///                                           turn and prompt of a follow-up turn
///                    step_run_sent EXT      attempt, thread_id, project_id, watch_until
///                    step_run_bound EXT     attempt, agent_run_id, thread_id, adopted
///                    step_run_rejected EXT  attempt, error, error_detail
///                    step_run_unknown EXT   attempt, error, error_detail, watch_until
///                    step_run_duplicate EXT attempt, agent_run_id, action
///                    step_output            attempt, kind (assistant, tool_call, tool_result,
///                                           status), delta, segment; replace=true when `delta`
///                                           is the whole text of its segment
///                    step_team_action EXT   attempt, turn, block_id, index, action, result,
///                                           error_detail, output_context, request_id
///                    step_usage EXT         attempt, agent_run_id, usage_metrics; pricing_version
///                                           and cost_flags where there are any
///                    step_retrying          reason, attempt, max_attempts, delay_seconds, error,
///                                           error_detail
///                    step_nested_waiting EXT    attempt: its team waits for a person
///                    step_nested_continued EXT  attempt: and does not any more
///                    step_approval_requested EXT  expires_at (null: as long as it takes)
///                    step_approval_decided EXT  state (§6.3), decided_by, comment
///                    step_result_given EXT  result (absent: to be skipped), requested_by,
///                                           by_person; a run at work is stopped before the step
///                                           ends with it
///                    step_repeat_requested EXT  requested_by, by_person
///                    step_reopened EXT      a step that failed, or was skipped because of one,
///                                           begins anew: step_id is that of the new iteration
///                    step_completed         result (StepOutput), message, attempt, usage_metrics
///                    step_failed            error, error_detail, message, attempt, will_retry
///                    step_skipped           reason; by_person when nobody gave a result
///                    step_cancelled         reason
/// context_change     –                      key, value, previous_value, changed_by, version,
///                                           scope (context_object, shared_memory), deleted;
///                                           by_person, expires_at, restored_from, conflicts
///                                           when they apply
/// team_message       –                      a message (contract §1.3.7); sender_type person and
///                                           by_person when a person wrote it
///                    messages_read EXT      agent_id, message_ids, read_at
///                    auxiliary_run_started EXT  request_id, step_id, requested_by, prompt; the
///                                           run's own events are step_updates of that step_id,
///                                           which is no step of the plan
///                    auxiliary_run_ended EXT  request_id, step_id; error, error_detail
/// execution_log      –                      log_entry (contract §1.3.6)
///
/// error_detail is {error_type, code, message, args}.
namespace renum {

struct ExecutionEvent {
    qint64 seq = 0;
    QString type;
    QString eventType; ///< empty for context_change, execution_log and messages
    ExecutionId executionId;
    TeamId teamId;
    AgentId agentId; ///< empty when the event is about no agent
    Timestamp timestamp;
    Json data = Json::object();

    friend bool operator==(const ExecutionEvent &, const ExecutionEvent &) = default;
};
using ExecutionEvents = QList<ExecutionEvent>;

/// FULL is synced to the disk before it is acknowledged, NORMAL survives a killed process only
/// (design §5).
enum class Durability { Normal, Full };
/// FULL for intents, run ids, terminal states, usage, and what people decide or write; else NORMAL.
[[nodiscard]] Durability durabilityOf(const ExecutionEvent &event);
/// True for execution_completed, execution_failed and execution_cancelled.
[[nodiscard]] bool isTerminalEvent(const ExecutionEvent &event);

/// The frame of contract §2.3: type, event_type, seq, execution_id, team_id, agent_id, timestamp,
/// data, channel.
[[nodiscard]] Json toFrame(const ExecutionEvent &event);
[[nodiscard]] Result<ExecutionEvent> eventFromFrame(const Json &frame);

/// `error_detail` and back.
[[nodiscard]] Json errorDetail(const Error &error);
[[nodiscard]] Error errorFromDetail(const Json &detail);

} // namespace renum

Q_DECLARE_METATYPE(renum::ExecutionEvent)
