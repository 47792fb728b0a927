// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/intervention.h"

#include "core/workflow/team_so_far.h"
#include "ui/monitor/interventions/asking_step.h"
#include "ui/monitor/step_name.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Intervention)
};

struct Row {
    Intervention what;
    const char *name;
    const char *icon;
    const char *title; ///< in the context of Texts
    const char *toolTip;
    QKeyCombination keys;
};

/// What is less often wanted than going on has a letter.
constexpr Qt::Modifiers Letter = Qt::CTRL | Qt::SHIFT;

constexpr std::array Rows {
    Row { Intervention::Pause, "pause", "pause", QT_TRANSLATE_NOOP("Intervention", "&Pause"),
        QT_TRANSLATE_NOOP("Intervention", "Let agents that work finish, and start no others"),
        Qt::Key_F5 },
    Row { Intervention::GoOn, "continue", "play", QT_TRANSLATE_NOOP("Intervention", "&Continue"),
        QT_TRANSLATE_NOOP("Intervention", "Let the next agents begin again"), Qt::Key_F5 },
    Row { Intervention::StepOver, "stepOver", "chevron",
        QT_TRANSLATE_NOOP("Intervention", "Step &over"),
        QT_TRANSLATE_NOOP("Intervention", "Go on, and hold before whatever starts next"),
        Qt::Key_F10 },
    Row { Intervention::Stop, "stop", "stop", QT_TRANSLATE_NOOP("Intervention", "&Stop"),
        QT_TRANSLATE_NOOP("Intervention", "Stop this team and its agents (asks first)"),
        Qt::SHIFT | Qt::Key_F5 },
    Row { Intervention::Approve, "approve", "check", QT_TRANSLATE_NOOP("Intervention", "&Approve…"),
        QT_TRANSLATE_NOOP("Intervention", "Let the step that waits for you start"),
        Letter | Qt::Key_A },
    Row { Intervention::Reject, "reject", "cross", QT_TRANSLATE_NOOP("Intervention", "&Reject…"),
        QT_TRANSLATE_NOOP("Intervention", "Do not let the step that waits for you run"),
        Letter | Qt::Key_R },
    Row { Intervention::Retry, "retry", "retry", QT_TRANSLATE_NOOP("Intervention", "Re&try"),
        QT_TRANSLATE_NOOP(
            "Intervention", "Let what failed run again, and what was skipped because of it"),
        Letter | Qt::Key_T },
    Row { Intervention::GiveResult, "giveResult", "document",
        QT_TRANSLATE_NOOP("Intervention", "S&kip…"),
        QT_TRANSLATE_NOOP("Intervention", "Give this step's result yourself, or go on without one"),
        Letter | Qt::Key_K },
    Row { Intervention::SendMessage, "sendMessage", "message",
        QT_TRANSLATE_NOOP("Intervention", "&Message…"),
        QT_TRANSLATE_NOOP(
            "Intervention", "Tell the agent something; it reads it when it starts next"),
        Letter | Qt::Key_M },
    Row { Intervention::Fork, "fork", "redo", QT_TRANSLATE_NOOP("Intervention", "Run from &here…"),
        QT_TRANSLATE_NOOP("Intervention",
            "A new execution that runs this step again, with another input if you like"),
        Letter | Qt::Key_H },
    Row { Intervention::EditContext, "editContext", "teams",
        QT_TRANSLATE_NOOP("Intervention", "Edit conte&xt…"),
        QT_TRANSLATE_NOOP("Intervention", "Change a value that the team shares"),
        Letter | Qt::Key_X },
    Row { Intervention::RaiseCap, "raiseCap", "costs",
        QT_TRANSLATE_NOOP("Intervention", "Spending &limit…"),
        QT_TRANSLATE_NOOP("Intervention", "Change what this execution may spend"),
        Letter | Qt::Key_L },
    Row { Intervention::Breakpoints, "breakpoints", "alert",
        QT_TRANSLATE_NOOP("Intervention", "&Breakpoints…"),
        QT_TRANSLATE_NOOP("Intervention", "Choose where this execution holds until you go on"),
        Letter | Qt::Key_B },
};

const Row &rowOf(Intervention what)
{
    return *std::ranges::find(Rows, what, &Row::what);
}

bool isOfStep(Intervention what)
{
    return what == Intervention::Retry || what == Intervention::GiveResult
        || what == Intervention::SendMessage || what == Intervention::Fork;
}

