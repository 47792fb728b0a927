// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/form_parser.h"
#include "app/simulator/routes/route_groups.h"
#include "core/net/json_limits.h"

#include <QUuid>

#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// How long the thread and the sandbox of an optimistic start are being made.
constexpr std::chrono::milliseconds OptimisticDelay { 800 };

std::optional<FormData> formOf(const RouteCall &call)
{
    return parseForm(call.request.header("Content-Type"), call.request.body);
}

ServerResponse brokenForm()
{
    return detail(400, u"There was an error parsing the body"_s);
}

ServerResponse agentMissing(const Service &service)
{
    return detail(404,
        service.profile().family == Family::V3 ? u"Worker not found"_s
                                               : u"Agent not found or access denied"_s);
}

/// A new thread is named after its prompt, as Suna does until its background job has a better idea.
QString nameFromPrompt(const QString &prompt)
{
    return prompt.size() > 30 ? prompt.left(30) + u"..."_s : prompt;
}

/// The prompt as Suna keeps it: with a line for each uploaded file.
QString promptWithFiles(const QString &prompt, const FormData &form)
{
    QString text = prompt;
    for (const QString &file : form.fileNames())
        text += u"\n\n[Uploaded File: /workspace/"_s + file + u']';
    return text;
}

RunRecord &start(Service &service, const RouteCall &call, ThreadRecord &thread,
    const ScriptedAgent &agent, const QString &model)
{
    return service.startRun({ thread.id, &agent, model, call.faults });
}

/// The run is begun later, by `start-agent`.
ServerResponse acceptEarly(Service &service, ThreadRecord &thread, const ScriptedAgent &agent,
    const QString &model, std::chrono::milliseconds delay)
{
    thread.pendingStart = PendingStart { service.clock()->now() + delay, agent.id, model };
    return jsonAnswer(
        { { "thread_id", utf8(thread.id) }, { "agent_run_id", nullptr }, { "status", "pending" } });
}

/// V2b, a start on a thread that the client has named before it exists (suna-api §4.4).
bool isOptimistic(const Service &service, const FormData &form)
{
    return service.profile().family == Family::V2b
        && form.text(u"optimistic"_s).value_or(QString()) == "true"_L1;
}

ServerResponse startOptimistic(Service &service, const FormData &form)
{
    const QString threadId = form.text(u"thread_id"_s).value_or(QString());
    const QString projectId = form.text(u"project_id"_s).value_or(QString());
    const QString prompt = form.text(u"prompt"_s).value_or(QString());
    if (QUuid(threadId).isNull() || QUuid(projectId).isNull() || prompt.trimmed().isEmpty())
        return detail(400, u"thread_id, project_id and prompt required for optimistic mode"_s);
    if (service.world().thread(threadId))
        return detail(400, u"Thread exists already"_s);
    const ScriptedAgent *agent = service.agent(form.text(u"agent_id"_s).value_or(QString()));
    if (!agent)
        return agentMissing(service);
    ThreadRecord &thread = service.createThread(nameFromPrompt(prompt), threadId, projectId);
    service.addUserMessage(thread, promptWithFiles(prompt, form));
    return acceptEarly(service, thread, *agent, form.text(u"model_name"_s).value_or(QString()),
        service.scaled(OptimisticDelay));
}

/// V2b and V3, `POST /agent/start`: a new thread or another turn of a given one.
ServerResponse startUnified(Service &service, const RouteCall &call)
{
    const std::optional<FormData> form = formOf(call);
    if (!form)
        return brokenForm();
    if (isOptimistic(service, *form))
        return startOptimistic(service, *form);
    const QString prompt = form->text(u"prompt"_s).value_or(QString());
    const QString threadId = form->text(u"thread_id"_s).value_or(QString());
    if (threadId.isEmpty() && prompt.trimmed().isEmpty())
        return detail(400, u"prompt required when creating new thread"_s);
    ThreadRecord *thread = service.world().thread(threadId);
    if (!threadId.isEmpty() && !thread)
        return detail(404, u"Thread not found"_s);
    const ScriptedAgent *agent = service.agent(form->text(u"agent_id"_s).value_or(QString()));
    if (!agent)
        return agentMissing(service);
    if (!thread)
        thread = &service.createThread(nameFromPrompt(prompt));
    if (!prompt.isEmpty())
        service.addUserMessage(*thread, promptWithFiles(prompt, *form));
    const QString model = form->text(u"model_name"_s).value_or(QString());
    if (const Fault *later = findFault(call.faults, FaultKind::PendingStart))
        return acceptEarly(service, *thread, *agent, model, later->duration);
    const RunRecord &run = start(service, call, *thread, *agent, model);
    if (service.profile().family == Family::V2b)
        return jsonAnswer({ { "thread_id", utf8(thread->id) }, { "agent_run_id", utf8(run.id) },
            { "status", "running" } });
    return jsonAnswer({ { "thread_id", utf8(thread->id) }, { "agent_run_id", utf8(run.id) },
        { "project_id", utf8(thread->projectId) }, { "sandbox_id", nullptr },
        { "status", "running" } });
}

