// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <vector>

namespace renum::bench {

/// What the least costs: sockets that one thread reads with epoll into a buffer and forgets.
struct PlainReading {
    double seconds = 0;
    double processorSeconds = 0; ///< of the reading thread
    double bytes = 0;
    int delivering = 0; ///< connections that brought something
};

/// Opens a connection to the server for each of the paths, asks for it with GET, and reads for so
/// long. Any trouble ends the program.
[[nodiscard]] PlainReading readPlainly(
    const QUrl &server, const std::vector<QByteArray> &paths, double seconds);

} // namespace renum::bench
