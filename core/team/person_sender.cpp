// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/person_sender.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Mark = "person:"_L1;

} // namespace

AgentId personSender(const QString &person)
{
    return AgentId(QString(Mark + person));
}

bool isPerson(const AgentId &sender)
{
    return sender.toString().startsWith(Mark);
}

QString personName(const AgentId &sender)
{
    return isPerson(sender) ? sender.toString().mid(Mark.size()) : QString();
}

} // namespace renum
