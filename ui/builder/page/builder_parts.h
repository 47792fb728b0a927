// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum {
class DraftJournal;
class Workspace;
}

namespace renum::ui {

class Theme;

/// What the builder works with. All outlive it.
struct BuilderParts {
    Workspace *workspace = nullptr;
    DraftJournal *journal = nullptr;
    Theme *theme = nullptr;
};

} // namespace renum::ui
