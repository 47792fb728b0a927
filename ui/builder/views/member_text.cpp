// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/member_text.h"

#include "core/workflow/condition.h"
#include "ui/graph/graph_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct MemberText {
    Q_DECLARE_TR_FUNCTIONS(MemberText)
};

QString sourceText(const InputSource &source, const MemberNames &names)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        return MemberText::tr("Prompt");
    case InputSource::Kind::AgentResult:
        return MemberText::tr("result of %1").arg(names.of(source.agentId));
    case InputSource::Kind::ContextVariable:
        return MemberText::tr("context value “%1”").arg(source.variableName);
    }
    return {};
}

/// Paths as a person would say them: whose result, and what of it.
Condition worded(Condition condition, const MemberNames &names)
{
    for (Condition &child : condition.children)
        child = worded(std::move(child), names);
    const auto path = condition.kind == Condition::Kind::Test
        ? parseResultPath(condition.field, names.ids())
        : std::nullopt;
    if (!path)
        return condition;
    const QString name = names.of(path->agentId);
    condition.field = path->rest.isEmpty() ? MemberText::tr("result of %1").arg(name)
                                           //: an agent and a field of its result
                                           : MemberText::tr("%1 › %2").arg(name, path->rest);
    return condition;
}

std::vector<Condition> worded(const std::vector<Condition> &conditions, const MemberNames &names)
{
    std::vector<Condition> words;
    words.reserve(conditions.size());
    for (const Condition &condition : conditions)
        words.push_back(worded(condition, names));
    return words;
}

} // namespace

MemberNames::MemberNames(const WorkflowDefinition &workflow)
{
    for (const WorkflowAgent &member : workflow.agents) {
        m_names.insert(member.agentId, member.displayName());
        m_ids.insert(member.agentId);
    }
}

QString MemberNames::of(const AgentId &id) const
{
    return m_names.value(id, id.toString());
}

QString MemberNames::of(const std::vector<AgentId> &ids) const
{
    QString text;
    for (const AgentId &id : ids) {
        //: names in a list
        text = text.isEmpty() ? of(id) : MemberText::tr("%1, %2").arg(text, of(id));
    }
    return text;
}

QString inputText(const std::optional<InputSpec> &input, const MemberNames &names)
{
    QString text;
    for (const InputSource &source : input ? input->sources : std::vector<InputSource>()) {
        const QString next = sourceText(source, names);
        //: what an agent gets, and what it gets as well
        text = text.isEmpty() ? next : MemberText::tr("%1 + %2").arg(text, next);
    }
    if (text.isEmpty())
        text = input && input->combined ? MemberText::tr("nothing yet") : MemberText::tr("Prompt");
    //: what an agent gets, put into a text of its author
    return input && input->templateText ? MemberText::tr("%1, in a template").arg(text) : text;
}

QString conditionsText(const std::vector<Condition> &conditions, const MemberNames &names)
{
    return conditionText(worded(conditions, names), {});
}

QString feedbackText(const FeedbackSpec &feedback, const MemberNames &names)
{
    FeedbackSpec spoken = feedback;
    spoken.conditions = worded(feedback.conditions, names);
    const QString when = feedbackText(spoken, QSet<AgentId>());
    const QString to = names.of(feedback.to);
    return when.isEmpty() ? MemberText::tr("back to %1").arg(to)
                          //: to whom work is sent back, and when
                          : MemberText::tr("back to %1: %2").arg(to, when);
}

QString durationText(int seconds)
{
    return format::duration(std::chrono::seconds(seconds));
}

} // namespace renum::ui
