// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/context_rules.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Seeds { "initial_prompt"_L1, "team_id"_L1, "execution_id"_L1,
    "workflow_type"_L1 };
constexpr qsizetype MaxKeyLength = 128;

struct ReasonText {
    const char *code;
    QString why;
};

ReasonText sentenceOf(ContextRefusal::Reason reason)
{
    switch (reason) {
    case ContextRefusal::Reason::ReservedKey:
        return { code::ContextKeyReserved, u"the name is reserved"_s };
    case ContextRefusal::Reason::InvalidKey:
        return { code::ContextKeyInvalid,
            u"a name has 1 to 128 letters, digits, dots, dashes or underscores"_s };
    case ContextRefusal::Reason::ValueTooLarge:
        return { code::ContextValueTooLarge,
            u"a value may have at most %1 KiB"_s.arg(ContextLimits::MaxValueBytes / 1024) };
    case ContextRefusal::Reason::ContextTooLarge:
        break;
    }
    return { code::ContextTooLarge,
        u"the context may have at most %1 KiB"_s.arg(ContextLimits::MaxContextBytes / 1024) };
}

} // namespace

QString toString(const ContextRefusal &refusal)
{
    return u"The context value \"%1\" of agent %2 was not stored: %3."_s.arg(
        refusal.key.left(MaxKeyLength), refusal.agentId.toString(), sentenceOf(refusal.reason).why);
}

Error contextError(ContextRefusal::Reason reason, const QString &key)
{
    const ReasonText text = sentenceOf(reason);
    const QString name = key.left(MaxKeyLength);
    return { ErrorCategory::InvalidInput, QString::fromLatin1(text.code),
        u"The value \"%1\" was not stored: %2. Nothing was changed."_s.arg(name, text.why),
        { { u"key"_s, name } } };
}

bool isContextSeed(const QString &key)
{
    return std::ranges::find(Seeds, key) != Seeds.end();
}

bool isReservedContextKey(const QString &key)
{
    return isContextSeed(key) || (key.startsWith("agent_"_L1) && key.endsWith("_result"_L1));
}

bool isValidContextKey(const QString &key)
{
    return !key.isEmpty() && key.size() <= MaxKeyLength && std::ranges::all_of(key, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'_' || c == u'.' || c == u'-';
    });
}

std::optional<ContextRefusal::Reason> keyRefusal(const QString &key)
{
    if (isReservedContextKey(key))
        return ContextRefusal::Reason::ReservedKey;
    if (!isValidContextKey(key))
        return ContextRefusal::Reason::InvalidKey;
    return std::nullopt;
}

QString resultKey(const AgentId &agentId)
{
    return u"agent_"_s + agentId.toString() + u"_result"_s;
}

} // namespace renum