bool isOver(const InterventionScene &scene)
{
    return isTerminal(scene.execution->status);
}

bool isStopping(const InterventionScene &scene)
{
    return scene.execution->stopRequested || scene.stopPending;
}

/// Nothing but going on helps before an engine drives it.
QString engineRefusal(const InterventionScene &scene)
{
    if (isOver(scene))
        return Texts::tr("The execution has ended.");
    if (scene.interrupted)
        return Texts::tr("The execution was interrupted. Continue it first.");
    if (isStopping(scene))
        return Texts::tr("The execution is being stopped.");
    if (scene.execution->status == ExecutionStatus::Pending)
        return Texts::tr("The execution has not begun yet.");
    return {};
}

/// The answer to the same button, or to its opposite, is on its way.
QString pendingRefusal(const InterventionScene &scene)
{
    if (!scene.pausePending)
        return {};
    return scene.execution->paused ? Texts::tr("The execution is about to go on.")
                                   : Texts::tr("The execution is about to pause.");
}

QString pauseRefusal(const InterventionScene &scene)
{
    QString engine = engineRefusal(scene);
    if (engine.isEmpty())
        engine = pendingRefusal(scene);
    return engine.isEmpty() && scene.execution->paused ? Texts::tr("The execution is paused.")
                                                       : engine;
}

QString goOnRefusal(const InterventionScene &scene)
{
    if (const QString pending = pendingRefusal(scene); !pending.isEmpty() && !isOver(scene))
        return pending;
    if (scene.interrupted && !isOver(scene))
        return {};
    const QString engine = engineRefusal(scene);
    if (!engine.isEmpty() || scene.execution->paused)
        return engine;
    return Texts::tr("The execution is not paused.");
}

QString stopRefusal(const InterventionScene &scene)
{
    if (isOver(scene))
        return Texts::tr("The execution has ended.");
    return isStopping(scene) ? Texts::tr("The execution is being stopped.") : QString();
}

QString approvalRefusal(const InterventionScene &scene)
{
    const QString engine = engineRefusal(scene);
    if (!engine.isEmpty() || stepFor(Intervention::Approve, scene))
        return engine;
    return Texts::tr("No step waits for your approval.");
}

QString retryRefusal(const InterventionScene &scene)
{
    const ExecutionStatus status = scene.execution->status;
    if (status == ExecutionStatus::Failed || status == ExecutionStatus::Cancelled)
        return {};
    if (const QString engine = engineRefusal(scene); !engine.isEmpty())
        return engine;
    const StepRecord *step = stepFor(Intervention::Retry, scene);
    if (!step)
        return Texts::tr("Select a step first.");
    if (step->status != StepStatus::Failed)
        return Texts::tr("%1 has not failed.").arg(stepName(*step));
    return {};
}

QString resultRefusal(const InterventionScene &scene)
{
    if (const QString engine = engineRefusal(scene); !engine.isEmpty())
        return engine;
    const StepRecord *step = stepFor(Intervention::GiveResult, scene);
    if (!step)
        return Texts::tr("Select a step first.");
    if (isTerminal(step->status) && step->status != StepStatus::Failed)
        return Texts::tr("%1 has ended.").arg(stepName(*step));
    return {};
}

QString messageRefusal(const InterventionScene &scene)
{
    if (const QString engine = engineRefusal(scene); !engine.isEmpty())
        return engine;
    const StepRecord *step = stepFor(Intervention::SendMessage, scene);
    if (!step)
        return Texts::tr("Select a step first.");
    const PlanStep *planned
        = scene.execution->plan ? scene.execution->plan->findAgent(step->agentId) : nullptr;
    if (planned && planned->kind != MemberKind::Agent)
        return Texts::tr("%1 is no agent who could read a message.").arg(stepName(*step));
    if (planned && !usesTeamTools(*planned))
        return Texts::tr("%1 works without the team's tools: it would never read a message.")
            .arg(stepName(*step));
    return {};
}

QString forkRefusal(const InterventionScene &scene)
{
    if (!stepFor(Intervention::Fork, scene))
        return Texts::tr("Select a step first.");
    if (!isOver(scene))
        return Texts::tr("Only an execution that has ended can be run from one of its steps.");
    return {};
}

