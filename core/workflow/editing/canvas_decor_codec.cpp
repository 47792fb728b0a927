// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/canvas_decor.h"

#include <QHash>

#include <algorithm>
#include <utility>

/// The decor as JSON: `{"frames": […], "notes": […], "routes": […], "prompt": {x, y}, …}`.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Key = "canvas";
/// Of each list. What is beyond it is kept, but not drawn.
constexpr std::size_t MostEntries = 5'000;

std::optional<CanvasPosition> readPosition(const Json *json)
{
    if (!json)
        return {};
    const auto x = numberAt(*json, "x");
    const auto y = numberAt(*json, "y");
    if (!x || !y)
        return {};
    return drawable({ *x, *y });
}

Json positionJson(const CanvasPosition &position)
{
    return { { "x", position.x }, { "y", position.y } };
}

/// `object` without those keys.
Json without(Json object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        object.erase(key);
    return object;
}

std::optional<CanvasFrame> readFrame(const Json &json)
{
    const auto id = stringAt(json, "id");
    const Json *members = memberAt(json, "members");
    if (!id || id->isEmpty() || (members && !members->is_array()))
        return {};
    CanvasFrame frame;
    frame.id = *id;
    frame.title = stringAt(json, "title").value_or(u""_s);
    frame.color = static_cast<int>(std::clamp<qint64>(integerAt(json, "color").value_or(0), 0, 99));
    frame.parent = stringAt(json, "parent").value_or(u""_s);
    frame.collapsed = boolAt(json, "collapsed").value_or(false);
    if (members) {
        for (const Json &member : *members) {
            if (member.is_string())
                frame.members.emplace_back(toQString(member));
        }
    }
    frame.extra = without(json, { "id", "title", "color", "parent", "collapsed", "members" });
    return frame;
}

Json frameJson(const CanvasFrame &frame)
{
    Json json = frame.extra.is_object() ? frame.extra : Json::object();
    json["id"] = toJson(frame.id);
    json["title"] = toJson(frame.title);
    json["color"] = frame.color;
    if (!frame.parent.isEmpty())
        json["parent"] = toJson(frame.parent);
    if (frame.collapsed)
        json["collapsed"] = true;
    Json members = Json::array();
    for (const AgentId &member : frame.members)
        members.push_back(toJson(member.toString()));
    json["members"] = std::move(members);
    return json;
}

std::optional<CanvasNote> readNote(const Json &json)
{
    const auto id = stringAt(json, "id");
    const auto text = stringAt(json, "text");
    const auto position = readPosition(&json);
    if (!id || id->isEmpty() || !text || !position)
        return {};
    return CanvasNote { *id, *text, *position, without(json, { "id", "text", "x", "y" }) };
}

Json noteJson(const CanvasNote &note)
{
    Json json = note.extra.is_object() ? note.extra : Json::object();
    json["id"] = toJson(note.id);
    json["text"] = toJson(note.text);
    json.update(positionJson(note.position));
    return json;
}

std::optional<CanvasRoute> readRoute(const Json &json)
{
    const Json *points = memberAt(json, "points");
    if (!points || !points->is_array() || points->empty() || points->size() > MostEntries)
        return {};
    CanvasRoute route;
    route.from = AgentId(stringAt(json, "from").value_or(u""_s));
    route.to = AgentId(stringAt(json, "to").value_or(u""_s));
    for (const Json &point : *points) {
        const auto position = readPosition(&point);
        if (!position)
            return {};
        route.points.push_back(*position);
    }
    route.extra = without(json, { "from", "to", "points" });
    return route;
}

Json routeJson(const CanvasRoute &route)
{
    Json json = route.extra.is_object() ? route.extra : Json::object();
    if (!route.from.isEmpty())
        json["from"] = toJson(route.from.toString());
    if (!route.to.isEmpty())
        json["to"] = toJson(route.to.toString());
    Json points = Json::array();
    for (const CanvasPosition &point : route.points)
        points.push_back(positionJson(point));
    json["points"] = std::move(points);
    return json;
}

