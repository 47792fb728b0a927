// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QtGlobal>

namespace renum::ui {

/// What a value takes in memory, roughly, in bytes.
[[nodiscard]] inline qsizetype jsonSize(const Json &value)
{
    constexpr qsizetype plain = 80;
    if (value.is_string())
        return plain + static_cast<qsizetype>(value.get_ref<const std::string &>().size());
    qsizetype size = plain;
    if (value.is_structured()) {
        for (const Json &part : value)
            size += jsonSize(part);
    }
    return size;
}

} // namespace renum::ui
