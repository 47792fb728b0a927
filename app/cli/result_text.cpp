// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/result_text.h"

#include "app/cli/terminal_text.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

QString agentName(const Execution &execution, const QString &agentId)
{
    for (const StepRecord &step : execution.steps) {
        if (step.agentId.toString() == agentId)
            return step.name;
    }
    return agentId;
}

} // namespace

QString resultText(const Execution &execution)
{
    if (!execution.finalResult)
        return {};
    if (const std::optional<QString> text = stringAt(*execution.finalResult, "result"))
        return printable(*text, LineBreaks::Keep);
    const Json *results = memberAt(*execution.finalResult, "agent_results");
    if (!results || !results->is_object())
        return printable(QString::fromUtf8(prettyJson(*execution.finalResult)), LineBreaks::Keep);
    QStringList parts;
    for (const auto &[agentId, output] : results->items()) {
        parts.append(u"--- %1 ---\n%2"_s.arg(agentName(execution, QString::fromStdString(agentId)),
            stringAt(output, "result").value_or(QString())));
    }
    return printable(parts.join("\n\n"_L1), LineBreaks::Keep);
}

} // namespace renum::cli
