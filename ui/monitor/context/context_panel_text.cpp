// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_panel_text.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/context/json_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Context {
    Q_DECLARE_TR_FUNCTIONS(Context)
};

QString writerOf(const ContextFold &context, const ContextEntry &entry)
{
    if (entry.changedBy == "system"_L1)
        return Context::tr("Renum");
    return context.nameOf(entry.changedBy);
}

QString joined(const ContextFold &context, const std::vector<AgentId> &agents)
{
    QStringList names;
    for (const AgentId &agent : agents)
        names << context.nameOf(agent.toString());
    return names.join(Context::tr(", ", "between names in a list"));
}

} // namespace

QString versionText(const ContextFold &context, int version)
{
    const std::optional<ContextEntry> maker = context.maker(version);
    if (version <= 1)
        return Context::tr("Version %1 · what it began with").arg(version);
    if (!maker)
        return Context::tr("Version %1").arg(version);
    const auto since = between(context.changes().first().at, maker->at);
    if (maker->restoredFrom) { //: number, who, number
        return Context::tr("Version %1 · %2 restored version %3")
            .arg(version)
            .arg(writerOf(context, *maker))
            .arg(*maker->restoredFrom);
    }
    //: number, who, time since the beginning
    return Context::tr("Version %1 · %2 · %3")
        .arg(version)
        .arg(writerOf(context, *maker), format::clock(since));
}

QString entryText(const ContextFold &context, const ContextEntry &entry)
{
    const QString value = entry.value ? jsonPreview(*entry.value) : Context::tr("deleted");
    if (entry.changedBy.isEmpty()) //: value
        return Context::tr("At the beginning: %1").arg(value);
    //: number, who, value
    return Context::tr("Version %1 · %2: %3")
        .arg(entry.version)
        .arg(writerOf(context, entry), value);
}

QString conflictText(const ContextFold &context, const ContextEntry &entry)
{
    QStringList sentences;
    for (const ContextConflict &conflict : entry.conflicts) {
        //: key, agents, agent
        sentences << Context::tr("“%1” was also written by %2; the value of %3 was kept.")
                         .arg(conflict.key, joined(context, conflict.losers),
                             context.nameOf(conflict.winner.toString()));
    }
    return sentences.join(u'\n');
}

JsonDifference namedDifference(JsonDifference difference)
{
    const QString object = toString(ContextChange::Scope::ContextObject) + u'/';
    const QString memory = toString(ContextChange::Scope::SharedMemory) + u'/';
    for (JsonDifference &child : difference.children) {
        if (child.key.startsWith(object)) //: a key of the context object
            child.key = Context::tr("Context: %1").arg(child.key.sliced(object.size()));
        else if (child.key.startsWith(memory)) //: a key of the shared memory
            child.key = Context::tr("Memory: %1").arg(child.key.sliced(memory.size()));
    }
    return difference;
}

} // namespace renum::ui
