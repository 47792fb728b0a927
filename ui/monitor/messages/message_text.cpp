// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/message_text.h"

#include "ui/graph/wall_clock.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

constexpr qsizetype MostLine = 300;

QString nameOf(const MessageFlow &flow, const AgentId &id)
{
    const int lane = flow.laneOf(id);
    return lane < 0 ? id.toString() : flow.lanes().at(lane).name;
}

bool isTimeOut(const TeamMessage &message)
{
    return message.type == MessageType::Error && message.from.isEmpty()
        && !message.inReplyTo.isEmpty();
}

} // namespace

QString kindText(MessageType type)
{
    switch (type) {
    case MessageType::Info:
        return Messages::tr("info");
    case MessageType::Request:
        return Messages::tr("request");
    case MessageType::Response:
        return Messages::tr("reply");
    case MessageType::Error:
        return Messages::tr("error");
    case MessageType::ContextUpdate:
        return Messages::tr("context");
    }
    return {};
}

QString senderText(const MessageFlow &flow, const TeamMessage &message)
{
    return message.from.isEmpty() ? Messages::tr("System") : nameOf(flow, message.from);
}

QString recipientText(const MessageFlow &flow, const TeamMessage &message)
{
    return message.to.isEmpty() ? Messages::tr("Everyone") : nameOf(flow, message.to);
}

QString lineOf(const TeamMessage &message)
{
    if (isTimeOut(message))
        return Messages::tr("No answer came in time");
    return contentText(message.content).left(MostLine).simplified();
}

QString bodyOf(const TeamMessage &message)
{
    if (isTimeOut(message))
        return Messages::tr(
            "No answer came in time. The agent that asked was told so and went on.");
    if (stringAt(message.content, "text"))
        return contentText(message.content);
    return u"```json\n%1\n```"_s.arg(QString::fromUtf8(prettyJson(message.content)));
}

QString outcomeText(const MessageFlow &flow, const FlowMessage &shown)
{
    QStringList parts;
    if (shown.state == RequestState::Open)
        parts << Messages::tr("no answer yet");
    else if (shown.state == RequestState::TimedOut)
        parts << Messages::tr("no answer in time");
    if (shown.request >= 0) {
        const TeamMessage &request = flow.messages().at(shown.request).message;
        //: duration
        parts << Messages::tr("%1 later")
                     .arg(format::duration(between(request.createdAt, shown.message.createdAt)));
    }
    if (shown.message.late)
        parts << Messages::tr("too late");
    if (flow.isUnread(shown))
        parts << Messages::tr("unread");
    return parts.join(u" · "_s);
}

QString spokenText(const MessageFlow &flow, const FlowMessage &shown)
{
    //: kind of message, sender, recipient, what it says
    const QString text = Messages::tr("%1 from %2 to %3: %4")
                             .arg(kindText(shown.message.type), senderText(flow, shown.message),
                                 recipientText(flow, shown.message), lineOf(shown.message));
    const QString outcome = outcomeText(flow, shown);
    return outcome.isEmpty() ? text
                             : Messages::tr("%1 (%2)", "a message, its state").arg(text, outcome);
}

} // namespace renum::ui
