// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

#include <memory>

namespace renum::ui {

class ExecutionHeader;
class ExecutionView;
class Theme;

/// One execution to watch and to act upon: its views, and the header that belongs to them. Lives in
/// a tab of the monitor or in a window of its own.
class ExecutionPane : public QWidget {
    Q_OBJECT

public:
    ExecutionPane(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);
    ~ExecutionPane() override;

    /// Opens an execution and follows it from its first event.
    void open(const ExecutionId &id);
    [[nodiscard]] const ExecutionId &id() const;
    [[nodiscard]] const Execution &execution() const;
    [[nodiscard]] ExecutionView *view() const;
    /// Whoever arranges it may delete it first; then null.
    [[nodiscard]] ExecutionHeader *header() const;
    /// What keys and the list of commands can do here.
    [[nodiscard]] QList<QAction *> commands() const;
    /// The team and the beginning of the prompt, for tabs and windows.
    [[nodiscard]] QString title() const;
    /// Asks which other execution of the team to show beside this one.
    void compare();
    /// Time has passed.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

signals:
    /// title() or the state of the execution changed.
    void changed();
    /// A new execution came of what the person did here.
    void started(const renum::ExecutionId &id);
    /// The person wants to see another execution that belongs to this one.
    void executionRequested(const renum::ExecutionId &id);
    /// The person wants the same team and prompt once more.
    void runAgainRequested(const renum::TeamId &team, const QString &prompt);

private:
    void connectParts();
    void updateHeader();
    void runAgain();
    void showMenu(const AgentId &agent, const QPoint &position);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
