// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/step_context.h"

#include "ui/monitor/replay/json_size.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostSize = 64'000;

QString valueText(const Json *value)
{
    if (!value || value->is_null())
        return {};
    if (value->is_string())
        return QString::fromStdString(value->get_ref<const std::string &>())
            .left(StepContext::MostText);
    // Writing out what nobody can read here would hold up the fold.
    if (jsonSize(*value) > MostSize)
        return value->is_array() ? u"[ … ]"_s : u"{ … }"_s;
    constexpr int indent = 2;
    return QString::fromStdString(value->dump(indent, ' ', false, Json::error_handler_t::replace))
        .left(StepContext::MostText);
}

} // namespace

void StepContext::apply(const ExecutionEvent &event)
{
    if (event.type != "context_change"_L1)
        return;
    const QString author = stringAt(event.data, "changed_by").value_or(QString());
    const AgentId agent = author.isEmpty() ? event.agentId : AgentId(author);
    const std::optional<QString> key = stringAt(event.data, "key");
    if (agent.isEmpty() || !key)
        return;
    ContextTouch touch;
    touch.seq = event.seq;
    touch.time = event.timestamp;
    touch.memory = stringAt(event.data, "scope") == u"shared_memory"_s;
    touch.key = *key;
    touch.before = valueText(memberAt(event.data, "previous_value"));
    if (!boolAt(event.data, "deleted").value_or(false))
        touch.after = valueText(memberAt(event.data, "value"));
    touch.version = static_cast<int>(integerAt(event.data, "version").value_or(0));
    QList<ContextTouch> &touches = m_byAgent[agent];
    touches.append(touch);
    if (touches.size() > MostTouches)
        touches.removeFirst();
}

} // namespace renum::ui
