// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace renum::ui {

/// The sentences for one code, in English, to be translated in context `ErrorText`. `{name}` stands
/// for the argument of that name.
struct ErrorSentence {
    const char *code;
    const char *plain; ///< always possible
    const char *detailed = nullptr; ///< used when every argument it names is there
};

/// What may go wrong while agents share values and messages; part of errorSentences().
[[nodiscard]] std::span<const ErrorSentence> teamworkSentences();
/// What may go wrong with model endpoints; part of errorSentences().
[[nodiscard]] std::span<const ErrorSentence> modelSentences();
/// One entry for each code of core/model/error_codes.h.
[[nodiscard]] std::span<const ErrorSentence> errorSentences();
/// One entry for each rule a person can meet, W-01 … W-21, and for what the lint finds, L-01 …
/// L-04.
[[nodiscard]] std::span<const ErrorSentence> problemSentences();
/// For rules without a number, by the name of the field that breaks them.
[[nodiscard]] std::span<const ErrorSentence> fieldSentences();

} // namespace renum::ui
