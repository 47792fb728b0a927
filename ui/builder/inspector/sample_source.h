// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workflow/editing/sample_run.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <QObject>

#include <optional>
#include <vector>

namespace renum {
class Workspace;
}

namespace renum::ui {

class TeamDocument;

/// The data that prompts and conditions are tried with: invented from the team, of an earlier
/// execution of it, or the person's own. One choice for all views of a team.
class SampleSource : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    SampleSource(const TeamDocument *document, Workspace *workspace, QObject *parent = nullptr);

    /// What there is to choose from, with the words for it; earlier executions once they were read.
    [[nodiscard]] std::vector<Choice> choices() const;
    [[nodiscard]] const QString &choice() const noexcept { return m_choice; }
    void choose(const QString &choice);

    [[nodiscard]] bool isOwn() const;
    /// The person's own data; at first what was chosen before.
    [[nodiscard]] const QString &ownText() const noexcept { return m_ownText; }
    void setOwnText(const QString &text);

    /// The data, unless it is still read or cannot be; status() says so then.
    [[nodiscard]] const std::optional<SampleRun> &run() const;
    /// The same as this member finds it (see sampleBefore()); null without data. Borrowed until the
    /// next call or change.
    [[nodiscard]] const SampleRun *runBefore(const AgentId &member) const;
    [[nodiscard]] QString status() const;

    /// The language is another one: what was invented is made anew when it is asked for.
    void forgetInvented();
    /// Reads which executions there are, once; again when there are others.
    void load();

signals:
    void changed();

private:
    QCoro::Task<> readList(TeamId team);
    QCoro::Task<> readRun(ExecutionId id);
    void setRun(std::optional<SampleRun> run, const QString &status);
    [[nodiscard]] SampleRun invented() const;

    /// What an invented run is made of: while it is the same, so is the run.
    struct Ingredient {
        AgentId member;
        QString name;
        std::optional<Json> schema;
        friend bool operator==(const Ingredient &, const Ingredient &) = default;
    };
    [[nodiscard]] std::vector<Ingredient> ingredients() const;
    /// Invents the run unless it is there already. What `apart` is called does not matter then.
    void invent(const AgentId &apart) const;
    /// A run for one member, and for whom it was made.
    struct Before {
        AgentId member;
        std::vector<AgentId> producers;
        SampleRun run;
    };

    const TeamDocument *m_document;
    Workspace *m_workspace;
    QString m_choice;
    QString m_ownText;
    mutable std::optional<SampleRun> m_run; ///< an invented one is made when somebody asks
    mutable std::vector<Ingredient> m_ingredients; ///< of the invented one
    mutable std::optional<Before> m_before;
    // Until the document changes nobody has to look whether these are still right.
    mutable bool m_runIsFresh = false;
    mutable AgentId m_freshApart; ///< but for this member; empty: for all
    mutable bool m_beforeIsFresh = false;
    QString m_status;
    QString m_listStatus;
    QList<Execution> m_executions;
    bool m_listWanted = false;
    bool m_reading = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
