// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/slot_matching.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gap(u"[^\\p{L}\\p{N}]+"_s);
    return text.toLower().split(gap, Qt::SkipEmptyParts);
}

// "Billing specialist" and "billing": words are the same when one begins the other ("analyst",
// "analysts"; "develop", "developer").
bool sameWord(const QString &a, const QString &b)
{
    const auto shorter = std::min(a.size(), b.size());
    return shorter >= 4 ? a.startsWith(b) || b.startsWith(a) : a == b;
}

int hits(const QStringList &wanted, const QStringList &offered)
{
    return static_cast<int>(std::ranges::count_if(wanted, [&offered](const QString &word) {
        return std::ranges::any_of(
            offered, [&word](const QString &other) { return sameWord(word, other); });
    }));
}

int score(const TemplateSlot &slot, const AgentInfo &agent)
{
    const QStringList slotWords = wordsOf(slot.slot);
    const QStringList roleWords = wordsOf(slot.role);
    const QStringList name = wordsOf(agent.name);
    const QStringList description = wordsOf(agent.description);
    return 100 * hits(slotWords, name) + 20 * hits(roleWords, name)
        + 10 * hits(slotWords, description) + 2 * hits(roleWords, description);
}

struct Candidate {
    int score = 0;
    qsizetype slot = 0;
    qsizetype agent = 0;
};

} // namespace

QList<RankedAgent> rankedAgents(const TemplateSlot &place, const QList<AgentInfo> &agents)
{
    QList<RankedAgent> ranked;
    for (const AgentInfo &agent : agents)
        ranked.append({ agent, score(place, agent) });
    std::ranges::stable_sort(ranked, std::ranges::greater(), &RankedAgent::score);
    return ranked;
}

SlotMatch matchSlots(const TeamTemplate &source, const QList<AgentInfo> &agents)
{
    std::vector<Candidate> candidates;
    const auto slotCount = static_cast<qsizetype>(source.slotList.size());
    for (qsizetype slot = 0; slot < slotCount; ++slot) {
        for (qsizetype agent = 0; agent < agents.size(); ++agent) {
            const int points = score(source.slotList[static_cast<size_t>(slot)], agents[agent]);
            if (points > 0)
                candidates.push_back({ points, slot, agent });
        }
    }
    // The best pairs first; ties by the order of the slots, then of the agents.
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);

    SlotMatch match;
    QSet<qsizetype> taken;
    for (const Candidate &candidate : candidates) {
        const QString &slot = source.slotList[static_cast<size_t>(candidate.slot)].slot;
        if (match.assigned.contains(slot) || taken.contains(candidate.agent))
            continue;
        match.assigned.insert(slot, agents[candidate.agent].id);
        taken.insert(candidate.agent);
    }
    for (const TemplateSlot &slot : source.slotList) {
        if (!match.assigned.contains(slot.slot))
            match.missing.append(slot.slot);
    }
    return match;
}

} // namespace renum
