// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Every stable error code (Error::code). ui/error_text.cpp has a translated sentence for each; a
/// test compares the two lists, so a new code needs a line in both.
namespace renum::code {

// Cancelled by a person or by shutting down.
inline constexpr char UserCancelled[] = "user_cancelled";

// Network
inline constexpr char InvalidUrl[] = "invalid_url";
inline constexpr char AddressForbidden[] = "address_forbidden"; // metadata services and the like
inline constexpr char ConnectionRefused[] = "connection_refused";
inline constexpr char HostNotFound[] = "host_not_found";
inline constexpr char TlsFailed[] = "tls_failed";
inline constexpr char ConnectTimeout[] = "connect_timeout";
inline constexpr char IdleTimeout[] = "idle_timeout";
inline constexpr char TotalTimeout[] = "total_timeout";
inline constexpr char ConnectionLost[] = "connection_lost";
inline constexpr char ReplyTooLarge[] = "reply_too_large";
inline constexpr char UnexpectedRedirect[] = "unexpected_redirect";
inline constexpr char NetworkFailed[] = "network_failed";

inline constexpr char CircuitOpen[] = "circuit_open";

// Data from outside
inline constexpr char JsonInvalid[] = "json_invalid";
inline constexpr char JsonTooDeep[] = "json_too_deep";
inline constexpr char JsonTooLarge[] = "json_too_large";
inline constexpr char EventTooLarge[] = "event_too_large";
inline constexpr char FileUnreadable[] = "file_unreadable";
inline constexpr char FileTooLarge[] = "file_too_large";

// Suna
inline constexpr char SunaUnauthorized[] = "suna_unauthorized"; // 401
inline constexpr char SunaSignInExpired[] = "suna_sign_in_expired"; // Supabase renews it no more
inline constexpr char SunaPaymentRequired[] = "suna_payment_required"; // 402
inline constexpr char SunaForbidden[] = "suna_forbidden"; // 403
inline constexpr char SunaNotFound[] = "suna_not_found"; // 404
inline constexpr char SunaBusy[] = "suna_busy"; // 429, or 402 with a running count
inline constexpr char SunaInvalidRequest[] = "suna_invalid_request"; // 400, 422
inline constexpr char SunaServerError[] = "suna_server_error"; // 5xx
inline constexpr char SunaNotJson[] = "suna_not_json"; // HTML and the like
inline constexpr char SunaInvalidAnswer[] = "suna_invalid_answer"; // JSON of another shape
inline constexpr char SunaUnsupportedVersion[] = "suna_unsupported_version"; // V4
inline constexpr char SunaNotDetected[] = "suna_not_detected";
inline constexpr char SunaRunFailed[] = "suna_run_failed";
inline constexpr char SunaRunStopped[] = "suna_run_stopped";
inline constexpr char SunaRunLost[] = "suna_run_lost";

// Model endpoints
inline constexpr char ModelUnauthorized[] = "model_unauthorized"; // 401, 403
inline constexpr char ModelQuota[] = "model_quota"; // 402, or 429 for want of money
inline constexpr char ModelBusy[] = "model_busy"; // 429
inline constexpr char ModelUnknown[] = "model_unknown";
inline constexpr char ModelNotChosen[] = "model_not_chosen";
inline constexpr char ModelEndpointMissing[] = "model_endpoint_missing"; // 404, 405
inline constexpr char ModelContextExceeded[] = "model_context_exceeded";
inline constexpr char ModelToolsUnsupported[] = "model_tools_unsupported";
inline constexpr char ModelInvalidRequest[] = "model_invalid_request"; // 400, 422
inline constexpr char ModelServerError[] = "model_server_error"; // 5xx
inline constexpr char ModelNotJson[] = "model_not_json"; // HTML and the like
inline constexpr char ModelInvalidAnswer[] = "model_invalid_answer"; // JSON of another shape
inline constexpr char ModelAnswerCut[] = "model_answer_cut"; // the stream ended in the middle
inline constexpr char ModelAnswerFiltered[] = "model_answer_filtered";
inline constexpr char ModelOutputInvalid[] = "model_output_invalid";
inline constexpr char ModelToolLoop[] = "model_tool_loop";
inline constexpr char ModelFailed[] = "model_failed"; // said so in the stream
inline constexpr char ModelRunLost[] = "model_run_lost";
inline constexpr char LocalAgentInvalid[] = "local_agent_invalid";
inline constexpr char EndpointInvalid[] = "endpoint_invalid";
inline constexpr char EndpointInUse[] = "endpoint_in_use"; // by agents
inline constexpr char EndpointUnknown[] = "endpoint_unknown"; // that an agent names
inline constexpr char NameTaken[] = "name_taken";

// Store
inline constexpr char StoreOpenFailed[] = "store_open_failed";
inline constexpr char StoreNewerSchema[] = "store_newer_schema";
inline constexpr char StoreMigrationChanged[] = "store_migration_changed";
inline constexpr char StoreCorrupt[] = "store_corrupt";
inline constexpr char StoreReadOnly[] = "store_read_only";
inline constexpr char StoreDiskFull[] = "store_disk_full";
inline constexpr char StoreBusy[] = "store_busy";
inline constexpr char StoreFailed[] = "store_failed";
inline constexpr char StoreSeqConflict[] = "store_seq_conflict";

// Teams and executions
inline constexpr char NotFound[] = "not_found";
inline constexpr char ValidationError[] = "validation_error";
inline constexpr char WorkflowInvalid[] = "workflow_invalid";
inline constexpr char AgentLimitExceeded[] = "agent_limit_exceeded";
inline constexpr char TeamLimitExceeded[] = "team_limit_exceeded";
inline constexpr char AgentNotFound[] = "agent_not_found";
inline constexpr char TeamInactive[] = "team_inactive";
inline constexpr char TeamBusy[] = "team_busy";
inline constexpr char TeamMissing[] = "team_missing"; // of a member that is a team
inline constexpr char TeamRecursive[] = "team_recursive";
inline constexpr char TeamTooDeep[] = "team_too_deep";
inline constexpr char VersionConflict[] = "version_conflict";
inline constexpr char TeamVersionUnknown[] = "team_version_unknown";
inline constexpr char TemplateInvalid[] = "template_invalid";
inline constexpr char ConcurrentExecutionLimit[] = "concurrent_execution_limit";
inline constexpr char ExecutionNotActive[] = "execution_not_active";
inline constexpr char PromptInvalid[] = "prompt_invalid";
inline constexpr char AgentTimeout[] = "agent_timeout";
inline constexpr char ExecutionTimeout[] = "execution_timeout";
inline constexpr char InvalidStepInput[] = "invalid_step_input";
inline constexpr char NoEligibleAgent[] = "no_eligible_agent";
inline constexpr char ApprovalRejected[] = "approval_rejected";
inline constexpr char ApprovalNotWaiting[] = "approval_not_waiting";
inline constexpr char ApprovalExpired[] = "approval_timeout";
inline constexpr char StepsFailed[] = "steps_failed";
inline constexpr char ExecutionNotOver[] = "execution_not_over";
inline constexpr char ExecutionNotPaused[] = "execution_not_paused";
inline constexpr char ContextVersionUnknown[] = "context_version_unknown";
inline constexpr char ExecutionNotRetryable[] = "execution_not_retryable";
inline constexpr char StepNotHeld[] = "step_not_held"; // what is asked for does not fit its state
inline constexpr char BreakpointInvalid[] = "breakpoint_invalid";
inline constexpr char CapTooLow[] = "cap_too_low"; // more has been spent already
inline constexpr char PinInvalid[] = "pin_invalid"; // a result for what is no member
inline constexpr char ResumeImpossible[] = "resume_impossible";
inline constexpr char OrchestratorRestarted[] = "orchestrator_restarted";

// Connections and the demo
inline constexpr char NotConnected[] = "not_connected";
inline constexpr char DemoUnavailable[] = "demo_unavailable";
inline constexpr char KeychainUnavailable[] = "keychain_unavailable";
inline constexpr char KeychainDenied[] = "keychain_denied";

// Team context, messages between agents, team tools
inline constexpr char ContextKeyInvalid[] = "context_key_invalid";
inline constexpr char ContextKeyReserved[] = "context_key_reserved";
inline constexpr char ContextValueTooLarge[] = "context_value_too_large";
inline constexpr char ContextTooLarge[] = "context_too_large";
inline constexpr char MessageInvalid[] = "message_invalid";
inline constexpr char MessageTooLarge[] = "message_too_large";
inline constexpr char MessageLimitReached[] = "message_limit_reached";
inline constexpr char RecipientUnknown[] = "recipient_unknown";
inline constexpr char RequestCycle[] = "request_cycle";
inline constexpr char RequestTooDeep[] = "request_too_deep";
inline constexpr char RequestsRestricted[] = "requests_restricted";
inline constexpr char RequestUnknown[] = "request_unknown";
inline constexpr char RequestAnswered[] = "request_answered";
inline constexpr char TeamActionsInvalid[] = "team_actions_invalid";
inline constexpr char TeamActionsTooLarge[] = "team_actions_too_large";
inline constexpr char TeamActionsTooMany[] = "team_actions_too_many";
inline constexpr char TeamToolUnknown[] = "team_tool_unknown";
inline constexpr char TeamToolArguments[] = "team_tool_arguments";
inline constexpr char TeamTokenInvalid[] = "team_token_invalid";
inline constexpr char TeamTokenExpired[] = "team_token_expired";
inline constexpr char TeamToolsUnsupported[] = "team_tools_unsupported";
inline constexpr char TeamToolsUnreachable[] = "team_tools_unreachable";
inline constexpr char TeamToolsNameTaken[] = "team_tools_name_taken";
inline constexpr char TeamToolsNotStored[] = "team_tools_not_stored";

// Costs
inline constexpr char BudgetExceeded[] = "budget_exceeded";
inline constexpr char PriceInvalid[] = "price_invalid";
inline constexpr char PriceFileInvalid[] = "price_file_invalid";

inline constexpr char Internal[] = "internal_error";

} // namespace renum::code
