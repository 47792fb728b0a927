// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/openai_backend.h"

#include "core/agents/openai/chat_errors.h"
#include "core/agents/openai/chat_run.h"
#include "core/model/error_codes.h"
#include "core/net/task_scope.h"

#include <QPointer>

#include <algorithm>
#include <deque>
#include <ranges>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Ids of models must differ between endpoints, and stay the same while names change.
QString modelPrefix(const EndpointId &endpoint)
{
    return endpoint.isEmpty() ? u"model:"_s : u"model@%1:"_s.arg(endpoint.toString());
}

Error agentMissing(const AgentId &agent)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::AgentNotFound),
        u"There is no agent %1 at the model endpoint. Define it, or choose another one."_s.arg(
            agent.toString()),
        { { u"agent"_s, agent.toString() } } };
}

Error noModel()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ModelNotChosen),
        u"No model was chosen. Name one for the agent, or for the endpoint."_s };
}

AgentInfo infoOf(
    const AgentId &id, const QString &name, const QString &description, const QString &model)
{
    AgentInfo info;
    info.id = id;
    info.name = name;
    info.description = description;
    info.model = model;
    return info;
}

/// Another path of the same server may have what this one has not.
bool isWrongPlace(const Error &error)
{
    static const QStringList codes { QString::fromLatin1(code::ModelEndpointMissing),
        QString::fromLatin1(code::ModelNotJson), QString::fromLatin1(code::ModelInvalidAnswer),
        QString::fromLatin1(code::ModelUnknown) };
    return codes.contains(error.code);
}

StartAnswer rejected(const Error &error)
{
    const bool busy = error.category == ErrorCategory::ResourceExhausted;
    return { busy ? StartAnswer::Kind::Busy : StartAnswer::Kind::Rejected, {}, error };
}

} // namespace

class OpenAiBackend::Private {
public:
    Private(ModelEndpoint endpoint, Clock *clock, ModelTimings timings, ModelLimits limits)
        : client(std::move(endpoint), clock, timings, limits)
    {
    }

    /// Where the API is, found out at the first call.
    [[nodiscard]] static QCoro::Task<Result<QUrl>> connect(
        QPointer<OpenAiBackend> self, std::stop_token stop);
    [[nodiscard]] std::optional<LocalAgent> agent(const AgentId &id) const;
    [[nodiscard]] Result<QString> modelFor(const RunRequest &request, const LocalAgent &who) const;
    [[nodiscard]] std::shared_ptr<ChatRun> run(const RunId &id) const { return runs.value(id); }
    [[nodiscard]] std::shared_ptr<Conversation> conversation(const ThreadId &thread) const;
    /// The run that a request asks for, ready to be driven.
    [[nodiscard]] Result<std::shared_ptr<ChatRun>> prepare(
        const RunRequest &request, const QUrl &base);
    void keep(const std::shared_ptr<ChatRun> &run);
    void forget(const RunId &run);

    ChatClient client;
    LocalAgentList agents;
    std::optional<QUrl> base;
    QStringList models; ///< as last seen
    std::shared_ptr<EndpointTraits> traits = std::make_shared<EndpointTraits>();
    QHash<RunId, std::shared_ptr<ChatRun>> runs;
    std::deque<RunId> runOrder; ///< oldest first
    RandomIdSource ids;
    TaskScope tasks;
};

OpenAiBackend::OpenAiBackend(
    ModelEndpoint endpoint, Clock *clock, ModelTimings timings, ModelLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(endpoint), clock, timings, limits))
{
}

OpenAiBackend::~OpenAiBackend()
{
    for (const auto &run : std::as_const(d->runs))
        run->stop();
}

void OpenAiBackend::setAgents(LocalAgentList agents)
{
    d->agents = std::move(agents);
}

AgentId OpenAiBackend::modelAgentId(const QString &model) const
{
    return AgentId(modelPrefix(d->client.endpoint().id) + model);
}

QList<AgentInfo> OpenAiBackend::definedAgents() const
{
    QList<AgentInfo> infos;
    for (const LocalAgent &agent : std::as_const(d->agents))
        infos.append(infoOf(agent.id, agent.name, agent.description, agent.model));
    return infos;
}

bool OpenAiBackend::knows(const AgentId &agent) const
{
    return d->agent(agent).has_value();
}

bool OpenAiBackend::callsTools(const AgentId &agent) const
{
    const std::optional<LocalAgent> known = d->agent(agent);
    return known && known->teamTools;
}

