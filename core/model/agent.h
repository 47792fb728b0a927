// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QString>
#include <QStringList>

namespace renum {

/// An agent as its service describes it (contract §1.9).
struct AgentInfo {
    AgentId id;
    QString name;
    QString description;
    QString model; ///< empty when the service does not say
    QString avatar; ///< an emoji, or empty
    QStringList tools;
    bool isDefault = false;

    friend bool operator==(const AgentInfo &, const AgentInfo &) = default;
};

} // namespace renum