QString capRefusal(const InterventionScene &scene)
{
    const QString engine = engineRefusal(scene);
    if (!engine.isEmpty() || !scene.execution->parent)
        return engine;
    return Texts::tr("This team works for another one, whose limit counts.");
}

} // namespace

const StepRecord *stepFor(Intervention what, const InterventionScene &scene)
{
    if (!scene.execution)
        return nullptr;
    const std::vector<StepRecord> &steps = scene.execution->steps;
    const auto selected = std::ranges::find(steps, scene.agent, &StepRecord::agentId);
    const StepRecord *step = selected == steps.end() ? nullptr : &*selected;
    if (what != Intervention::Approve && what != Intervention::Reject)
        return step;
    return step && asksPerson(*step) ? step : stepThatAsks(*scene.execution);
}

QString refusalText(Intervention what, const InterventionScene &scene)
{
    if (!scene.execution || scene.execution->id.isEmpty())
        return Texts::tr("No execution is open.");
    switch (what) {
    case Intervention::Pause:
        return pauseRefusal(scene);
    case Intervention::GoOn:
        return goOnRefusal(scene);
    case Intervention::Stop:
        return stopRefusal(scene);
    case Intervention::Approve:
    case Intervention::Reject:
        return approvalRefusal(scene);
    case Intervention::Retry:
        return retryRefusal(scene);
    case Intervention::GiveResult:
        return resultRefusal(scene);
    case Intervention::SendMessage:
        return messageRefusal(scene);
    case Intervention::Fork:
        return forkRefusal(scene);
    case Intervention::RaiseCap:
        return capRefusal(scene);
    case Intervention::StepOver:
    case Intervention::EditContext:
    case Intervention::Breakpoints:
        break;
    }
    return engineRefusal(scene);
}

bool isShown(Intervention what, const InterventionScene &scene)
{
    const bool open = scene.execution && !scene.execution->id.isEmpty();
    const bool paused = open && (scene.execution->paused || scene.interrupted);
    switch (what) {
    case Intervention::Pause:
        return !paused;
    case Intervention::GoOn:
        return paused;
    case Intervention::Approve:
    case Intervention::Reject:
        return open && stepThatAsks(*scene.execution);
    case Intervention::Fork:
        return open && isOver(scene);
    default:
        return true;
    }
}

QString titleOf(Intervention what, const InterventionScene &scene)
{
    if (what == Intervention::Stop && scene.execution && !isOver(scene) && isStopping(scene))
        return Texts::tr("Stopping…");
    return Texts::tr(rowOf(what).title);
}

QString toolTipOf(Intervention what, const InterventionScene &scene)
{
    const QString refusal = refusalText(what, scene);
    if (!refusal.isEmpty())
        return refusal;
    const StepRecord *step = stepFor(what, scene);
    const bool about
        = step && (isOfStep(what) || what == Intervention::Approve || what == Intervention::Reject);
    if (!about || (what == Intervention::Retry && isOver(scene)))
        return Texts::tr(rowOf(what).toolTip);
    //: agent, what a button does
    return Texts::tr("%1: %2").arg(stepName(*step), Texts::tr(rowOf(what).toolTip));
}

QString iconOf(Intervention what)
{
    return QString::fromLatin1(rowOf(what).icon);
}

QKeySequence keysOf(Intervention what)
{
    return rowOf(what).keys;
}

bool isInHeader(Intervention what)
{
    return what == Intervention::Pause || what == Intervention::GoOn || what == Intervention::Stop;
}

QString nameOf(Intervention what)
{
    return QString::fromLatin1(rowOf(what).name);
}

std::vector<Intervention> waitActions(const InterventionScene &scene)
{
    if (!scene.execution || isOver(scene))
        return {};
    if (scene.interrupted)
        return { Intervention::GoOn };
    if (isStopping(scene))
        return {};
    if (scene.execution->hold) {
        if (!budgetThatHolds(*scene.execution).isEmpty())
            return { Intervention::Stop };
        if (scene.execution->hold->reason == ExecutionHold::Reason::Cap)
            return { Intervention::RaiseCap, Intervention::Stop };
        return { Intervention::GoOn, Intervention::StepOver };
    }
    if (stepThatAsks(*scene.execution))
        return { Intervention::Approve };
    if (scene.execution->paused)
        return { Intervention::GoOn, Intervention::StepOver };
    return {};
}

} // namespace renum::ui