QString OpenAiBackend::address() const
{
    return d->client.endpoint().url.toString(
        QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
}

// --- who is there -------------------------------------------------------------------------------

QCoro::Task<Result<QUrl>> OpenAiBackend::Private::connect(
    QPointer<OpenAiBackend> self, std::stop_token stop)
{
    // Named as what is returned: a task moves from any other lvalue.
    if (self->d->base)
        co_return Result<QUrl>(*self->d->base);
    const QList<QUrl> candidates = endpointCandidates(self->d->client.endpoint().url);
    std::optional<Error> first;
    for (const QUrl &base : candidates) {
        const Result<QStringList> models = co_await self->d->client.models(base, stop);
        if (!self || stop.stop_requested())
            co_return cancelledError();
        if (models) {
            self->d->base = base;
            self->d->models = *models;
            co_return Result<QUrl>(base);
        }
        if (!first)
            first = models.error();
        if (!isWrongPlace(models.error()))
            break;
    }
    co_return Result<QUrl>(*first);
}

QCoro::Task<Result<BackendInfo>> OpenAiBackend::probe(std::stop_token stop)
{
    const QPointer<OpenAiBackend> self(this);
    const Result<QUrl> base = co_await Private::connect(self, stop);
    if (!base)
        co_return base.error();
    BackendInfo info;
    info.name = u"Model endpoint"_s;
    info.version = base->path().section(u'/', -1);
    info.address = base->toString();
    info.capabilities = { .followUpTurns = true, .endsWithConnection = true };
    co_return info;
}

QCoro::Task<Result<QList<AgentInfo>>> OpenAiBackend::listAgents(std::stop_token stop)
{
    const QPointer<OpenAiBackend> self(this);
    const Result<QUrl> base = co_await Private::connect(self, stop);
    if (!base)
        co_return base.error();
    const Result<QStringList> models = co_await d->client.models(*base, stop);
    if (!self)
        co_return cancelledError();
    if (!models)
        co_return models.error();
    d->models = *models;
    QList<AgentInfo> infos = definedAgents();
    const QString endpointName = d->client.endpoint().name;
    for (const QString &model : *models)
        infos.append(infoOf(modelAgentId(model), model, endpointName, model));
    co_return infos;
}

std::optional<LocalAgent> OpenAiBackend::Private::agent(const AgentId &id) const
{
    const auto known = std::ranges::find(agents, id, &LocalAgent::id);
    if (known != agents.cend())
        return *known;
    LocalAgent model;
    model.id = id;
    model.name = client.endpoint().model;
    if (id.isEmpty())
        return model;
    const QString prefix = modelPrefix(client.endpoint().id);
    if (!id.toString().startsWith(prefix) || id.toString().size() == prefix.size())
        return std::nullopt;
    model.model = id.toString().mid(prefix.size());
    model.name = model.model;
    return model;
}

Result<QString> OpenAiBackend::Private::modelFor(
    const RunRequest &request, const LocalAgent &who) const
{
    for (const QString &name : { request.modelName, who.model, client.endpoint().model }) {
        if (!name.isEmpty())
            return name;
    }
    if (models.size() == 1)
        return models.constFirst();
    return noModel();
}

// --- runs ---------------------------------------------------------------------------------------

QCoro::Task<Result<ThreadRef>> OpenAiBackend::prepareThread(QString, std::stop_token)
{
    co_return ThreadRef { ThreadId(d->ids.next()), {} };
}

std::shared_ptr<Conversation> OpenAiBackend::Private::conversation(const ThreadId &thread) const
{
    const auto run = std::ranges::find_if(
        runs, [&thread](const auto &each) { return each->ref().thread.thread == thread; });
    return run == runs.cend() ? nullptr : (*run)->conversation();
}

Result<std::shared_ptr<ChatRun>> OpenAiBackend::Private::prepare(
    const RunRequest &request, const QUrl &endpoint)
{
    const std::optional<LocalAgent> who = agent(request.agent);
    if (!who)
        return agentMissing(request.agent);
    const Result<QString> model = modelFor(request, *who);
    if (!model)
        return model.error();
    ThreadRef thread = request.thread;
    std::shared_ptr<Conversation> talk;
    if (thread.thread.isEmpty()) {
        thread.thread = ThreadId(ids.next());
        talk = std::make_shared<Conversation>();
        if (!who->instructions.trimmed().isEmpty())
            talk->messages.push_back(systemMessage(who->instructions));
    } else {
        talk = conversation(thread.thread);
        if (!talk)
            return modelRunLostError();
    }
    const RunRef ref { RunId(ids.next()), thread };
    return std::make_shared<ChatRun>(ChatRunOrder {
        ref, *who, *model, endpoint, talk, request.tools, &client, traits, client.limits() });
}

void OpenAiBackend::Private::keep(const std::shared_ptr<ChatRun> &run)
{
    runs.insert(run->ref().run, run);
    runOrder.push_back(run->ref().run);
    const size_t most = client.limits().keptRuns;
    for (auto old = runOrder.begin(); runOrder.size() > most && old != runOrder.end();) {
        const std::shared_ptr<ChatRun> known = runs.value(*old);
        const bool over = !known || known->outcome();
        if (over)
            runs.remove(*old);
        old = over ? runOrder.erase(old) : std::next(old);
    }
}

void OpenAiBackend::Private::forget(const RunId &run)
{
    runs.remove(run);
    std::erase(runOrder, run);
}

QCoro::Task<StartAnswer> OpenAiBackend::startRun(RunRequest request, std::stop_token stop)
{
    const QPointer<OpenAiBackend> self(this);
    const Result<QUrl> base = co_await Private::connect(self, stop);
    if (!base)
        co_return rejected(base.error());
    const Result<std::shared_ptr<ChatRun>> prepared = d->prepare(request, *base);
    if (!prepared)
        co_return rejected(prepared.error());
    const std::shared_ptr<ChatRun> run = *prepared;
    d->keep(run);
    d->tasks.start(run->drive(request.prompt));
    const OneShot<bool> begun = run->begun();
    const std::unique_ptr<Clock::Timer> patience
        = d->client.clock()->startTimer(d->client.timings().head, [begun] { begun.set(false); });
    const std::stop_callback onStop(stop, [begun] { begun.set(false); });
    co_await begun;
    if (!self)
        co_return rejected(cancelledError());
    if (stop.stop_requested() && !run->outcome()) {
        run->stop();
        co_return rejected(cancelledError());
    }
    const bool failedAtOnce = run->outcome() && !run->hasAnswer();
    if (!failedAtOnce)
        co_return StartAnswer { StartAnswer::Kind::Bound, run->ref(), {} };
    const Error error = (*run->outcome())->error.value_or(cancelledError());
    d->forget(run->ref().run);
    co_return rejected(error);
}

QCoro::Task<Result<RunOutcome>> OpenAiBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    const std::shared_ptr<ChatRun> known = d->run(run.run);
    if (!known)
        co_return modelRunLostError();
    const OneShot<Result<RunOutcome>> outcome = known->follow(std::move(sink));
    const std::stop_callback onStop(stop, [outcome] { outcome.set(cancelledError()); });
    const Result<RunOutcome> told = co_await outcome;
    known->unfollow();
    co_return told;
}

