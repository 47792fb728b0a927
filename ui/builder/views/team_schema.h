// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// Which keys and values the text of a team can have where (contract §1.4.1 and §3).
namespace renum::ui {

/// What stands at one place of a team's text.
enum class SchemaNode {
    Free, ///< anything, as the schema of an agent's answer
    Team,
    TeamConfig,
    Workflow,
    WorkflowConfig,
    Approval,
    Member,
    AgentConfig,
    Input,
    Source,
    Retry,
    Feedback,
    Position,
    Condition,
    Text,
    Number,
    Flag,
    MemberId, ///< the id of a member
    FieldPath, ///< what a condition looks at
    FinalResult,
    WorkflowKind,
    MemberForm,
    Role,
    SourceKind, ///< of a whole input
    PartKind, ///< of one of several sources
    Operator,
    ToolsMode,
    Effort,
    FailurePolicy,
    Merge,
    ErrorKind,
};

struct SchemaPlace {
    SchemaNode node = SchemaNode::Free;
    bool isList = false; ///< a list of those
};

/// What stands at a JSON pointer of a team's text; none where a team has nothing.
[[nodiscard]] std::optional<SchemaPlace> schemaAt(const QString &pointer);
/// The keys of such an object, in the order in which a person writes them; none for what is none.
[[nodiscard]] QStringList schemaKeys(SchemaNode node);
/// What a key of an object holds.
[[nodiscard]] std::optional<SchemaPlace> schemaOf(SchemaNode node, const QString &key);
/// The words that a value can be, quotes aside; empty where it can be anything.
[[nodiscard]] QStringList schemaWords(SchemaNode node);
/// Whether such a value stands in quotes.
[[nodiscard]] bool isQuoted(SchemaNode node);
/// Whether it is an object.
[[nodiscard]] bool isObject(SchemaNode node);

} // namespace renum::ui
