// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_call_handler.h"

namespace renum {

using namespace Qt::StringLiterals;

ToolAnswer answerOf(const ToolOutcome &outcome)
{
    ToolAnswer answer { outcome.result, outcome.error };
    if (outcome.pending)
        answer.request = outcome.pending->request;
    return answer;
}

QString answerText(const ToolAnswer &answer)
{
    if (answer.error)
        return u"ERROR: "_s + answer.error->message;
    return compactJsonText(answer.result);
}

} // namespace renum
