// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/canvas_decor.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr double FurthestPlace = 1e6;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// For each frame the index of the frame around it, or -1.
std::vector<int> parentsOf(const CanvasDecor &decor)
{
    QHash<QString, int> byId;
    for (std::size_t i = 0; i < decor.frames.size(); ++i)
        byId.insert(decor.frames[i].id, static_cast<int>(i));
    std::vector<int> parents;
    for (const CanvasFrame &frame : decor.frames)
        parents.push_back(frame.parent.isEmpty() ? -1 : byId.value(frame.parent, -1));
    return parents;
}

bool isWithin(const std::vector<int> &parents, int frame, int outer)
{
    while (frame >= 0 && frame != outer)
        frame = parents[at(frame)];
    return frame == outer;
}

void dropEmptyFrames(CanvasDecor &decor)
{
    for (bool again = true; again;) {
        QSet<QString> parents;
        for (const CanvasFrame &frame : decor.frames)
            parents.insert(frame.parent);
        again = std::erase_if(decor.frames, [&](const CanvasFrame &frame) {
            return frame.members.empty() && !parents.contains(frame.id);
        }) > 0;
    }
}

/// The innermost frame that holds all of them, or -1.
int commonFrame(const CanvasDecor &decor, const QSet<AgentId> &members)
{
    const std::vector<int> parents = parentsOf(decor);
    int common = members.isEmpty() ? -1 : frameOf(decor, *members.cbegin());
    for (const AgentId &member : members) {
        const int frame = frameOf(decor, member);
        while (common >= 0 && !isWithin(parents, frame, common))
            common = parents[at(common)];
    }
    return common;
}

} // namespace

CanvasPosition drawable(const CanvasPosition &position)
{
    const auto cut = [](double value) {
        return std::isfinite(value) ? std::clamp(value, -FurthestPlace, FurthestPlace) : 0;
    };
    return { cut(position.x), cut(position.y) };
}

int frameOf(const CanvasDecor &decor, const AgentId &member)
{
    const auto found = std::ranges::find_if(decor.frames, [&](const CanvasFrame &frame) {
        return std::ranges::find(frame.members, member) != frame.members.end();
    });
    return found == decor.frames.end() ? -1 : static_cast<int>(found - decor.frames.begin());
}

QSet<AgentId> membersWithin(const CanvasDecor &decor, int frame)
{
    const std::vector<int> parents = parentsOf(decor);
    QSet<AgentId> members;
    for (std::size_t i = 0; i < decor.frames.size(); ++i) {
        if (!isWithin(parents, static_cast<int>(i), frame))
            continue;
        for (const AgentId &member : decor.frames[i].members)
            members.insert(member);
    }
    return members;
}

int collapsedAround(const CanvasDecor &decor, int frame)
{
    int outermost = -1;
    while (frame >= 0) {
        if (decor.frames[at(frame)].collapsed)
            outermost = frame;
        frame = frameWithId(decor, decor.frames[at(frame)].parent);
    }
    return outermost;
}

int frameWithId(const CanvasDecor &decor, const QString &id)
{
    if (id.isEmpty())
        return -1;
    const auto found = std::ranges::find(decor.frames, id, &CanvasFrame::id);
    return found == decor.frames.end() ? -1 : static_cast<int>(found - decor.frames.begin());
}

QString freeDecorId(const CanvasDecor &decor)
{
    QSet<QString> taken;
    for (const CanvasFrame &frame : decor.frames)
        taken.insert(frame.id);
    for (const CanvasNote &note : decor.notes)
        taken.insert(note.id);
    int number = 1;
    while (taken.contains(QString::number(number)))
        ++number;
    return QString::number(number);
}

