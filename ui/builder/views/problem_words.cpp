// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/problem_words.h"

#include "ui/text/error_text.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// The name of a member, or the text itself.
QString named(const QString &text, const WorkflowDefinition &workflow)
{
    const WorkflowAgent *member = workflow.find(AgentId(text));
    return member ? member->displayName() : text;
}

} // namespace

QString problemWords(const Problem &problem, const WorkflowDefinition &workflow)
{
    const QString arrow = u" → "_s;
    Problem spoken = problem;
    for (const QString &key : { u"agent"_s, u"source"_s, u"cycle"_s }) {
        const auto argument = spoken.args.find(key);
        if (argument == spoken.args.end())
            continue;
        QStringList names = argument->toString().split(arrow);
        for (QString &name : names)
            name = named(name, workflow);
        *argument = names.join(arrow);
    }
    return problemSentence(spoken);
}

} // namespace renum::ui
