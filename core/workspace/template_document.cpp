// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/template_document.h"

#include "core/model/error_codes.h"
#include "core/net/redact_json.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/validation.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto SlotPrefix = "slot:"_L1;
constexpr qsizetype LongestSlot = 40;

bool isSlot(const WorkflowAgent &member)
{
    return member.kind == MemberKind::Agent && member.agentId.toString().startsWith(SlotPrefix);
}

/// Letters, digits and hyphens: what a slot's name may be made of (see fillTemplate()).
QString slotName(const WorkflowAgent &member, const QSet<QString> &taken)
{
    static const QRegularExpression gap(u"[^a-z0-9]+"_s);
    const QString plain = member.displayName().normalized(QString::NormalizationForm_KD).toLower();
    QString letters;
    std::ranges::copy_if(plain, std::back_inserter(letters), [](QChar c) { return !c.isMark(); });
    QString wish = letters.replace(gap, u"-"_s).left(LongestSlot);
    while (wish.startsWith(u'-'))
        wish.remove(0, 1);
    while (wish.endsWith(u'-'))
        wish.chop(1);
    if (wish.isEmpty())
        wish = u"agent"_s;
    QString name = wish;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1-%2"_s.arg(wish).arg(number);
    return name;
}

TeamDraft withSlots(TeamDraft draft)
{
    QSet<QString> taken;
    std::vector<AgentId> agents;
    for (const WorkflowAgent &member : draft.workflow.agents) {
        if (isSlot(member))
            taken.insert(member.agentId.toString().sliced(SlotPrefix.size()));
        else if (member.kind == MemberKind::Agent)
            agents.push_back(member.agentId);
    }
    for (const AgentId &id : agents) {
        const WorkflowAgent *member = draft.workflow.find(id);
        if (!member)
            continue; // a twin, which has its slot already
        const QString name = member->displayName();
        const QString slot = slotName(*member, taken);
        taken.insert(slot);
        draft = withAgentReplaced(std::move(draft), id, AgentId(SlotPrefix + slot), name);
    }
    draft.agentIds.clear();
    return draft;
}

/// A slot for each member that has none in the list.
std::vector<TemplateSlot> completeSlots(
    std::vector<TemplateSlot> slotList, const WorkflowDefinition &workflow)
{
    for (const WorkflowAgent &member : workflow.agents) {
        if (!isSlot(member))
            continue;
        const QString name = member.agentId.toString().sliced(SlotPrefix.size());
        if (std::ranges::find(slotList, name, &TemplateSlot::slot) == slotList.end())
            slotList.push_back({ name, member.role, {}, {} });
    }
    return slotList;
}

Error invalidTemplate(const QString &reason)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TemplateInvalid),
        u"The template cannot be read: %1"_s.arg(reason), { { u"reason"_s, reason } } };
}

Json slotJson(const TemplateSlot &slot)
{
    Json json { { "slot", toJson(slot.slot) }, { "role", toJson(slot.role) },
        { "description", toJson(slot.description) } };
    json["suggested_tools"] = Json::array();
    for (const QString &tool : slot.suggestedTools)
        json["suggested_tools"].push_back(toJson(tool));
    return json;
}

/// The part of a file that readTemplate() understands: slots, category and prompts.
Result<TeamTemplate> templatePart(const Json &json, const TeamDraft &draft)
{
    Json part = Json::object();
    part["template_id"] = "file";
    part["name"] = toJson(draft.name);
    part["workflow_definition"] = toJson(draft)["workflow_definition"];
    for (const char *key : { "slots", "category", "sample_prompts" }) {
        if (const Json *value = memberAt(json, key))
            part[key] = *value;
    }
    return readTemplate(part);
}

/// The first thing that makes a definition useless as a template.
QString flawOf(const TeamReading &reading)
{
    Problems problems = reading.problems;
    if (!hasErrors(problems))
        problems = validateTeam(reading.draft, {}, reading.problems).problems;
    const auto error = std::ranges::find(problems, Problem::Severity::Error, &Problem::severity);
    return error == problems.cend() ? QString() : error->message;
}

} // namespace

TemplateDocument templateOf(const TeamDraft &team)
{
    TeamDraft clean = readTeamDraft(redactedJson(toJson(team))).draft;
    clean = withSlots(std::move(clean));
    TemplateDocument document;
    document.content.name = clean.name;
    document.content.description = clean.description;
    document.content.slotList = completeSlots({}, clean.workflow);
    document.content.workflow = std::move(clean.workflow);
    document.config = std::move(clean.config);
    return document;
}

bool hasSecrets(const TeamDraft &team)
{
    const Json json = toJson(team);
    return redactedJson(json) != json;
}

Json toJson(const TemplateDocument &document)
{
    TeamDraft draft;
    draft.name = document.content.name;
    draft.description = document.content.description;
    draft.workflow = document.content.workflow;
    draft.config = document.config;
    Json json = teamExport(draft);
    json.erase("agents");
    json["slots"] = Json::array();
    for (const TemplateSlot &slot : document.content.slotList)
        json["slots"].push_back(slotJson(slot));
    json["category"] = toJson(document.content.category);
    json["author"] = toJson(document.author);
    json["sample_prompts"] = Json::array();
    for (const QString &prompt : document.content.samplePrompts)
        json["sample_prompts"].push_back(toJson(prompt));
    return json;
}

Result<TemplateDocument> readTemplateDocument(const Json &json)
{
    TeamReading reading = readTeamFile(json);
    if (const QString flaw = flawOf(reading); !flaw.isEmpty())
        return invalidTemplate(flaw);
    const TeamDraft draft = withSlots(std::move(reading.draft));
    Result<TeamTemplate> content = templatePart(json, draft);
    if (!content)
        return invalidTemplate(content.error().message);
    content->id = TemplateId();
    content->description = draft.description;
    content->slotList = completeSlots(std::move(content->slotList), draft.workflow);
    return TemplateDocument { *std::move(content), draft.config,
        stringAt(json, "author").value_or(QString()).simplified() };
}

} // namespace renum
