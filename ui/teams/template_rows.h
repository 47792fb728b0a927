// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/template_entry.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <vector>

namespace renum::ui {

struct TemplateRow {
    enum Role {
        EntryRole = KeyedTreeModel::FirstFreeRole, ///< position in the shelf's entries, or -1
        FolderRole, ///< position in its folders, or -1
    };
    enum Column { NameColumn, TypeColumn, AuthorColumn, NoteColumn, ColumnCount };
};

/// One's own templates, then each folder with its own.
[[nodiscard]] std::vector<TreeRow> templateRows(const TemplateShelf &shelf);

} // namespace renum::ui
