// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/more_part.h"

#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/json_field.h"
#include "ui/builder/inspector/member_words.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SchemaLines = 5;
const auto On = u"on"_s;
const auto Off = u"off"_s;

QString thinkingValue(std::optional<bool> thinking)
{
    if (!thinking)
        return {};
    return *thinking ? On : Off;
}

} // namespace

MorePart::MorePart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_active(new FlagField(this))
    , m_tools(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_thinking(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_effort(new ChoiceField(ChoiceField::Kind::Open, this))
    , m_schema(new JsonField(SchemaLines, this))
{
    add(m_active, u"memberActive"_s, { u"/is_active"_s });
    add(m_tools, u"memberTools"_s, { u"/agent_config/tools_mode"_s });
    adopt(m_thinking, u"memberThinking"_s, { u"/agent_config/enable_thinking"_s });
    adopt(m_effort, u"memberEffort"_s, { u"/agent_config/reasoning_effort"_s });
    addPair(m_thinking, m_effort);
    add(m_schema, u"memberSchema"_s, { u"/agent_config/output_schema"_s });
    connectFields();
}

void MorePart::connectFields()
{
    connect(m_active, &FlagField::edited, this, [this](bool on) {
        target().editMember(on ? tr("Let a member take part") : tr("Leave a member out"), {},
            [on](WorkflowAgent &member) { member.isActive = on; });
    });
    connect(m_tools, &ChoiceField::chosen, this, [this](const QString &mode) {
        target().editMember(tr("Change team tools"), {},
            [&mode](WorkflowAgent &member) { member.config.toolsMode = optionalText(mode); });
    });
    connect(m_thinking, &ChoiceField::chosen, this, [this](const QString &value) {
        target().editMember(tr("Change thinking"), {}, [&value](WorkflowAgent &member) {
            member.config.enableThinking
                = value.isEmpty() ? std::nullopt : std::optional(value == On);
        });
    });
    const auto setEffort = [this](const QString &effort, const QString &key) {
        target().editMember(tr("Change the effort"), key, [&effort](WorkflowAgent &member) {
            member.config.reasoningEffort = optionalText(effort);
        });
    };
    connect(m_effort, &ChoiceField::chosen, this,
        [setEffort](const QString &effort) { setEffort(effort, {}); });
    connect(m_effort, &ChoiceField::typed, this,
        [setEffort](const QString &effort) { setEffort(effort, u"effort"_s); });
    connect(m_schema, &JsonField::edited, this, [this](const std::optional<Json> &schema) {
        target().editMember(tr("Change the form of an answer"), u"schema"_s,
            [&schema](WorkflowAgent &member) { member.config.outputSchema = schema; });
    });
}

QString MorePart::title() const
{
    return tr("More");
}

void MorePart::retranslate()
{
    m_active->setText(tr("Takes part"));
    m_active->setNote(tr("A member that does not is skipped, and its place in the team stays."));
    m_tools->setLabel(tr("Team tools"));
    m_thinking->setLabel(tr("Thinking"));
    m_thinking->setChoices(
        { { QString(), tr("As the agent says") }, { On, tr("On") }, { Off, tr("Off") } });
    m_effort->setLabel(tr("Effort"));
    m_effort->setChoices(
        { { u"low"_s, tr("Low") }, { u"medium"_s, tr("Medium") }, { u"high"_s, tr("High") } });
    m_effort->setPlaceholder(tr("Low"));
    m_schema->setLabel(tr("Form of the answer"));
    m_schema->setPlaceholder(tr("Any text. Or a JSON Schema that it has to fit"));
}

void MorePart::refresh()
{
    const WorkflowAgent &member = *target().member();
    const bool isAgent = member.kind == MemberKind::Agent;
    for (Field *field : { static_cast<Field *>(m_tools), static_cast<Field *>(m_thinking),
             static_cast<Field *>(m_effort), static_cast<Field *>(m_schema) })
        field->setVisible(isAgent);
    m_active->show(member.isActive);
    const std::vector<Choice> modes = toolsModeChoices({});
    const QString inherited = target().draft().config.toolsMode.value_or(u"prompt"_s);
    QString words = inherited;
    for (const Choice &mode : modes) {
        if (mode.value == inherited)
            words = mode.text;
    }
    m_tools->setChoices(toolsModeChoices(tr("As the team: %1").arg(words)));
    m_tools->show(member.config.toolsMode.value_or(QString()));
    m_thinking->show(thinkingValue(member.config.enableThinking));
    m_effort->show(member.config.reasoningEffort.value_or(QString()));
    m_schema->show(member.config.outputSchema);
}

} // namespace renum::ui
