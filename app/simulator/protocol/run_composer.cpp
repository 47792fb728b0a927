// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/run_composer.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

Timeline composeRun(Family family, const Composition &composition)
{
    // Without a worker not even the first event is written.
    if (composition.plan.calls.isEmpty())
        return {};
    return family == Family::V3 ? composeV3(composition) : composeV2a(composition);
}

TimelineAction stopAnnouncement(Family family)
{
    if (family == Family::V3)
        return EmitEvent { { { "type", "status" }, { "status", "stopped" } }, Closing::Yes };
    return SignalListeners { { { "type", "status" }, { "status", "STOP" } } };
}

QString defaultModel(Family family)
{
    switch (family) {
    case Family::V3:
        return u"kortix/basic"_s;
    case Family::V2a:
        return u"openai/gpt-5-mini"_s;
    case Family::OpenAi:
        break;
    }
    return u"sim-large"_s;
}

} // namespace renum::sim
