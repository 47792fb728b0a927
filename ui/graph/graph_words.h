// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace renum::ui {

/// The translation context of what is said about a graph outside of a widget.
struct GraphWords {
    Q_DECLARE_TR_FUNCTIONS(Graph)
};

} // namespace renum::ui
