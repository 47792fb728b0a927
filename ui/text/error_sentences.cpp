// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_sentences.h"

#include "core/model/error_codes.h"

#include <QCoreApplication>

#include <vector>

namespace renum::ui {

namespace {

// Words in braces are names of arguments: translators keep them.
constexpr ErrorSentence Sentences[] = {
    { code::UserCancelled, QT_TRANSLATE_NOOP("ErrorText", "Stopped.") },

    { code::InvalidUrl,
        QT_TRANSLATE_NOOP("ErrorText",
            "This is not an address of a server. Write it like https://suna.example.com."),
        QT_TRANSLATE_NOOP("ErrorText",
            "“{url}” is not an address of a server. Write it like "
            "https://suna.example.com.") },
    { code::AddressForbidden,
        QT_TRANSLATE_NOOP("ErrorText",
            "The address leads to a place that is not for services. Enter the address of the "
            "server itself."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{host} leads to {address}, which is not an address for services. Enter the address "
            "of the server itself.") },
    { code::ConnectionRefused,
        QT_TRANSLATE_NOOP("ErrorText",
            "Nothing answers at the server's address. Check the address and whether the "
            "server is running."),
        QT_TRANSLATE_NOOP("ErrorText",
            "Nothing answers at {host}. Check the address and whether the server is "
            "running.") },
    { code::HostNotFound,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The server's name was not found. Check the address and your network."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "The name {host} was not found. Check the address and your network.") },
    { code::TlsFailed,
        QT_TRANSLATE_NOOP("ErrorText",
            "No secure connection could be made. The server's certificate is not trusted, or "
            "the address should begin with http:// instead of https://.") },
    { code::ConnectTimeout,
        QT_TRANSLATE_NOOP("ErrorText",
            "The server did not accept the connection in time. Check the address, your network "
            "and any firewall, then try again.") },
    { code::IdleTimeout,
        QT_TRANSLATE_NOOP("ErrorText",
            "The server stopped answering. Try again; if it happens often, look at the "
            "server.") },
    { code::TotalTimeout,
        QT_TRANSLATE_NOOP("ErrorText", "The server took too long to answer. Try again later.") },
    { code::ConnectionLost,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The connection to the server broke. Check your network and try again.") },
    { code::ReplyTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "The server's answer is larger than allowed and was not read. Check that the "
            "address is that of a Suna server.") },
    { code::UnexpectedRedirect,
        QT_TRANSLATE_NOOP("ErrorText",
            "The server points to another address, which was not followed to keep your token "
            "safe. Enter the final address in the settings.") },
    { code::NetworkFailed,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The network request failed. Check your network and try again.") },
    { code::CircuitOpen,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent service did not answer several times in a row and was left alone for a "
            "while. Check that it runs, then try again."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{address} did not answer several times in a row and was left alone for a while. "
            "Check that it runs, then try again.") },

    { code::JsonInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "The data could not be read because it is not valid JSON. Check the file or the "
            "server's address.") },
    { code::JsonTooDeep,
        QT_TRANSLATE_NOOP("ErrorText", "The data was not read because it is nested too deeply.") },
    { code::JsonTooLarge,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The data was not read because it is larger than allowed.") },
    { code::EventTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent service sent one message that is larger than allowed. The run was given "
            "up; ask the agent for a shorter result.") },
    { code::FileUnreadable,
        QT_TRANSLATE_NOOP("ErrorText",
            "The file could not be read. Check that it exists and that you may read it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The file {file} could not be read. Check that it exists and that you may read "
            "it.") },
    { code::FileTooLarge,
        QT_TRANSLATE_NOOP("ErrorText", "The file is larger than allowed and was not read."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "The file {file} is larger than allowed and was not read.") },

    { code::SunaUnauthorized,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server does not accept the token or key. Enter a new one in the "
            "settings.") },
    { code::SunaSignInExpired,
        QT_TRANSLATE_NOOP("ErrorText",
            "The sign-in at Suna has ended. Sign in again and enter the new tokens in the "
            "settings.") },
    { code::SunaPaymentRequired,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna account has no credit left. Add credit there, then run again.") },
    { code::SunaForbidden,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna account may not do this. Check its rights, or use another token."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna account may not do this ({detail}). Check its rights, or use another "
            "token.") },
    { code::SunaNotFound,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server does not know what was asked for. The agent may have been "
            "deleted; check the team's agents.") },
    { code::SunaBusy,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server is at its limit of runs. Wait until others end, or stop one.") },
    { code::SunaInvalidRequest,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server refused the request as invalid. Check the agent's model and "
            "instructions."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "The Suna server refused the request as invalid: {detail}") },
    { code::SunaServerError,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The Suna server has an internal problem. Try again in a few minutes."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server has an internal problem (status {status}). Try again in a few "
            "minutes.") },
    { code::SunaNotJson,
        QT_TRANSLATE_NOOP("ErrorText",
            "A web page answered instead of the Suna service. Enter the address of the "
            "service, often the one that ends in /api.") },
    { code::SunaInvalidAnswer,
        QT_TRANSLATE_NOOP("ErrorText",
            "The Suna server's answer has an unexpected form. Check that its version is "
            "supported.") },
    { code::SunaUnsupportedVersion,
        QT_TRANSLATE_NOOP("ErrorText",
            "This server is Kortix v0.9 or later, which Renum does not support. Connect to a Suna "
            "of early 2026 or before."),
        QT_TRANSLATE_NOOP("ErrorText",
            "This server is Kortix {version}, which Renum does not support. Connect to a Suna of "
            "early 2026 or before.") },
    { code::SunaNotDetected,
        QT_TRANSLATE_NOOP(
            "ErrorText", "No Suna server was recognised at this address. Check the address.") },
    { code::SunaRunFailed,
        QT_TRANSLATE_NOOP("ErrorText", "The agent failed. Run again, or change its instructions."),
        QT_TRANSLATE_NOOP("ErrorText", "The agent failed: {detail}") },
    { code::SunaRunStopped,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The agent's run was stopped on the Suna server by somebody else.") },
    { code::SunaRunLost,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent's run could not be found any more. Look at the Suna server before you "
            "run again, because it may still be working.") },

    { code::StoreOpenFailed,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database could not be opened. Check that its folder exists and that you may "
            "write there."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The database {file} could not be opened. Check that its folder exists and that "
            "you may write there.") },
    { code::StoreNewerSchema,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database was written by a newer version of Renum. Update Renum to open it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The database {file} was written by a newer version of Renum. Update Renum to open "
            "it.") },
    { code::StoreMigrationChanged,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database was made by a different build of Renum and was left untouched. Open "
            "it with that build, or choose another data folder."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The database {file} was made by a different build of Renum and was left "
            "untouched. Open it with that build, or choose another data folder.") },
    { code::StoreCorrupt,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database is damaged and was left untouched. Restore it from a backup, or move "
            "it away to begin with an empty one."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The database {file} is damaged and was left untouched. Restore it from a backup, "
            "or move it away to begin with an empty one.") },
    { code::StoreReadOnly,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database cannot be written. Check the rights of the file and its folder."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The database {file} cannot be written. Check the rights of the file and its "
            "folder.") },
    { code::StoreDiskFull,
        QT_TRANSLATE_NOOP("ErrorText",
            "The disk is full, so nothing of this change was stored. Free some space and try "
            "again."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The disk that holds {file} is full, so nothing of this change was stored. Free "
            "some space and try again.") },
    { code::StoreBusy,
        QT_TRANSLATE_NOOP(
            "ErrorText", "Another program has locked the database. Close it and try again."),
        QT_TRANSLATE_NOOP("ErrorText",
            "Another program has locked the database {file}. Close it and try again.") },
    { code::StoreFailed,
        QT_TRANSLATE_NOOP("ErrorText",
            "The database could not be used, and nothing of this change was stored. Check the "
            "disk and try again.") },
    { code::StoreSeqConflict,
        QT_TRANSLATE_NOOP("ErrorText",
            "Another program has written to this execution. Close it there, then open the "
            "execution again.") },

    { code::NotFound,
        QT_TRANSLATE_NOOP("ErrorText",
            "This does not exist any more; it may have been deleted. Refresh the list.") },
    { code::ValidationError,
        QT_TRANSLATE_NOOP("ErrorText", "Some of the data is not valid. Correct it and try again."),
        QT_TRANSLATE_NOOP("ErrorText", "Some of the data is not valid:\n{problems}") },
    { code::WorkflowInvalid,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team cannot run as it is. Look at its problems and correct them."),
        QT_TRANSLATE_NOOP("ErrorText", "The team cannot run as it is:\n{problems}") },
    { code::AgentLimitExceeded,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team has too many agents. Remove some, or split the team."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The team has too many agents. At most {limit} are allowed; remove some, or split "
            "the team.") },
    { code::TeamLimitExceeded,
        QT_TRANSLATE_NOOP(
            "ErrorText", "There are too many teams. Delete some that you do not need any more.") },
    { code::AgentNotFound,
        QT_TRANSLATE_NOOP("ErrorText",
            "The service has no such agent. Choose another one for this place in the "
            "team."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The service has no agent “{agent}”. Choose another one for this place in the "
            "team.") },
    { code::TeamInactive,
        QT_TRANSLATE_NOOP("ErrorText", "The team is switched off. Activate it to run it.") },
    { code::TeamBusy,
        QT_TRANSLATE_NOOP("ErrorText",
            "The team is running. Stop its execution or wait until it ends, then try "
            "again.") },
    { code::VersionConflict,
        QT_TRANSLATE_NOOP("ErrorText",
            "This was changed elsewhere in the meantime. Reload it and repeat your change.") },
    { code::ConcurrentExecutionLimit,
        QT_TRANSLATE_NOOP(
            "ErrorText", "Too many executions are running. Wait until one ends, or stop one."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{limit} executions are running already. Wait until one ends, or stop one.") },
    { code::ExecutionNotActive,
        QT_TRANSLATE_NOOP("ErrorText", "The execution has already ended.") },
    { code::PromptInvalid,
        QT_TRANSLATE_NOOP(
            "ErrorText", "Write what the team shall do, in 1 to 10,000 characters.") },
    { code::AgentTimeout,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent did not finish in time and was stopped. Give it more time, or a smaller "
            "task."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent did not finish within {seconds} s and was stopped. Give it more time, "
            "or a smaller task.") },
    { code::ExecutionTimeout,
        QT_TRANSLATE_NOOP("ErrorText",
            "The execution reached its time limit and was stopped. Give it more time under "
            "“More” when you run it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The execution reached its limit of {seconds} s and was stopped. Give it more time "
            "under “More” when you run it.") },
    { code::InvalidStepInput,
        QT_TRANSLATE_NOOP("ErrorText",
            "The step's input could not be put together, because an earlier result is "
            "missing. Check the team's connections.") },
    { code::NoEligibleAgent,
        QT_TRANSLATE_NOOP(
            "ErrorText", "No agent's conditions were met, so nothing ran. Check the conditions.") },
    { code::ApprovalRejected,
        QT_TRANSLATE_NOOP("ErrorText", "A step was not approved, so it did not run.") },
    { code::ApprovalNotWaiting,
        QT_TRANSLATE_NOOP("ErrorText",
            "This step does not wait for an approval any more. Somebody else may have decided, or "
            "its time is over.") },
    { code::ApprovalExpired,
        QT_TRANSLATE_NOOP("ErrorText",
            "Nobody approved a step in time, so it did not run. Run the team again and decide in "
            "the monitor.") },
    { code::StepsFailed,
        QT_TRANSLATE_NOOP(
            "ErrorText", "Some steps failed. Open the failed ones to see why, then run again.") },
    { code::ExecutionNotOver,
        QT_TRANSLATE_NOOP("ErrorText", "This execution has not ended yet. Stop it first.") },
    { code::ExecutionNotRetryable,
        QT_TRANSLATE_NOOP("ErrorText",
            "This execution completed, so there is nothing to try again. Run the team again "
            "instead.") },
    { code::ResumeImpossible,
        QT_TRANSLATE_NOOP("ErrorText",
            "This execution cannot be continued. What was finished is kept; run the team again "
            "for the rest.") },
    { code::OrchestratorRestarted,
        QT_TRANSLATE_NOOP("ErrorText",
            "Renum ended while the team was working. What was finished is kept; run the team "
            "again for the rest.") },

    { code::NotConnected,
        QT_TRANSLATE_NOOP("ErrorText",
            "No agent service is connected. Choose the demo or a Suna server in the "
            "settings.") },
    { code::DemoUnavailable,
        QT_TRANSLATE_NOOP("ErrorText",
            "The demo could not be started. Reinstall Renum, or connect a Suna server in the "
            "settings."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The demo could not be started: {program} is missing or does not run. Reinstall "
            "Renum, or connect a Suna server in the settings.") },
    { code::KeychainUnavailable,
        QT_TRANSLATE_NOOP("ErrorText",
            "The system's keychain is not available, so the key cannot be kept. You can use it "
            "for this session only.") },
    { code::KeychainDenied,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The system's keychain refused access. Unlock it and try again.") },

    { code::TeamVersionUnknown,
        QT_TRANSLATE_NOOP("ErrorText",
            "That version of the team is not kept any more. Choose another one of the list.") },
    { code::TemplateInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A template cannot be read. Open its file in the builder to see what is wrong, or "
            "remove it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The template {file} cannot be read. Open it in the builder to see what is wrong, or "
            "remove it.") },
    { code::StepNotHeld,
        QT_TRANSLATE_NOOP("ErrorText",
            "The step has gone on meanwhile, so this is not possible any more. Look at where it "
            "is now.") },
    { code::BreakpointInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A breakpoint names an agent that is not in this team, or its condition cannot be "
            "read. Correct or remove it.") },
    { code::CapTooLow,
        QT_TRANSLATE_NOOP("ErrorText",
            "More than that has been spent already. Choose a higher limit, or stop the "
            "execution.") },
    { code::PinInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A kept result belongs to an agent that is not in this team any more. Remove it and "
            "run again.") },
    { code::BudgetExceeded,
        QT_TRANSLATE_NOOP("ErrorText",
            "The next call would go over a spending limit. Raise the limit, or wait until its "
            "period ends.") },
    { code::PriceInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A price is not usable: it needs a model, a day and amounts in US dollars that are "
            "not negative.") },
    { code::PriceFileInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "The file is no price table. Choose one that was exported here, or a price map in "
            "LiteLLM's format.") },

    { code::Internal,
        QT_TRANSLATE_NOOP("ErrorText",
            "Something went wrong inside Renum. Try again; if it happens again, report it with "
            "the log.") },
};

} // namespace

std::span<const ErrorSentence> errorSentences()
{
    static const std::vector<ErrorSentence> all = [] {
        std::vector<ErrorSentence> list(std::begin(Sentences), std::end(Sentences));
        for (const std::span<const ErrorSentence> more : { teamworkSentences(), modelSentences() })
            list.insert(list.end(), more.begin(), more.end());
        return list;
    }();
    return all;
}

} // namespace renum::ui
