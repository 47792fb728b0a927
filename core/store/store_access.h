// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "core/store/writer.h"

#include <functional>
#include <memory>
#include <utility>

namespace renum {

/// The way to the threads that read and write a database: for the store and for those parts of it
/// that have an interface of their own. Errors are those of the work, and the store's.
class StoreAccess {
public:
    /// Without a writer the database is open for reading only.
    StoreAccess(QString file, std::unique_ptr<Writer> writer, std::unique_ptr<Reader> reader);
    ~StoreAccess();
    StoreAccess(const StoreAccess &) = delete;
    StoreAccess &operator=(const StoreAccess &) = delete;

    [[nodiscard]] const QString &file() const noexcept { return m_file; }

    /// Queues work; the answer comes when it is durable.
    [[nodiscard]] OneShot<Result<void>> write(
        Writer::Work work, Durability durability, std::size_t bytes = 0) const;

    /// Asks in one snapshot.
    template<typename T>
    [[nodiscard]] OneShot<Result<T>> read(std::function<Result<T>(ReadSession &)> question) const
    {
        OneShot<Result<T>> answer;
        m_reader->ask<T>(std::move(question), answer);
        return answer;
    }

private:
    QString m_file;
    // The reader ends first: the last to close tidies the log up, which a reader may not.
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Reader> m_reader;
};

} // namespace renum
