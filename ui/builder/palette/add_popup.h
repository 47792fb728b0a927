// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "ui/shell/search_popup.h"

namespace renum {
class Workspace;
}

namespace renum::ui {

class AgentCatalog;
class PaletteModel;
class TeamDocument;
class Theme;

/// Search and add, at the pointer: type a few letters, Enter.
class AddPopup : public SearchPopup {
    Q_OBJECT

public:
    AddPopup(Workspace *workspace, AgentCatalog *catalog, TeamDocument *document, Theme *theme,
        QWidget *parent);

    void open(const QPoint &globalPosition);

signals:
    void chosen(const renum::WorkflowAgent &member);

protected:
    void narrow(const QString &text) override;
    [[nodiscard]] bool canTake(const QModelIndex &index) const override;
    void take(const QModelIndex &index) override;

private:
    PaletteModel *m_model;
};

} // namespace renum::ui
