// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/result_text.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString fencedJson(const Json &value)
{
    return u"```json\n%1\n```\n"_s.arg(QString::fromUtf8(prettyJson(value)));
}

QString sections(const Json &results, const AgentNames &names)
{
    QString text;
    for (const auto &[id, output] : results.items()) {
        const AgentId agent(QString::fromStdString(id));
        text += u"## %1\n\n%2\n\n"_s.arg(
            names.value(agent, agent.toString()), resultMarkdown(output, names));
    }
    return text;
}

} // namespace

QString resultMarkdown(const Json &finalResult, const AgentNames &names)
{
    if (finalResult.is_string())
        return toQString(finalResult);
    if (const Json *results = memberAt(finalResult, "agent_results");
        results && results->is_object() && !results->empty())
        return sections(*results, names);
    if (const std::optional<QString> text = stringAt(finalResult, "result"))
        return *text;
    return fencedJson(finalResult);
}

QString resultFileName(const Execution &execution)
{
    QString name;
    for (const QChar c : execution.teamName.left(80))
        name += c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_' ? c : QChar(u'-');
    name = name.trimmed();
    return u"%1.md"_s.arg(name.isEmpty() ? u"result"_s : name);
}

} // namespace renum::ui
