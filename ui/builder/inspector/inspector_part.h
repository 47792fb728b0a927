// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace renum::ui {

class AgentCatalog;
class EditTarget;
class Field;
class MemberSelection;
class SampleSource;
class TeamDirectory;
class Theme;

/// What the parts of an inspector work with. Everything outlives them.
struct InspectorContext {
    EditTarget *target;
    MemberSelection *selection;
    AgentCatalog *catalog;
    SampleSource *samples;
    TeamDirectory *teams;
    Theme *theme;
};

/// Fields that belong together. Shows what the target is, changes it, and keeps nothing of it.
class InspectorPart : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPart(const InspectorContext &context, QWidget *parent = nullptr);

    /// The heading of the part; its words may be others after a change of the language.
    [[nodiscard]] virtual QString title() const = 0;
    /// Whether it says something about the target.
    [[nodiscard]] virtual bool applies() const { return true; }
    /// The language is another one. Followed by refresh().
    virtual void retranslate() = 0;
    /// The target is another one, or has changed. Called only when the part applies.
    virtual void refresh() = 0;
    /// Shows the findings at the fields that they are about and gives back the others. Their paths
    /// begin at the target.
    [[nodiscard]] virtual Problems showProblems(const Problems &problems);
    /// Another target is going to be shown.
    virtual void forgetTyping();

protected:
    [[nodiscard]] const EditTarget &target() const { return *m_context.target; }
    [[nodiscard]] const InspectorContext &context() const noexcept { return m_context; }
    [[nodiscard]] QVBoxLayout *rows() const noexcept { return m_rows; }
    /// Adds a row. `pointers` are the places in the target whose findings are shown there; findings
    /// inside of them as well.
    void add(Field *field, const QString &name, const QStringList &pointers = {});
    /// The same, without a row of its own.
    void adopt(Field *field, const QString &name, const QStringList &pointers);
    /// Two fields in one row.
    void addPair(QWidget *first, QWidget *second);

private:
    struct Entry {
        Field *field;
        QStringList pointers;
    };
    InspectorContext m_context;
    QVBoxLayout *m_rows;
    std::vector<Entry> m_entries;
};

/// Takes those out that are at one of these places or inside it.
[[nodiscard]] Problems takeProblems(Problems &problems, const QStringList &pointers);

} // namespace renum::ui
