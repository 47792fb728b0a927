// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/definitions_section.h"

namespace renum::ui {

/// The agents that a person has defined.
class OwnAgentsSection : public DefinitionsSection {
    Q_OBJECT

public:
    OwnAgentsSection(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

protected:
    QCoro::Task<> load() override;
    void showEntries() override;
    void edit(const QString &id) override;
    /// Removes at once, and offers to undo it.
    void removeAsked(const QString &id) override;
    void retranslate() override;

private:
    QCoro::Task<> remove(LocalAgent agent);
    QCoro::Task<> bringBack(LocalAgent agent);
    [[nodiscard]] QString placeOf(const LocalAgent &agent) const;

    EndpointDefinitionList m_endpoints;
    LocalAgentList m_agents;
};

} // namespace renum::ui
