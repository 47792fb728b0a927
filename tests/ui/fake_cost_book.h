// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"

namespace renum::ui {

/// CostBook of a FakeWorkspace.
class FakeCostBook : public CostBook {
    Q_OBJECT

public:
    using CostBook::CostBook;
};

} // namespace renum::ui
