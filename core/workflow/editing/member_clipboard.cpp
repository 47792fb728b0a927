// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"

#include "core/model/error_codes.h"
#include "core/model/workflow_codec.h"
#include "core/net/json_limits.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *FormatKey = "renum_members";
constexpr int FormatVersion = 1;
constexpr JsonLimits ClipboardLimits { .maxBytes = qsizetype(50) * 1024 * 1024, .maxDepth = 64 };

Error nothingToPaste(const QString &detail)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::JsonInvalid),
        u"The clipboard holds no members of a team: %1. Copy some first."_s.arg(detail),
        { { u"detail"_s, detail } } };
}

WorkflowDefinition definitionOf(std::vector<WorkflowAgent> members)
{
    // Parallel: the type that demands nothing of its members.
    WorkflowDefinition workflow;
    workflow.type = WorkflowType::Parallel;
    workflow.agents = std::move(members);
    return workflow;
}

void moveBy(WorkflowAgent &member, const CanvasPosition &offset)
{
    if (!member.position)
        return;
    member.position->x += offset.x;
    member.position->y += offset.y;
}

} // namespace

QByteArray copiedMembers(const WorkflowDefinition &workflow, const QSet<AgentId> &ids)
{
    Json members = Json::array();
    for (const WorkflowAgent &member : workflow.agents) {
        if (ids.contains(member.agentId))
            members.push_back(toJson(member));
    }
    return canonicalJson({ { FormatKey, FormatVersion }, { "agents", std::move(members) } });
}

Result<std::vector<WorkflowAgent>> readCopiedMembers(QByteArrayView text)
{
    const Result<Json> json = parseJson(text, ClipboardLimits);
    if (!json)
        return nothingToPaste(u"it is not JSON"_s);
    const auto version = integerAt(*json, FormatKey);
    const Json *members = memberAt(*json, "agents");
    if (!version || !members || !members->is_array() || members->empty())
        return nothingToPaste(u"it is something else"_s);
    if (*version > FormatVersion)
        return nothingToPaste(u"it comes from a newer version (format %1)"_s.arg(*version));
    WorkflowReading reading = readWorkflow({ { "type", "parallel" }, { "agents", *members } });
    if (hasErrors(reading.problems) || reading.definition.agents.size() != members->size())
        return nothingToPaste(u"it is damaged"_s);
    return std::move(reading.definition.agents);
}

MemberPaste withPasted(
    TeamDraft draft, const std::vector<WorkflowAgent> &copied, const CanvasPosition &offset)
{
    MemberPaste paste { std::move(draft), {}, {} };
    // Renamed among themselves before they meet the others, who may have the same names.
    WorkflowDefinition fresh = definitionOf(copied);
    const QSet<AgentId> theirs = memberIds(fresh);
    for (std::size_t i = 0; i < fresh.agents.size(); ++i) {
        const AgentId old = fresh.agents[i].agentId;
        if (!paste.draft.workflow.find(old))
            continue;
        AgentId now = old;
        for (int number = 2; paste.draft.workflow.find(now) || theirs.contains(now); ++number)
            now = AgentId(old.toString() + u'-' + QString::number(number));
        renameReferences(fresh, old, now);
        fresh.agents[i].agentId = now;
        if (fresh.agents[i].kind == MemberKind::Agent)
            paste.needAgents.push_back(now);
    }
    QSet<AgentId> missing;
    const QSet<AgentId> known = memberIds(fresh) + memberIds(paste.draft.workflow);
    for (const WorkflowAgent &member : std::as_const(fresh.agents)) {
        for (const AgentId &producer : producersOf(member, known)) {
            if (!known.contains(producer))
                missing.insert(producer);
        }
        if (member.feedback && !known.contains(member.feedback->to))
            missing.insert(member.feedback->to);
    }
    forgetReferences(fresh, missing);
    for (WorkflowAgent &member : fresh.agents) {
        moveBy(member, offset);
        member.executionOrder.reset();
        paste.members.push_back(member.agentId);
        paste.draft = withMember(std::move(paste.draft), std::move(member));
    }
    return paste;
}

} // namespace renum
