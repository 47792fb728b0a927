// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/form_parser.h"
#include "app/simulator/protocol/rest_shapes.h"
#include "app/simulator/routes/paging.h"
#include "app/simulator/routes/route_groups.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

ServerResponse listThreads(const Service &service, const RouteCall &call)
{
    ServerResponse refusal;
    const auto page = queryPage(call, 100, 1000, refusal);
    if (!page)
        return refusal;
    const auto &threads = service.world().threads();
    const auto total = static_cast<qsizetype>(threads.size());
    WireJson list = WireJson::array();
    for (qsizetype index = page->begin(); index < std::min(total, page->begin() + page->limit);
         ++index)
        list.push_back(threadListJson(*threads[static_cast<size_t>(total - 1 - index)]));
    const qsizetype pages = (total + page->limit - 1) / page->limit;
    return jsonAnswer({ { "threads", list },
        { "pagination",
            { { "page", page->number }, { "limit", page->limit }, { "total", total },
                { "pages", pages } } } });
}

/// `name` is optional, and so is the form.
ServerResponse createThread(Service &service, const RouteCall &call)
{
    FormData form;
    if (!call.request.body.isEmpty()) {
        const auto parsed = parseForm(call.request.header("Content-Type"), call.request.body);
        if (!parsed)
            return detail(400, u"There was an error parsing the body"_s);
        form = *parsed;
    }
    const QString name = form.text(u"name"_s).value_or(QString());
    const ThreadRecord &thread = service.createThread(name.isEmpty() ? u"New Chat"_s : name);
    return jsonAnswer(
        { { "thread_id", utf8(thread.id) }, { "project_id", utf8(thread.projectId) } });
}

ServerResponse getThread(const Service &service, const RouteCall &call)
{
    const ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    return jsonAnswer(threadJson(*thread, service.clock()->now()));
}

} // namespace

void addThreadRoutes(Router &router, Service &service)
{
    const QString prefix = service.profile().prefix;
    router.add({ "GET", prefix + u"/threads"_s, u"threads_list"_s, Access::Required,
        [&service](const RouteCall &call) { return listThreads(service, call); },
        { u"page"_s, u"limit"_s } });
    router.add({ "POST", prefix + u"/threads"_s, u"thread_create"_s, Access::Required,
        [&service](const RouteCall &call) { return createThread(service, call); } });
    router.add({ "GET", prefix + u"/threads/{thread_id}"_s, u"thread_get"_s, Access::OptionalAuth,
        [&service](const RouteCall &call) { return getThread(service, call); } });
}

} // namespace renum::sim
