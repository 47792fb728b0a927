// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_server.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace renum {

/// Incremental parser of HTTP/1.x requests around Boost.Beast. Bytes in, requests out; keeps what
/// follows a request for the next one. Memory is bounded by the limits. No I/O.
class HttpRequestParser {
public:
    enum class State {
        Idle, ///< no byte of a request yet
        Receiving,
        Complete, ///< takeRequest() is next
        Failed, ///< errorStatus() says why; nothing more is read
    };

    explicit HttpRequestParser(const HttpServerLimits &limits);
    ~HttpRequestParser();
    HttpRequestParser(const HttpRequestParser &) = delete;
    HttpRequestParser &operator=(const HttpRequestParser &) = delete;

    /// Parses up to the end of one request. Call it with nothing to go on after takeRequest().
    State feed(QByteArrayView bytes);
    [[nodiscard]] State state() const;
    /// 400, 413 or 431 once failed.
    [[nodiscard]] int errorStatus() const;
    /// The peer waits for `100 Continue` before it sends the body. True once a request.
    [[nodiscard]] bool takeContinueWish();
    /// Valid while complete: may the connection serve another request, and does the peer know
    /// chunks?
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool knowsChunks() const;
    [[nodiscard]] ServerRequest takeRequest();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Incremental parser of one HTTP/1.x response around Boost.Beast. Skips interim answers (1xx). The
/// body is handed out as it comes, without chunk framing. No I/O.
class HttpResponseParser {
public:
    enum class State {
        Head,
        Body,
        Complete,
        Failed, ///< not HTTP, or cut short
    };
    /// What was asked: the answer to HEAD has no body, whatever its headers say.
    enum class Method { Head, Other };

    explicit HttpResponseParser(Method method);
    ~HttpResponseParser();
    HttpResponseParser(const HttpResponseParser &) = delete;
    HttpResponseParser &operator=(const HttpResponseParser &) = delete;

    State feed(QByteArrayView bytes);
    /// The peer has closed: Complete when that is a proper end here, else Failed.
    State finish();
    [[nodiscard]] State state() const;
    /// 0 before the head is complete.
    [[nodiscard]] int status() const;
    [[nodiscard]] HttpHeaders headers() const;
    /// What the last calls of feed() found of the body.
    [[nodiscard]] QByteArray takeBody();
    /// Why it failed, in a few English words; empty when it was cut short.
    [[nodiscard]] QString problem() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Could this text, in a header, be taken for a line of its own?
[[nodiscard]] bool breaksFraming(const QByteArray &text);

/// Request line and headers, with the empty line. `framing` replaces headers of the same name.
[[nodiscard]] QByteArray requestHead(const QByteArray &method, const QByteArray &target,
    const HttpHeaders &headers, const HttpHeaders &framing);

/// Status line and headers, with the empty line. Headers that could break the framing (line breaks
/// in them, or names that the server sets itself) are left out.
[[nodiscard]] QByteArray responseHead(
    int status, const HttpHeaders &headers, const HttpHeaders &framing);

/// For example "Not Found".
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace renum
