// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace renum {

/// What a service may be able to do.
enum class ServiceFeature {
    TeamTools, ///< agents call the team's tools while they work
    FollowUpTurns, ///< a conversation goes on in further turns
    FindRunsAgain, ///< a run goes on without us, and is found again after a crash
    LookUpStarts, ///< a start whose answer was lost can be looked up
    ResumeStreams, ///< a broken stream goes on where it ended
    OwnAgents, ///< agents that people define here
    StructuredOutput, ///< answers that fit a schema
};
/// Unknown: it shows when an agent works; finding it out would start one.
enum class Support { Yes, No, Unknown };

struct FeatureSupport {
    ServiceFeature feature = ServiceFeature::TeamTools;
    Support support = Support::Unknown;
    friend bool operator==(const FeatureSupport &, const FeatureSupport &) = default;
};

/// The account that the credentials belong to, as far as the service tells.
struct ServiceAccount {
    QString plan;
    QString credits; ///< as the service writes the number
    std::optional<bool> canRun;
    friend bool operator==(const ServiceAccount &, const ServiceAccount &) = default;
};

/// What answered at an address, found out by reading alone: nothing is ever started for it. Each
/// part that could not be read has its own reason.
struct ConnectionReport {
    enum class Service { Suna, Models };
    Service service = Service::Suna;
    QString family; ///< "V3"; empty when it was not found out
    QString address; ///< where its routes begin; as typed when nothing answered
    std::optional<Error> error; ///< why it cannot be used
    std::optional<ServiceAccount> account;
    std::optional<Error> accountError;
    std::optional<qsizetype> agents;
    std::optional<Error> agentsError;
    std::optional<QStringList> models;
    std::optional<Error> modelsError;
    QString wantedModel; ///< that was asked for; empty: none
    QList<FeatureSupport> features;

    /// Agents can run there.
    [[nodiscard]] bool isUsable() const { return !error && !agentsError; }
    /// The model that was asked for is not among those listed.
    [[nodiscard]] bool lacksModel() const;
};

[[nodiscard]] QString toString(ServiceFeature feature);
[[nodiscard]] QString toString(Support support);
/// For scripts: {service, family, address, usable, error, account, agents, models, features}; what
/// could not be read is null with its reason in `problems`.
[[nodiscard]] Json toJson(const ConnectionReport &report);

} // namespace renum