/// V2b, `POST /thread/{id}/start-agent`: the second half of a start that was accepted early.
ServerResponse startPending(Service &service, const RouteCall &call)
{
    ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    if (!thread->pendingStart)
        return detail(400, u"Thread has no pending agent start"_s);
    if (service.clock()->now() < thread->pendingStart->readyAt)
        return detail(409, u"Thread is still initializing"_s);
    const PendingStart order = *std::exchange(thread->pendingStart, std::nullopt);
    const RunRecord &run
        = start(service, call, *thread, *service.agent(order.agentId), order.model);
    return jsonAnswer({ { "agent_run_id", utf8(run.id) }, { "status", "running" } });
}

/// V1 and V2a, `POST /agent/initiate`: always a new thread.
ServerResponse initiate(Service &service, const RouteCall &call)
{
    const std::optional<FormData> form = formOf(call);
    if (!form)
        return brokenForm();
    const std::optional<QString> prompt = form->text(u"prompt"_s);
    if (!prompt)
        return missingField("body", u"prompt"_s);
    const ScriptedAgent *agent = service.agent(form->text(u"agent_id"_s).value_or(QString()));
    if (!agent)
        return agentMissing(service);
    ThreadRecord &thread = service.createThread(nameFromPrompt(*prompt));
    service.addUserMessage(thread, promptWithFiles(*prompt, *form));
    const RunRecord &run
        = start(service, call, thread, *agent, form->text(u"model_name"_s).value_or(QString()));
    return jsonAnswer({ { "thread_id", utf8(thread.id) }, { "agent_run_id", utf8(run.id) } });
}

/// V1 and V2a, `POST /thread/{id}/agent/start`: works on the messages that are there.
ServerResponse startOnThread(Service &service, const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    if (!body || !body->is_object())
        return invalidField("body", u"0"_s, {}, u"JSON decode error"_s);
    ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    const ScriptedAgent *agent = service.agent(stringAt(*body, "agent_id").value_or(QString()));
    if (!agent)
        return agentMissing(service);
    if (!thread->hasSandbox)
        return detail(
            500, u"Failed to initialize sandbox: 404: No sandbox found for this project"_s);
    const RunRecord &run
        = start(service, call, *thread, *agent, stringAt(*body, "model_name").value_or(QString()));
    return jsonAnswer({ { "agent_run_id", utf8(run.id) }, { "status", "running" } });
}

QString agentOfForm(const RouteCall &call)
{
    const std::optional<FormData> form = formOf(call);
    return form ? form->text(u"agent_id"_s).value_or(QString()) : QString();
}

QString agentOfBody(const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    return body ? stringAt(*body, "agent_id").value_or(QString()) : QString();
}

} // namespace

void addStartRoutes(Router &router, Service &service)
{
    const QString prefix = service.profile().prefix;
    if (!isEarly(service.profile().family)) {
        router.add({ "POST", prefix + u"/agent/start"_s, u"start"_s, Access::Required,
            [&service](const RouteCall &call) { return startUnified(service, call); }, {},
            agentOfForm });
        if (service.profile().family == Family::V2b)
            router.add({ "POST", prefix + u"/thread/{thread_id}/start-agent"_s, u"start_agent"_s,
                Access::Required,
                [&service](const RouteCall &call) { return startPending(service, call); } });
        return;
    }
    router.add({ "POST", prefix + u"/agent/initiate"_s, u"start"_s, Access::Required,
        [&service](const RouteCall &call) { return initiate(service, call); }, {}, agentOfForm });
    router.add(
        { "POST", prefix + u"/thread/{thread_id}/agent/start"_s, u"start"_s, Access::Required,
            [&service](const RouteCall &call) { return startOnThread(service, call); }, {},
            agentOfBody });
}

} // namespace renum::sim