CanvasDecor withFrame(CanvasDecor decor, const QSet<AgentId> &members, const QString &title)
{
    if (members.isEmpty())
        return decor;
    CanvasFrame fresh;
    fresh.id = freeDecorId(decor);
    fresh.title = title;
    fresh.color = static_cast<int>(decor.frames.size());
    const int around = commonFrame(decor, members);
    // Around all that one frame holds, the new one goes outside of it.
    const bool whole = around >= 0 && membersWithin(decor, around) == members;
    if (around >= 0)
        fresh.parent = whole ? decor.frames[at(around)].parent : decor.frames[at(around)].id;

    std::vector<bool> moved(decor.frames.size(), false);
    for (std::size_t i = 0; i < decor.frames.size(); ++i) {
        const QSet<AgentId> held = membersWithin(decor, static_cast<int>(i));
        moved[i] = !held.isEmpty() && members.contains(held);
    }
    QSet<AgentId> loose = members;
    for (std::size_t i = 0; i < decor.frames.size(); ++i) {
        CanvasFrame &frame = decor.frames[i];
        if (moved[i] && frame.parent == fresh.parent)
            frame.parent = fresh.id;
        if (moved[i])
            loose.subtract(QSet<AgentId>(frame.members.begin(), frame.members.end()));
        else
            std::erase_if(frame.members, [&](const AgentId &id) { return members.contains(id); });
    }
    fresh.members.assign(loose.cbegin(), loose.cend());
    std::sort(fresh.members.begin(), fresh.members.end());
    decor.frames.push_back(std::move(fresh));
    return decor;
}

CanvasDecor withoutFrame(CanvasDecor decor, const QString &id)
{
    const int gone = frameWithId(decor, id);
    if (gone < 0)
        return decor;
    const CanvasFrame frame = decor.frames[at(gone)];
    for (CanvasFrame &other : decor.frames) {
        if (other.parent == id)
            other.parent = frame.parent;
        if (other.id == frame.parent)
            other.members.insert(other.members.end(), frame.members.begin(), frame.members.end());
    }
    decor.frames.erase(decor.frames.begin() + gone);
    return decor;
}

CanvasDecor withMembersIn(CanvasDecor decor, const QSet<AgentId> &members, const QString &frameId)
{
    for (CanvasFrame &frame : decor.frames) {
        std::erase_if(frame.members, [&](const AgentId &id) { return members.contains(id); });
        if (frame.id != frameId || frameId.isEmpty())
            continue;
        frame.members.insert(frame.members.end(), members.cbegin(), members.cend());
        std::sort(frame.members.begin(), frame.members.end());
    }
    dropEmptyFrames(decor);
    return decor;
}

CanvasDecor withRoute(CanvasDecor decor, const AgentId &from, const AgentId &to,
    const std::vector<CanvasPosition> &points)
{
    const auto found = std::ranges::find_if(decor.routes,
        [&](const CanvasRoute &route) { return route.from == from && route.to == to; });
    if (points.empty()) {
        if (found != decor.routes.end())
            decor.routes.erase(found);
    } else if (found != decor.routes.end()) {
        found->points = points;
    } else {
        decor.routes.push_back({ from, to, points, Json::object() });
    }
    return decor;
}

void renameInDecor(WorkflowDefinition &workflow, const AgentId &from, const AgentId &to)
{
    const CanvasDecor before = canvasDecor(workflow);
    CanvasDecor decor = before;
    for (CanvasFrame &frame : decor.frames)
        std::ranges::replace(frame.members, from, to);
    for (CanvasRoute &route : decor.routes) {
        if (route.from == from)
            route.from = to;
        if (route.to == from)
            route.to = to;
    }
    if (decor != before)
        setCanvasDecor(workflow, decor);
}

void forgetInDecor(WorkflowDefinition &workflow, const QSet<AgentId> &gone)
{
    const CanvasDecor before = canvasDecor(workflow);
    CanvasDecor decor = before;
    for (CanvasFrame &frame : decor.frames)
        std::erase_if(frame.members, [&](const AgentId &id) { return gone.contains(id); });
    std::erase_if(decor.routes, [&](const CanvasRoute &route) {
        return gone.contains(route.from) || gone.contains(route.to);
    });
    if (decor == before)
        return;
    dropEmptyFrames(decor);
    setCanvasDecor(workflow, decor);
}

} // namespace renum
