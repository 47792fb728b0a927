// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connection_controller.h"

namespace renum::ui {

/// For windows whose test never connects anywhere.
class NoConnectionChange : public ConnectionController {
public:
    [[nodiscard]] ConnectionChoice current() const override { return {}; }
    [[nodiscard]] QCoro::Task<Result<void>> apply(
        ConnectionChoice, ConnectionSecrets, SecretKeeping) override
    {
        co_return Result<void>();
    }
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> check(
        ConnectionChoice, ConnectionSecrets) override
    {
        co_return Result<ConnectionReport>(ConnectionReport());
    }
};

} // namespace renum::ui
