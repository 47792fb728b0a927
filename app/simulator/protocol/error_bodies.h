// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "core/net/http_server.h"

/// Answers as FastAPI gives them (suna-api §1.3).
namespace renum::sim {

[[nodiscard]] ServerResponse jsonAnswer(const WireJson &body, int status = 200);
/// `{"detail": "…"}`
[[nodiscard]] ServerResponse detail(int status, const QString &text);
/// 422 with one entry: a required field is absent. `place` is `body`, `query` …
[[nodiscard]] ServerResponse missingField(const char *place, const QString &name);
/// 422: the value has the wrong type or lies outside its range.
[[nodiscard]] ServerResponse invalidField(
    const char *place, const QString &name, const QString &input, const QString &message);
/// `{"error": "…", "code": "…"}`, the way of V4.
[[nodiscard]] ServerResponse kortixError(int status, const QString &text, const QString &code);

/// `{"error": {"message", "type", "param", "code"}}`, as OpenAI-compatible endpoints answer; an
/// empty code is null.
[[nodiscard]] WireJson chatErrorJson(const QString &text, const char *type, const QString &code);
[[nodiscard]] ServerResponse chatError(
    int status, const QString &text, const char *type, const QString &code = {});

} // namespace renum::sim
