// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_talk.h"

#include "core/model/json.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

QStringList allIn(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.removeDuplicates();
    return found;
}

class Talker {
public:
    Talker(Dice &dice, const QString &prompt)
        : m_dice(dice)
    {
        static const QRegularExpression agent(u"\\ba\\d+\\b"_s);
        static const QRegularExpression message(
            u"\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"_s);
        m_agents = allIn(prompt, agent) + QStringList { u"stranger"_s };
        m_messages = allIn(prompt, message) + QStringList { u"no message"_s };
    }

    QString block()
    {
        switch (m_dice.below(10)) {
        case 0:
            return fenced(u"team-actions"_s, garbage());
        case 1:
            return fenced(u"team-context"_s, u"{\"talk\":%1}"_s.arg(m_dice.below(10)));
        case 2:
            return u"```team-actions\n"_s + actions(); // never closed
        default:
            return fenced(u"team-actions"_s, actions());
        }
    }

private:
    static QString fenced(const QString &label, const QString &inside)
    {
        return u"```"_s % label % u'\n' % inside % u"\n```\n"_s;
    }

    QString garbage()
    {
        static const std::array texts { u""_s, u"[{\"action\":"_s, u"{\"action\":5}"_s,
            u"[[[[]]]]"_s, u"please tell a1 that I am done"_s, u"[{\"action\":\"dance\"},7]"_s };
        return texts.at(m_dice.below(texts.size()));
    }

    QString actions()
    {
        Json list = Json::array();
        for (int left = m_dice.between(1, 4); left > 0; --left)
            list.push_back(action());
        return QString::fromUtf8(canonicalJson(list));
    }

    Json action()
    {
        // What is done for its effect is more frequent: each answer costs another turn.
        const quint64 kind = m_dice.below(20);
        if (kind < 5)
            return set();
        if (kind < 7)
            return { { "action", "delete_shared_variable" }, { "key", key() } };
        if (kind < 10)
            return send();
        if (kind < 12)
            return broadcast();
        if (kind < 15)
            return request();
        if (kind < 16)
            return respond();
        return question();
    }

    Json set()
    {
        Json call = { { "action", "set_shared_variable" }, { "key", key() } };
        call["value"] = value();
        if (m_dice.oneIn(3))
            call["ttl_seconds"] = m_dice.between(0, 120); // 0 is refused
        return call;
    }

    Json send()
    {
        Json call = { { "action", "send_message_to_agent" }, { "target_agent", agent() } };
        call["message"] = value();
        if (m_dice.oneIn(4))
            call["message_type"] = "error";
        return call;
    }

    Json broadcast()
    {
        Json call = { { "action", "broadcast_to_team" }, { "message", "all ears" } };
        if (m_dice.oneIn(3))
            call["exclude_agents"] = Json::array({ agent() });
        return call;
    }

    Json request()
    {
        Json call = { { "action", "request_from_agent" }, { "target_agent", agent() } };
        call["request"] = "How many?";
        if (m_dice.oneIn(2))
            call["timeout"] = m_dice.oneIn(2) ? m_dice.between(1, 10) : m_dice.between(60, 600);
        return call;
    }

    Json respond()
    {
        Json call = { { "action", "respond_to_request" }, { "content", "Seventeen" } };
        call["request_message_id"] = toJson(oneOf(m_messages));
        return call;
    }

    Json question()
    {
        switch (m_dice.below(5)) {
        case 0:
            return { { "action", "get_shared_variable" }, { "key", key() } };
        case 1:
            return { { "action", "get_all_shared_variables" } };
        case 2:
            return { { "action", "get_team_messages" }, { "limit", m_dice.between(1, 20) } };
        case 3:
            return { { "action", "set_context" }, { "context", { { "talk", value() } } } };
        default:
            return { { "action", "get_team_info" } };
        }
    }

    Json key() { return toJson(u"k%1"_s.arg(m_dice.below(4))); }
    Json agent() { return toJson(oneOf(m_agents)); }

    Json value()
    {
        switch (m_dice.below(3)) {
        case 0:
            return m_dice.between(0, 3);
        case 1:
            return "a text";
        default:
            return { { "list", Json::array({ 1, m_dice.between(0, 3) }) } };
        }
    }

    const QString &oneOf(const QStringList &list)
    {
        return list.at(static_cast<qsizetype>(m_dice.below(static_cast<quint64>(list.size()))));
    }

    Dice &m_dice;
    QStringList m_agents;
    QStringList m_messages;
};

} // namespace

QString randomTalk(Dice &dice, const QString &prompt)
{
    Talker talker(dice, prompt);
    QString text;
    for (int left = dice.between(1, 3); left > 0; --left)
        text += u"Some words.\n"_s % talker.block();
    return text;
}

QStringList randomPieces(Dice &dice, const QString &text)
{
    std::vector<qsizetype> cuts { 0, text.size() };
    for (int left = dice.between(0, 5); left > 0; --left)
        cuts.push_back(static_cast<qsizetype>(dice.below(static_cast<quint64>(text.size()) + 1)));
    std::ranges::sort(cuts);
    QStringList pieces;
    for (size_t i = 1; i < cuts.size(); ++i)
        pieces.append(text.mid(cuts[i - 1], cuts[i] - cuts[i - 1]));
    return pieces;
}

} // namespace renum::test