/// Takes what can be read out of `object[key]`; the rest stays there.
template<typename Entry, typename Read>
std::vector<Entry> takeList(Json &object, const char *key, const Read &read)
{
    std::vector<Entry> entries;
    const auto list = object.find(key);
    if (list == object.end() || !list->is_array())
        return entries;
    Json rest = Json::array();
    for (const Json &json : *list) {
        std::optional<Entry> entry;
        if (entries.size() < MostEntries)
            entry = read(json);
        if (entry)
            entries.push_back(std::move(*entry));
        else
            rest.push_back(json);
    }
    if (rest.empty())
        object.erase(key);
    else
        *list = std::move(rest);
    return entries;
}

template<typename Entry, typename Write>
void putList(Json &object, const char *key, const std::vector<Entry> &entries, const Write &write)
{
    if (entries.empty())
        return;
    Json list = Json::array();
    for (const Entry &entry : entries)
        list.push_back(write(entry));
    const Json *rest = memberAt(object, key);
    if (rest && rest->is_array())
        list.insert(list.end(), rest->begin(), rest->end());
    object[key] = std::move(list);
}

std::optional<CanvasPosition> takePosition(Json &object, const char *key)
{
    const auto position = readPosition(memberAt(object, key));
    if (position)
        object.erase(key);
    return position;
}

/// Ids are unique, every member is in one frame, and frames are in each other without a circle.
void settleFrames(CanvasDecor &decor)
{
    QHash<QString, std::size_t> known;
    QSet<AgentId> held;
    for (std::size_t i = 0; i < decor.frames.size(); ++i) {
        CanvasFrame &frame = decor.frames[i];
        while (known.contains(frame.id))
            frame.id += u'_';
        known.insert(frame.id, i);
        std::erase_if(frame.members, [&](const AgentId &id) {
            const bool twice = held.contains(id);
            held.insert(id);
            return twice;
        });
    }
    for (CanvasFrame &frame : decor.frames) {
        QSet<QString> seen { frame.id };
        QString parent = frame.parent;
        while (!parent.isEmpty() && known.contains(parent) && !seen.contains(parent)) {
            seen.insert(parent);
            parent = decor.frames[known.value(parent)].parent;
        }
        if (!known.contains(frame.parent) || (!parent.isEmpty() && seen.contains(parent)))
            frame.parent.clear();
    }
}

} // namespace

CanvasDecor canvasDecor(const WorkflowDefinition &workflow)
{
    CanvasDecor decor;
    const Json *json = memberAt(workflow.extra, Key);
    if (!json || !json->is_object())
        return decor;
    decor.extra = *json;
    decor.frames = takeList<CanvasFrame>(decor.extra, "frames", readFrame);
    decor.notes = takeList<CanvasNote>(decor.extra, "notes", readNote);
    decor.routes = takeList<CanvasRoute>(decor.extra, "routes", readRoute);
    decor.prompt = takePosition(decor.extra, "prompt");
    decor.result = takePosition(decor.extra, "result");
    settleFrames(decor);
    return decor;
}

void setCanvasDecor(WorkflowDefinition &workflow, const CanvasDecor &decor)
{
    // What another product put there is not ours to drop.
    const Json *there = memberAt(workflow.extra, Key);
    if (there && !there->is_object() && decor == CanvasDecor())
        return;
    Json json = decor.extra.is_object() ? decor.extra : Json::object();
    putList(json, "frames", decor.frames, frameJson);
    putList(json, "notes", decor.notes, noteJson);
    putList(json, "routes", decor.routes, routeJson);
    if (decor.prompt)
        json["prompt"] = positionJson(*decor.prompt);
    if (decor.result)
        json["result"] = positionJson(*decor.result);
    if (json.empty())
        workflow.extra.erase(Key);
    else
        workflow.extra[Key] = std::move(json);
}

} // namespace renum
