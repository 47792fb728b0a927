// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

namespace {

ServerResponse validation(const char *type, const char *place, const QString &name,
    const char *message, const WireJson &input)
{
    const WireJson entry { { "type", type }, { "loc", { place, utf8(name) } }, { "msg", message },
        { "input", input } };
    return jsonAnswer({ { "detail", WireJson::array({ entry }) } }, 422);
}

} // namespace

ServerResponse jsonAnswer(const WireJson &body, int status)
{
    return { status, { { "Content-Type", "application/json" } }, restJson(body) };
}

ServerResponse detail(int status, const QString &text)
{
    return jsonAnswer({ { "detail", utf8(text) } }, status);
}

ServerResponse missingField(const char *place, const QString &name)
{
    return validation("missing", place, name, "Field required", nullptr);
}

ServerResponse invalidField(
    const char *place, const QString &name, const QString &input, const QString &message)
{
    return validation("value_error", place, name, message.toUtf8().constData(), utf8(input));
}

ServerResponse kortixError(int status, const QString &text, const QString &code)
{
    return jsonAnswer({ { "error", utf8(text) }, { "code", utf8(code) } }, status);
}

WireJson chatErrorJson(const QString &text, const char *type, const QString &code)
{
    return { { "error",
        { { "message", utf8(text) }, { "type", type }, { "param", nullptr },
            { "code", textOrNull(code) } } } };
}

ServerResponse chatError(int status, const QString &text, const char *type, const QString &code)
{
    return jsonAnswer(chatErrorJson(text, type, code), status);
}

} // namespace renum::sim
