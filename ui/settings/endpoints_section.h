// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/definitions_section.h"

namespace renum::ui {

/// The model endpoints that a person has added: agents of their own run there.
class EndpointsSection : public DefinitionsSection {
    Q_OBJECT

public:
    EndpointsSection(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

protected:
    QCoro::Task<> load() override;
    void showEntries() override;
    void edit(const QString &id) override;
    /// Asks first: the key cannot be brought back.
    void removeAsked(const QString &id) override;
    void retranslate() override;

private:
    QCoro::Task<> remove(EndpointDefinition endpoint);

    EndpointDefinitionList m_endpoints;
};

} // namespace renum::ui
