// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "ui/builder/picture/picture_sheet.h"

#include <optional>

namespace renum::ui {

/// What a file of this name holds; none for another suffix.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString &path);

/// Writes all of it or leaves the file as it was. Long, and good for any thread.
[[nodiscard]] Result<void> writePicture(const QString &path, const PictureContent &content);

/// In the person's language, as nothing but this knows what was to be written.
[[nodiscard]] Error pictureExists(const QString &path);

} // namespace renum::ui
