// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/endpoint_definition.h"
#include "core/store/statement.h"

namespace renum {

/// Table renum_model_endpoints.
class EndpointRepository {
public:
    explicit EndpointRepository(Connection *connection);

    /// In the order in which they were made.
    [[nodiscard]] Result<EndpointDefinitionList> all();
    [[nodiscard]] Result<EndpointDefinition> find(const EndpointId &id);
    /// Errors: name_taken.
    [[nodiscard]] Result<void> insert(const EndpointDefinition &endpoint, Timestamp now);
    /// Replaces the version that it has; that becomes one more. Errors: not_found,
    /// version_conflict, name_taken.
    [[nodiscard]] Result<void> update(const EndpointDefinition &endpoint);
    /// Errors: not_found, endpoint_in_use while agents run there.
    [[nodiscard]] Result<void> remove(const EndpointId &id);

private:
    [[nodiscard]] Result<void> checkName(const EndpointDefinition &endpoint);

    Statement m_all;
    Statement m_find;
    Statement m_sameName;
    Statement m_insert;
    Statement m_update;
    Statement m_users;
    Statement m_remove;
};

} // namespace renum
