// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/inspector_part.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace renum {
class Workspace;
}

namespace renum::ui {

class AgentCatalog;
class ElidedLabel;
class InspectorPanel;
class MemberSelection;
class ProblemList;
class TeamDocument;
class Theme;

/// The panel beside the canvas: shows and changes the member that is selected, several of them, or
/// with none the team. Each change is a step of the document's history.
class Inspector : public QWidget {
    Q_OBJECT

public:
    /// All of them outlive this.
    Inspector(TeamDocument *document, MemberSelection *selection, AgentCatalog *catalog,
        Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// Looks at the first field of what is selected.
    void focusFirstField();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] InspectorContext makeContext(Workspace *workspace, Theme *theme);
    void makeHead();
    void makePanels(const InspectorContext &context);
    void makeScrollArea();
    void retranslate();
    void onSelected();
    void refresh();
    void refreshHead();
    [[nodiscard]] InspectorPanel *currentPanel() const;
    /// What validation and lint say of the target, paths from there on.
    [[nodiscard]] Problems problems() const;

    TeamDocument *m_document;
    ProblemList *m_problems; ///< of the document, which owns it
    MemberSelection *m_selection;
    AgentCatalog *m_catalog;
    EditTarget m_target;
    SampleSource *m_samples;
    ElidedLabel *m_title;
    QLabel *m_chip;
    ElidedLabel *m_subtitle;
    InspectorPanel *m_team;
    InspectorPanel *m_member;
    InspectorPanel *m_several;
    QScrollArea *m_scroll;
};

} // namespace renum::ui
