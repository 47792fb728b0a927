// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/workflow/validation.h"
#include "core/workspace/workspace.h"

#include <QObject>

namespace renum {

/// Teams on the engine thread: what is stored was validated before (contract §1.4).
class TeamService : public QObject {
    Q_OBJECT

public:
    TeamService(Store *store, Clock *clock, IdSource *ids, ValidationLimits limits, int maxTeams,
        QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<Team>> create(TeamDraft draft);
    [[nodiscard]] QCoro::Task<Result<Team>> update(TeamId id, TeamDraft draft, int expectedVersion);
    [[nodiscard]] QCoro::Task<Result<void>> remove(TeamId id);
    [[nodiscard]] QCoro::Task<Result<TeamPreview>> preview(TeamDraft draft);
    [[nodiscard]] QCoro::Task<Result<Team>> instantiate(
        TemplateId id, QString name, QHash<QString, AgentId> agentBySlot);

signals:
    void changed();

private:
    /// The draft, and the teams that are its members; problems of both together.
    struct Checked {
        Validation validation;
        std::vector<Team> teams;
    };
    [[nodiscard]] QCoro::Task<Result<Checked>> check(TeamDraft draft, TeamId self);
    /// Normalised, or why it cannot be saved.
    [[nodiscard]] QCoro::Task<Result<TeamDraft>> acceptable(TeamDraft draft, TeamId self);

    Store *m_store;
    Clock *m_clock;
    IdSource *m_ids;
    ValidationLimits m_limits;
    int m_maxTeams;
};

} // namespace renum