QCoro::Task<Result<void>> OpenAiBackend::stopRun(RunRef run, std::stop_token stop)
{
    const std::shared_ptr<ChatRun> known = d->run(run.run);
    if (!known || known->outcome())
        co_return Result<void>(); // its connection is gone, and it with it
    const OneShot<Result<RunOutcome>> ended = known->ended();
    const std::unique_ptr<Clock::Timer> patience = d->client.clock()->startTimer(
        d->client.timings().stopWait, [ended] { ended.set(RunOutcome()); });
    const std::stop_callback onStop(stop, [ended] { ended.set(cancelledError()); });
    known->stop();
    const Result<RunOutcome> told = co_await ended;
    if (!told)
        co_return told.error();
    co_return Result<void>();
}

QCoro::Task<Result<Usage>> OpenAiBackend::runUsage(RunRef run, std::stop_token)
{
    const std::shared_ptr<ChatRun> known = d->run(run.run);
    co_return known ? known->usage() : Usage();
}

QCoro::Task<Result<QList<RunSummary>>> OpenAiBackend::findRuns(ThreadRef thread, std::stop_token)
{
    QList<RunSummary> found;
    for (const RunId &id : d->runOrder | std::views::reverse) {
        const std::shared_ptr<ChatRun> run = d->run(id);
        if (!run || run->ref().thread.thread != thread.thread)
            continue;
        const bool active = !run->outcome();
        found.append({ run->ref(), active ? u"running"_s : u"ended"_s, active, std::nullopt });
    }
    co_return found;
}

} // namespace renum
