// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/profile.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

struct NamedProfile {
    QLatin1StringView name;
    Family family;
    QLatin1StringView prefix;
    ToolForm toolForm = ToolForm::Native;
};
constexpr std::array Profiles {
    NamedProfile { "v3"_L1, Family::V3, "/v1"_L1 },
    NamedProfile { "v2b"_L1, Family::V2b, "/api"_L1 },
    NamedProfile { "v2b-xml"_L1, Family::V2b, "/api"_L1, ToolForm::Xml },
    NamedProfile { "v2a"_L1, Family::V2a, "/api"_L1, ToolForm::Xml },
    NamedProfile { "v1"_L1, Family::V1, "/api"_L1, ToolForm::Xml },
    NamedProfile { "v4-detect"_L1, Family::V4, "/v1"_L1 },
    NamedProfile { "openai"_L1, Family::OpenAi, "/v1"_L1 },
};

} // namespace

bool isEarly(Family family)
{
    return family == Family::V1 || family == Family::V2a;
}

std::optional<Profile> profileByName(const QString &name)
{
    for (const NamedProfile &known : Profiles) {
        if (name == known.name)
            return Profile { known.family, known.prefix, known.toolForm };
    }
    return std::nullopt;
}

// The first of a family bears its name.
QString familyName(Family family)
{
    const auto *const known = std::ranges::find(Profiles, family, &NamedProfile::family);
    return known == Profiles.cend() ? QString() : QString(known->name);
}

QString profileNames()
{
    QStringList names;
    for (const NamedProfile &known : Profiles)
        names += known.name;
    const QString last = names.takeLast();
    return names.join(", "_L1) + u" or "_s + last;
}

} // namespace renum::sim
