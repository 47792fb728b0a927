// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "ui/graph/graph_model.h"

#include <QByteArray>
#include <QImage>

#include <optional>
#include <variant>

namespace renum::ui {

enum class PictureFormat { Png, Svg, Pdf };

/// What a file of this name holds; none for another suffix.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString &path);

/// Encoded, or pixels that are still to be encoded.
using PictureContent = std::variant<QByteArray, QImage>;

/// Paints a team's graph, on the GUI thread. Print is on white, whatever the theme.
[[nodiscard]] PictureContent paintPicture(
    const GraphModel &graph, const Theme &theme, PictureFormat format, const QString &title);

/// Writes all of it or leaves the file as it was. Long, and good for any thread.
[[nodiscard]] Result<void> writePicture(const QString &path, const PictureContent &content);

/// In the person's language, as nothing but this knows what was to be written.
[[nodiscard]] Error pictureExists(const QString &path);

} // namespace renum::ui
