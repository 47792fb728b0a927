// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "ui/builder/views/json_text_map.h"

#include <QList>
#include <QString>

#include <optional>

namespace renum::ui {

/// Something that can be written at a place of a team's text.
struct JsonSuggestion {
    QString label; ///< as it is listed
    QString text; ///< takes the place of what is between `begin` and `end`
    qsizetype caret = 0; ///< in `text`: where the person goes on

    friend bool operator==(const JsonSuggestion &, const JsonSuggestion &) = default;
};

struct JsonSuggestions {
    qsizetype begin = 0;
    qsizetype end = 0;
    QString written; ///< what the labels must begin with
    QList<JsonSuggestion> list;
};

/// What the schema allows at a place: keys that the object has not yet, words, ids of members.
/// `workflow` tells the members. Nothing where nothing is known.
[[nodiscard]] JsonSuggestions suggestionsAt(
    const QString &text, qsizetype offset, const WorkflowDefinition &workflow);

} // namespace renum::ui
