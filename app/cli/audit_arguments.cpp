// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_arguments.h"

#include "app/cli/arguments.h"
#include "app/cli/record_arguments.h"

#include <QCommandLineParser>

namespace renum::cli {

using namespace Qt::StringLiterals;

bool AuditArguments::takes(const AuditEntry &entry) const
{
    if (actor && *actor != entry.actorType)
        return false;
    return event.isEmpty() || entry.eventType == event
        || (event.endsWith(u'.') && entry.eventType.startsWith(event));
}

void addAuditOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"event"_s,
            u"audit: only this event, such as execution.failed; with a dot at its end all of a "
            "kind, such as execution.approval."_s,
            u"EVENT"_s },
        { u"actor"_s, u"audit: only what this one did: user or system."_s, u"ACTOR"_s },
    });
}

Result<void> readAuditOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    if (arguments.command != Arguments::Command::Audit)
        return {};
    arguments.audit.event = parser.value(u"event"_s);
    const QString actor = parser.value(u"actor"_s);
    if (actor == "user"_L1)
        arguments.audit.actor = AuditEntry::Actor::User;
    else if (actor == "system"_L1)
        arguments.audit.actor = AuditEntry::Actor::System;
    else if (!actor.isEmpty())
        return usageError(u"--actor takes user or system."_s);
    return {};
}

} // namespace renum::cli
