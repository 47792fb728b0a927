// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/workflow/editing/member_edits.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace renum::ui {

inline WorkflowAgent memberNamed(const QString &id)
{
    WorkflowAgent member;
    member.agentId = AgentId(id);
    member.name = id.toUpper();
    return member;
}

/// Members in a row of a grid, each wide enough apart; none gets the result of another.
inline TeamDraft rowOf(const QStringList &ids, WorkflowType type = WorkflowType::Parallel)
{
    TeamDraft draft;
    draft.name = QStringLiteral("Team");
    draft.workflow.type = type;
    double x = 0;
    for (const QString &id : ids) {
        WorkflowAgent member = memberNamed(id);
        member.position = CanvasPosition { x, 0 };
        draft = withMember(std::move(draft), std::move(member));
        x += 300;
    }
    return draft;
}

inline TeamDraft joined(TeamDraft draft, const QString &from, const QString &to)
{
    return withWire(std::move(draft), { WireEnd::Kind::Member, AgentId(from) },
        { WireEnd::Kind::Member, AgentId(to) });
}

/// A shown canvas with its document, at 100 %.
struct CanvasBench {
    explicit CanvasBench(const TeamDraft &draft)
        : document(draft)
        , selection(&document)
        , canvas(std::make_unique<TeamCanvas>(&document, &selection, &theme))
        , hints(canvas.get(), &TeamCanvas::hintChanged)
        , requests(canvas.get(), &TeamCanvas::addRequested)
        , activated(canvas.get(), &TeamCanvas::memberActivated)
    {
        canvas->resize(1600, 900);
        canvas->show();
        canvas->activateWindow();
        if (!QTest::qWaitForWindowActive(canvas.get()))
            qFatal("The window did not become active.");
        canvas->setFocus();
    }

    [[nodiscard]] int node(const QString &id) const { return canvas->graph().indexOf(AgentId(id)); }
    [[nodiscard]] QPoint centre(const QString &id) const
    {
        return canvas->nodeRect(node(id)).center();
    }
    [[nodiscard]] QPoint outPort(const QString &id) const
    {
        const QRect rect = canvas->nodeRect(node(id));
        return { rect.right(), rect.center().y() };
    }
    [[nodiscard]] QPoint inPort(const QString &id) const
    {
        const QRect rect = canvas->nodeRect(node(id));
        return { rect.left(), rect.center().y() };
    }
    [[nodiscard]] const WorkflowAgent &member(const QString &id) const
    {
        return *document.workflow().find(AgentId(id));
    }
    [[nodiscard]] QByteArray text() const { return canonicalJson(toJson(document.draft())); }
    [[nodiscard]] QString hint() const
    {
        return hints.isEmpty() ? QString() : hints.constLast().at(0).toString();
    }
    [[nodiscard]] QString step() const
    {
        return const_cast<TeamDocument &>(document).history()->undoText();
    }
    [[nodiscard]] int steps() const
    {
        return const_cast<TeamDocument &>(document).history()->count();
    }
    [[nodiscard]] bool isJoined(const QString &from, const QString &to) const
    {
        for (const GraphWire &wire : canvas->graph().wires) {
            if (wire.from == node(from) && wire.to == node(to))
                return true;
        }
        return false;
    }

    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {},
        Qt::MouseButton button = Qt::LeftButton) const
    {
        press(from, modifiers, button);
        moveTo((from + to) / 2, modifiers, button);
        moveTo(to, modifiers, button);
        QTest::mouseRelease(canvas->viewport(), button, modifiers, to);
    }
    void press(const QPoint &at, Qt::KeyboardModifiers modifiers = {},
        Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mousePress(canvas->viewport(), button, modifiers, at);
    }
    /// QTest::mouseMove() holds no button.
    void moveTo(const QPoint &to, Qt::KeyboardModifiers modifiers = {},
        Qt::MouseButton button = Qt::LeftButton) const
    {
        QMouseEvent move(QEvent::MouseMove, QPointF(to),
            QPointF(canvas->viewport()->mapToGlobal(to)), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(canvas->viewport(), &move);
    }
    void click(const QPoint &at, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, modifiers, at);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(canvas.get(), static_cast<Qt::Key>(key), modifiers);
    }

    Theme theme { Theme::Mode::Light };
    TeamDocument document;
    MemberSelection selection;
    std::unique_ptr<TeamCanvas> canvas;
    QSignalSpy hints;
    QSignalSpy requests;
    QSignalSpy activated;
};

inline void failOnSurprises()
{
    // The offscreen platform says of every window that it has no size hints.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

inline QSet<AgentId> ids(const QStringList &names)
{
    QSet<AgentId> set;
    for (const QString &name : names)
        set.insert(AgentId(name));
    return set;
}

} // namespace renum::ui
