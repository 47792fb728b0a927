// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace renum::ui {

class Page;

/// What the rail says of a destination, before its page exists.
struct PageEntry {
    QString id; ///< stable, for settings; also the name of its icon
    std::function<QString()> title; ///< in the language of the moment
};

/// Makes a page that its parent owns, ready to be shown.
using PageMaker = std::function<Page *(QWidget *parent)>;

} // namespace renum::ui
