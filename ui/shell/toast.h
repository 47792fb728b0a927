// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <functional>

namespace renum::ui {

/// A short message that goes by itself, with at most one action, for example Undo.
struct Toast {
    QString text;
    QString actionText; ///< empty: no action
    std::function<void()> action;
    bool isError = false;
};

} // namespace renum::ui

Q_DECLARE_METATYPE(renum::ui::Toast)
