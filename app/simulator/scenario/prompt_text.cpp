// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/prompt_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExcerptLength = 160;

QString excerpt(const QString &text)
{
    const QString line = text.simplified();
    if (line.size() <= ExcerptLength)
        return line;
    const qsizetype blank = line.lastIndexOf(u' ', ExcerptLength);
    return line.left(blank > 0 ? blank : ExcerptLength) + u'…';
}

QString valueOf(const PromptVariable &variable, const QString &prompt)
{
    for (const QString &pattern : variable.patterns) {
        const QRegularExpressionMatch match = QRegularExpression(pattern).match(prompt);
        if (match.hasMatch() && !match.captured(1).trimmed().isEmpty())
            return match.captured(1).trimmed();
    }
    return variable.fallback;
}

bool applies(const Response &response, const QString &prompt, int call)
{
    const auto inPrompt
        = [&prompt](const QString &words) { return prompt.contains(words, Qt::CaseInsensitive); };
    const QStringList &words = response.whenPromptContains;
    if (!words.isEmpty() && std::ranges::none_of(words, inPrompt))
        return false;
    if (response.call == 0)
        return true;
    const int number = response.ofEvery > 0 ? (call - 1) % response.ofEvery + 1 : call;
    return number == response.call;
}

} // namespace

QString relevantPrompt(const Scenario &scenario, const QString &prompt)
{
    qsizetype end = prompt.size();
    for (const QString &marker : scenario.ignoreAfter) {
        const qsizetype at = marker.isEmpty() ? -1 : prompt.indexOf(marker);
        if (at >= 0)
            end = std::min(end, at);
    }
    QString relevant = prompt.left(end);
    for (const QString &pattern : scenario.ignorePatterns)
        relevant.remove(QRegularExpression(pattern));
    return relevant.trimmed();
}

TemplateValues templateValues(
    const Scenario &scenario, const ScriptedAgent &agent, const QString &prompt, int call)
{
    const QString relevant = relevantPrompt(scenario, prompt);
    TemplateValues values {
        { u"input"_s, relevant },
        { u"prompt_excerpt"_s, excerpt(relevant) },
        { u"agent_name"_s, agent.name },
        { u"call"_s, QString::number(call) },
    };
    for (const PromptVariable &variable : scenario.variables + agent.variables)
        values.insert(variable.name, valueOf(variable, relevant));
    return values;
}

QString expand(const QString &text, const TemplateValues &values)
{
    static const QRegularExpression placeholder(u"\\{\\{\\s*([a-z_][a-z0-9_]*)\\s*\\}\\}"_s);
    QString result;
    qsizetype done = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += values.value(match.captured(1), match.captured());
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

Json expand(const Json &json, const TemplateValues &values)
{
    if (json.is_string())
        return Json(expand(QString::fromStdString(json.get_ref<const std::string &>()), values)
                        .toStdString());
    Json result = json;
    if (json.is_structured()) {
        for (Json &element : result)
            element = expand(element, values);
    }
    return result;
}

const Response &chooseResponse(const ScriptedAgent &agent, const QString &relevantPrompt, int call)
{
    const auto found = std::ranges::find_if(agent.responses,
        [&](const Response &response) { return applies(response, relevantPrompt, call); });
    // The reader guarantees a last response that applies to everything.
    Q_ASSERT(!agent.responses.isEmpty());
    return found == agent.responses.cend() ? agent.responses.constLast() : *found;
}

} // namespace renum::sim
