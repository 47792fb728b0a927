// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/secret_store.h"
#include "tests/ui/page_test.h"

namespace renum::ui {

/// A keychain that can be out of order.
class FakeKeychain : public MemorySecretStore {
public:
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(QString key) override
    {
        if (broken)
            co_return failure(code::KeychainUnavailable);
        const Result<QByteArray> secret = co_await MemorySecretStore::read(key);
        co_return secret;
    }
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, QByteArray secret) override
    {
        if (broken)
            co_return failure(code::KeychainUnavailable);
        ++writes;
        const Result<void> written = co_await MemorySecretStore::write(key, secret);
        co_return written;
    }

    bool broken = false;
    int writes = 0;
};

} // namespace renum::ui
