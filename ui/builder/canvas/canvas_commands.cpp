// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_commands.h"

#include "ui/builder/canvas/canvas_command_table.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/team_document.h"

#include <QMenu>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

CanvasCommands::CanvasCommands(TeamCanvas *canvas, TeamCanvas::Private *state)
    : QObject(canvas)
    , m_canvas(canvas)
    , m_state(state)
{
    for (const CanvasCommand &command : canvasCommands()) {
        auto *action = new QAction(canvas);
        action->setObjectName(QString::fromLatin1(command.name));
        action->setShortcutContext(Qt::WidgetShortcut);
        setShortcut(action, command);
        connect(action, &QAction::triggered, this, [this, run = command.run] { run(*m_state); });
        canvas->addAction(action);
        m_actions << action;
    }
    retranslate();
}

void CanvasCommands::setShortcut(QAction *action, const CanvasCommand &command)
{
    const QKeySequence keys(QString::fromLatin1(command.shortcut), QKeySequence::PortableText);
    const bool letter = keys.count() == 1 && keys[0].keyboardModifiers() == Qt::NoModifier
        && keys[0].key() >= Qt::Key_A && keys[0].key() <= Qt::Key_Z;
    action->setShortcut(letter && !m_letterKeys ? QKeySequence() : keys);
}

void CanvasCommands::setLetterKeys(bool enabled)
{
    m_letterKeys = enabled;
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        setShortcut(m_actions[i], canvasCommands()[static_cast<std::size_t>(i)]);
    retranslate();
}

void CanvasCommands::retranslate()
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const CanvasCommand &command = canvasCommands()[static_cast<std::size_t>(i)];
        QAction *action = m_actions[i];
        const QString text = TeamCanvas::tr(command.text);
        const QString help = TeamCanvas::tr(command.help);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setText(text);
        //: what a command does, and its keys
        action->setToolTip(keys.isEmpty() ? help : TeamCanvas::tr("%1 (%2)").arg(help, keys));
        action->setStatusTip(help);
    }
}

QAction *CanvasCommands::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_actions, [&](const QAction *action) { return action->objectName() == name; });
    return found == m_actions.cend() ? nullptr : *found;
}

bool CanvasCommands::applies(const CanvasCommand &command) const
{
    const GraphScene &scene = *m_state->context.scene;
    const GraphMark::Kind mark = scene.mark().kind;
    // Of ten thousand chosen nodes the first tells.
    const auto hasMember = [&scene] {
        return std::ranges::any_of(scene.selection(), [&scene](int node) {
            return scene.graph().nodes[static_cast<std::size_t>(node)].kind == NodeKind::Agent;
        });
    };
    const auto oneMember = [&] {
        return mark == GraphMark::Kind::None && scene.selection().size() == 1 && hasMember();
    };
    switch (command.needs) {
    case CanvasNeed::OneMember:
        return oneMember();
    case CanvasNeed::OneWorker: {
        const WorkflowAgent *member = oneMember()
            ? m_state->context.document->workflow().find(*m_state->context.chosenMembers().cbegin())
            : nullptr;
        return member && member->kind != MemberKind::Approval;
    }
    case CanvasNeed::Nothing:
        return true;
    case CanvasNeed::Members:
        return scene.graph().nodes.size() > 2;
    case CanvasNeed::ChosenMember:
        return mark == GraphMark::Kind::None && hasMember();
    case CanvasNeed::ChosenThing:
        return mark != GraphMark::Kind::None || hasMember();
    case CanvasNeed::CurrentNode:
        return scene.selectedNode() >= 0;
    case CanvasNeed::TwoNodes:
        return scene.selection().size() > 1;
    case CanvasNeed::ThreeNodes:
        return scene.selection().size() > 2;
    case CanvasNeed::Frame:
        return mark == GraphMark::Kind::Frame;
    case CanvasNeed::FramedMember:
        return std::ranges::any_of(scene.graph().frames, [&](const GraphFrame &frame) {
            return std::ranges::any_of(frame.nodes,
                [&](int node) { return std::ranges::binary_search(scene.selection(), node); });
        });
    case CanvasNeed::Wire:
        return mark == GraphMark::Kind::Wire
            && scene.graph().wires[static_cast<std::size_t>(scene.mark().index)].kind
            != GraphWire::Kind::Feedback;
    case CanvasNeed::BentWire:
        return mark == GraphMark::Kind::Wire
            && !scene.graph().wires[static_cast<std::size_t>(scene.mark().index)].route.empty();
    }
    return false;
}

void CanvasCommands::refresh()
{
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setEnabled(applies(canvasCommands()[static_cast<std::size_t>(i)]));
}

void CanvasCommands::fill(QMenu *menu) const
{
    int group = -1;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const CanvasCommand &command = canvasCommands()[static_cast<std::size_t>(i)];
        if (!m_actions[i]->isEnabled())
            continue;
        if (group >= 0 && command.group != group)
            menu->addSeparator();
        group = command.group;
        menu->addAction(m_actions[i]);
    }
}

} // namespace renum::ui
