// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_reader.h"

#include "bench_figures.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <set>
#include <utility>

namespace renum::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int EventsAtOnce = 64;
constexpr int LookEveryMilliseconds = 100;
constexpr std::size_t BufferBytes = 64 * 1024;
constexpr double WarmUpSeconds = 1;

class File {
public:
    explicit File(int descriptor)
        : m_descriptor(descriptor)
    {
        if (descriptor < 0)
            fail(u"A connection cannot be opened."_s);
    }
    File(File &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    File &operator=(File &&) = delete;
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

File openStream(const QUrl &server, const QByteArray &path)
{
    File file(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(server.port()));
    ::inet_pton(AF_INET, server.host().toLatin1().constData(), &address.sin_addr);
    const QByteArray request = "GET " + path + " HTTP/1.1\r\nHost: " + server.host().toLatin1()
        + "\r\nAccept: text/event-stream\r\n\r\n";
    if (::connect(file.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::write(file.get(), request.constData(), std::size_t(request.size()))
            != ssize_t(request.size()))
        fail(u"The simulator cannot be reached."_s);
    return file;
}

double threadSeconds()
{
    timespec time {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// Connections that epoll watches.
class Reader {
public:
    Reader(const QUrl &server, const std::vector<QByteArray> &paths)
        : m_poll(::epoll_create1(0))
        , m_buffer(BufferBytes)
    {
        for (const QByteArray &path : paths) {
            m_streams.push_back(openStream(server, path));
            epoll_event event {};
            event.events = EPOLLIN;
            event.data.fd = m_streams.back().get();
            ::epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, event.data.fd, &event);
        }
    }

    [[nodiscard]] PlainReading readFor(double seconds)
    {
        PlainReading reading;
        std::set<int> delivering;
        const auto begin = SteadyClock::now();
        const double cpu = threadSeconds();
        while (secondsSince(begin) < seconds) {
            const int ready
                = ::epoll_wait(m_poll.get(), m_events.data(), EventsAtOnce, LookEveryMilliseconds);
            for (int i = 0; i < ready; ++i) {
                const int file = m_events.at(std::size_t(i)).data.fd;
                const ssize_t got = ::read(file, m_buffer.data(), m_buffer.size());
                if (got <= 0)
                    fail(u"The simulator has ended a stream."_s);
                reading.bytes += double(got);
                delivering.insert(file);
            }
        }
        reading.processorSeconds = threadSeconds() - cpu;
        reading.seconds = secondsSince(begin);
        reading.delivering = int(delivering.size());
        return reading;
    }

private:
    File m_poll;
    std::vector<File> m_streams;
    std::vector<char> m_buffer;
    std::array<epoll_event, EventsAtOnce> m_events {};
};

} // namespace

PlainReading readPlainly(const QUrl &server, const std::vector<QByteArray> &paths, double seconds)
{
    Reader reader(server, paths);
    // What was said before comes first and at once.
    (void)reader.readFor(WarmUpSeconds);
    return reader.readFor(seconds);
}

} // namespace renum::bench
