// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QStackedWidget>

class QHBoxLayout;

namespace renum::ui {

class StatePanel;
class TemplateCard;
class Theme;

/// The templates that come with the product, side by side.
class TemplateGallery : public QStackedWidget {
    Q_OBJECT

public:
    TemplateGallery(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// Reads them once; does nothing when they are there.
    void load();
    [[nodiscard]] const QList<TeamTemplate> &templates() const noexcept { return m_templates; }
    /// While a team is being made of one of them.
    void setBusy(bool busy);

signals:
    void useRequested(const renum::TeamTemplate &teamTemplate);
    void loaded();

protected:
    void changeEvent(QEvent *event) override;

private:
    QCoro::Task<> read();
    void showTemplates();

    Workspace *m_workspace;
    Theme *m_theme;
    QHBoxLayout *m_row;
    QWidget *m_cardArea;
    StatePanel *m_state;
    QList<TemplateCard *> m_cards;
    QList<TeamTemplate> m_templates;
    std::optional<Error> m_error;
    bool m_reading = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
