// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event_fields.h"

namespace renum {

StepId stepOf(const ExecutionEvent &event)
{
    return StepId(textIn(event.data, "step_id"));
}

QString textIn(const Json &data, const char *key)
{
    return stringAt(data, key).value_or(QString());
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : toJson(text);
}

} // namespace renum
