// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum {
class DraftJournal;
class Workspace;
}

namespace renum::ui {

class BuilderHabits;
class NoteFiles;
class Theme;

/// What the builder works with. All outlive it. Without settings and notes nothing of a person's
/// habits is remembered.
struct BuilderParts {
    Workspace *workspace = nullptr;
    DraftJournal *journal = nullptr;
    Theme *theme = nullptr;
    NoteFiles *notes = nullptr;
    BuilderHabits *habits = nullptr;
};

} // namespace renum::ui
