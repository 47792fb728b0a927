// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/run_composer.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

Timeline composeRun(const Profile &profile, const Composition &composition)
{
    // Without a worker not even the first event is written.
    if (composition.plan.calls.isEmpty())
        return {};
    return isEarly(profile.family) ? composeV2a(composition) : composeV3(profile, composition);
}

TimelineAction stopAnnouncement(Family family)
{
    if (family == Family::V2b || family == Family::V3)
        return EmitEvent { { { "type", "status" }, { "status", "stopped" } }, Closing::Yes };
    return SignalListeners { { { "type", "status" }, { "status", "STOP" } } };
}

QString defaultModel(Family family)
{
    switch (family) {
    case Family::V1:
        return u"anthropic/claude-sonnet-4-20250514"_s;
    case Family::V2a:
    case Family::V2b:
        return u"openai/gpt-5-mini"_s;
    case Family::V3:
        return u"kortix/basic"_s;
    case Family::V4:
    case Family::OpenAi:
        break;
    }
    return u"sim-large"_s;
}

} // namespace renum::sim
