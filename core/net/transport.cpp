// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transport.h"

#include "core/net/socket_transport.h"

#ifdef Q_OS_LINUX
#include "core/net/epoll_transport.h"
#endif

namespace renum {

using namespace Qt::StringLiterals;

std::unique_ptr<Transport> makeTransport(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return std::make_unique<SocketTransport>(url.host());
#ifdef Q_OS_LINUX
    return std::make_unique<EpollTransport>();
#else
    return std::make_unique<SocketTransport>(QString());
#endif
}

} // namespace renum
