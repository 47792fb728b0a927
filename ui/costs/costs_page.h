// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"

#include <QPointer>

class QTabWidget;

namespace renum::ui {

class CostDesk;
class PricePanel;
class ScopeBar;
class SpendingView;
class Theme;

/// What was spent, prices and limits (features CM-01 …).
class CostsPage : public Page {
    Q_OBJECT

public:
    CostsPage(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] static PageEntry entry();

    [[nodiscard]] QWidget *headerWidget() const override;
    void activated() override;
    void focusSearch() override;

signals:
    /// The person wants to see the run of a call.
    void executionRequested(const renum::ExecutionId &execution, const renum::AgentId &agent);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    QAction *makeAction(const char *name, const QKeySequence &keys);
    void connectParts();
    void retranslate();

    CostDesk *m_desk;
    QPointer<ScopeBar> m_bar; ///< the window arranges it and may delete it first
    QTabWidget *m_tabs;
    SpendingView *m_spending;
    PricePanel *m_prices;
};

} // namespace renum::ui
