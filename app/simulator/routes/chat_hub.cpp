// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/chat_hub.h"

#include "app/simulator/protocol/chat_request.h"
#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds ChatPingInterval { 1000 };

} // namespace

/// An answer in one piece, once the run has ended.
class ChatHub::Whole final : public RunListener, public std::enable_shared_from_this<Whole> {
public:
    Whole(const RunRecord *run, ServerResponse answer, std::shared_ptr<Responder> responder,
        std::function<void(const std::shared_ptr<Whole> &)> ended)
        : m_run(run)
        , m_answer(std::move(answer))
        , m_responder(std::move(responder))
        , m_ended(std::move(ended))
    {
    }

    void runAdvanced() override
    {
        if (m_run->running())
            return;
        if (m_run->status == "completed"_L1)
            m_responder->respond(m_answer);
        else if (m_run->status == "failed"_L1)
            m_responder->respond(chatError(500, m_run->error, "server_error"));
        else
            m_responder->abort();
        const auto self = shared_from_this(); // the hub lets go
        m_ended(self);
    }

private:
    const RunRecord *m_run;
    ServerResponse m_answer;
    std::shared_ptr<Responder> m_responder;
    std::function<void(const std::shared_ptr<Whole> &)> m_ended;
};

ChatHub::ChatHub(Service *service)
    : m_service(service)
{
}

ChatHub::~ChatHub() = default;

void ChatHub::open(const RouteCall &call, const std::shared_ptr<Responder> &responder)
{
    const auto read = readChatRequest(call.request.body);
    if (const auto *refusal = std::get_if<ServerResponse>(&read)) {
        responder->respond(*refusal);
        return;
    }
    const auto &request = std::get<ChatRequest>(read);
    const auto started = m_service->startChat(request);
    if (const auto *refusal = std::get_if<ServerResponse>(&started)) {
        responder->respond(*refusal);
        return;
    }
    const auto &chat = std::get<StartedChat>(started);
    if (findFault(call.faults, FaultKind::DropAfter))
        responder->abort();
    else if (request.stream)
        stream(*chat.run, call, responder);
    else
        whole(*chat.run, call, chat.body, responder);
}

void ChatHub::stream(
    RunRecord &run, const RouteCall &call, const std::shared_ptr<Responder> &responder)
{
    StreamOptions options { Family::OpenAi, ChatPingInterval, {},
        faultsOfStage(call.faults, FaultStage::Stream) };
    const auto session = std::make_shared<StreamSession>(
        m_service->clock(), &m_service->player(), &run, responder, std::move(options));
    m_streams.insert(session);
    session->onEnd([this, &run, weak = std::weak_ptr(session)] {
        m_streams.erase(weak.lock());
        m_service->abandonChat(run);
    });
    session->start();
}

void ChatHub::whole(RunRecord &run, const RouteCall &call, const WireJson &body,
    const std::shared_ptr<Responder> &responder)
{
    ServerResponse answer = jsonAnswer(body);
    if (findFault(call.faults, FaultKind::Truncate))
        answer.body.truncate(answer.body.size() / 2);
    const auto session = std::make_shared<Whole>(&run, std::move(answer), responder,
        [this](const std::shared_ptr<Whole> &ended) { m_wholes.erase(ended); });
    m_wholes.insert(session);
    m_service->player().listen(run.id, session);
    session->runAdvanced(); // it may have ended already
}

void ChatHub::clear()
{
    m_wholes.clear();
    const auto streams = m_streams; // each takes itself off
    for (const auto &session : streams)
        session->close();
}

} // namespace renum::sim
