// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_cost_book.h"

#include <utility>

namespace renum {

LocalCostBook::LocalCostBook(LocalCaller caller, QObject *parent)
    : CostBook(parent)
    , m_caller(std::move(caller))
{
}

} // namespace renum
