// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"

#include <memory>

namespace renum::ui {

class AppSettings;
class ExecutionPane;
class ExecutionWindow;
class Theme;

/// Executions, and those that are open: each in a tab or in a window of its own, live or at any
/// earlier instant (features EM-01 …).
class MonitorPage : public Page {
    Q_OBJECT

public:
    /// More tabs than this are not opened again at the next start.
    static constexpr int MostRemembered = 8;

    MonitorPage(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);
    ~MonitorPage() override;

    [[nodiscard]] static PageEntry entry();

    /// Takes up what was open and how it was arranged, and keeps that from now on. `settings`
    /// outlives the page.
    void remember(AppSettings *settings);

    [[nodiscard]] QWidget *headerWidget() const override;
    [[nodiscard]] QList<QAction *> commands() const override;
    void activated() override;

    /// Brings an execution into view and follows it from its first event: in the tab where it is
    /// open, in the current one when nothing goes on there, else in a new one.
    void showExecution(const ExecutionId &id);
    void openInTab(const ExecutionId &id);
    void openInWindow(const ExecutionId &id);
    /// Of the tab that is in front.
    [[nodiscard]] ExecutionPane *currentPane() const;

signals:
    /// The person wants the same team and prompt once more.
    void runAgainRequested(const renum::TeamId &team, const QString &prompt);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void makeActions();
    void retranslate();
    ExecutionPane *makePane();
    ExecutionPane *addTab();
    [[nodiscard]] ExecutionPane *paneAt(int tab) const;
    void openHere(const ExecutionId &id);
    bool bringForward(const ExecutionId &id);
    void closeTab(int tab);
    void moveToWindow(int tab);
    void compare(const ExecutionId &before, const ExecutionId &after);
    void showTabMenu(const QPoint &position);
    void onCurrentChanged();
    void onPaneChanged(ExecutionPane *pane);
    void onTick();
    void setListShown(bool shown);
    void keepOpenOnes();
    void keepArrangement(const ExecutionPane *pane);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
