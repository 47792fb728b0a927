// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum::ui {

/// The text of copiedMembers() in core/workflow/editing/member_clipboard.h, for drag and drop and
/// for the clipboard.
inline const QString MemberMimeType = QStringLiteral("application/vnd.renum.members+json");

} // namespace renum::ui
