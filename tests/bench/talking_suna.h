// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QUrl>

#include <chrono>

namespace renum::bench {

/// The simulator as a program of its own, with agents (`agent-0` …) that talk without a pause:
/// about 20 pieces a second each. Ends with this object; any trouble ends the program.
class TalkingSuna {
public:
    /// The simulator sends pieces of 16 letters on average.
    static constexpr double LettersPerSecond = 320;

    /// The agents have something to say for `seconds` and some time to spare before.
    TalkingSuna(const QString &folder, int agents, int seconds);
    ~TalkingSuna();
    TalkingSuna(const TalkingSuna &) = delete;
    TalkingSuna &operator=(const TalkingSuna &) = delete;

    [[nodiscard]] QUrl url() const { return m_url; }
    /// Of all its threads so far.
    [[nodiscard]] double processorSeconds() const;

private:
    QProcess m_process;
    QUrl m_url;
};

/// Each stream is a connection and so a file; ends the program when the system does not allow them.
void allowFiles(int streams);
[[nodiscard]] double residentMiB();
void runLoopFor(std::chrono::milliseconds time);

} // namespace renum::bench
