// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "ui/text/error_sentences.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

// Words in braces are names of arguments: translators keep them.
constexpr ErrorSentence ModelSentences[] = {
    { code::ModelUnauthorized,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint does not accept the API key. Enter a valid one in the "
            "settings.") },
    { code::ModelQuota,
        QT_TRANSLATE_NOOP("ErrorText",
            "The account at the model endpoint has no money left for this. Add some "
            "there, or use another endpoint.") },
    { code::ModelBusy,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint takes no more requests for now. Wait a little and try "
            "again."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint takes no more requests for now. Try again in "
            "{retry_after} seconds.") },
    { code::ModelUnknown,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint does not have this model. Choose one of those it lists.") },
    { code::ModelNotChosen,
        QT_TRANSLATE_NOOP(
            "ErrorText", "No model was chosen. Name one for the agent, or for the endpoint.") },
    { code::ModelEndpointMissing,
        QT_TRANSLATE_NOOP("ErrorText",
            "There is no chat endpoint at this address. Enter its base address, for "
            "example http://localhost:11434/v1.") },
    { code::ModelContextExceeded,
        QT_TRANSLATE_NOOP("ErrorText",
            "The conversation is too long for the model. Give the agent less to read, or "
            "choose a model with a larger context.") },
    { code::ModelToolsUnsupported,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model cannot call tools. Switch the tools of the agent off, or choose "
            "another model.") },
    { code::ModelInvalidRequest,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint does not accept this request. Look at the agent's model "
            "and settings."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "The model endpoint does not accept this request: {detail}") },
    { code::ModelServerError,
        QT_TRANSLATE_NOOP("ErrorText", "The model endpoint failed to answer. Try again later.") },
    { code::ModelNotJson,
        QT_TRANSLATE_NOOP("ErrorText",
            "Another kind of server answers at this address, for example a web page. "
            "Check that the address is that of the endpoint's API.") },
    { code::ModelInvalidAnswer,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint gave an answer that Renum does not understand. Check that"
            " it is OpenAI-compatible.") },
    { code::ModelAnswerCut,
        QT_TRANSLATE_NOOP("ErrorText", "The model's answer ended in the middle. Try again.") },
    { code::ModelAnswerFiltered,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint held the answer back for its content. Ask in another way.") },
    { code::ModelOutputInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model's answer does not fit the agent's output schema. Try again, or "
            "choose another model.") },
    { code::ModelToolLoop,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model went on calling tools without an answer. Tell it more clearly when"
            " it is done, or choose another model.") },
    { code::ModelFailed,
        QT_TRANSLATE_NOOP("ErrorText", "The model failed in the middle of its answer. Try again."),
        QT_TRANSLATE_NOOP("ErrorText", "The model failed in the middle of its answer: {detail}") },
    { code::ModelRunLost,
        QT_TRANSLATE_NOOP("ErrorText",
            "The conversation with the model ended together with the program that led it."
            " Run the step again.") },
    { code::LocalAgentInvalid,
        QT_TRANSLATE_NOOP("ErrorText", "This agent cannot be saved. Correct what is marked."),
        QT_TRANSLATE_NOOP("ErrorText", "This agent cannot be saved: {problems}") },
    { code::EndpointInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "This model endpoint cannot be saved. It needs a name, and an address like "
            "http://localhost:11434/v1."),
        QT_TRANSLATE_NOOP("ErrorText", "This model endpoint cannot be saved: {problems}") },
    { code::EndpointInUse,
        QT_TRANSLATE_NOOP("ErrorText",
            "Agents run at this endpoint. Remove them first, or let them run elsewhere."),
        QT_TRANSLATE_NOOP("ErrorText",
            "These agents run at this endpoint: {agents}. Remove them first, or let them run "
            "elsewhere.") },
    { code::EndpointUnknown,
        QT_TRANSLATE_NOOP("ErrorText",
            "The model endpoint of the agent does not exist. Choose one of those there are.") },
    { code::NameTaken,
        QT_TRANSLATE_NOOP("ErrorText", "There is another one of this name. Choose another name."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "There is another one called “{name}”. Choose another name.") },
};

} // namespace

std::span<const ErrorSentence> modelSentences()
{
    return ModelSentences;
}

} // namespace renum::ui
