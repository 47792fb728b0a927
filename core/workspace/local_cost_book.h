// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"
#include "core/workspace/local_caller.h"

namespace renum {

/// CostBook of the embedded engine.
class LocalCostBook : public CostBook {
    Q_OBJECT

public:
    explicit LocalCostBook(LocalCaller caller, QObject *parent = nullptr);

private:
    LocalCaller m_caller;
};

} // namespace renum
