// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/inspector_part.h"

#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/field.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

InspectorPart::InspectorPart(const InspectorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::Space3);
}

Problems InspectorPart::showProblems(const Problems &problems)
{
    Problems rest = problems;
    for (const Entry &entry : m_entries) {
        // What cannot be seen is not told.
        if (!entry.field->isHidden())
            entry.field->setProblems(takeProblems(rest, entry.pointers));
    }
    return rest;
}

void InspectorPart::forgetTyping()
{
    for (const Entry &entry : m_entries)
        entry.field->forgetTyping();
}

void InspectorPart::add(Field *field, const QString &name, const QStringList &pointers)
{
    adopt(field, name, pointers);
    m_rows->addWidget(field);
}

void InspectorPart::adopt(Field *field, const QString &name, const QStringList &pointers)
{
    field->control()->setObjectName(name);
    m_entries.push_back({ field, pointers });
    connect(field, &Field::left, this, [this] { target().endMerging(); });
}

void InspectorPart::addPair(QWidget *first, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Space2);
    row->addWidget(first, 1, Qt::AlignTop);
    row->addWidget(second, 1, Qt::AlignTop);
    m_rows->addLayout(row);
}

Problems takeProblems(Problems &problems, const QStringList &pointers)
{
    const auto isThere = [&pointers](const Problem &problem) {
        return std::ranges::any_of(pointers, [&problem](const QString &pointer) {
            return problem.path == pointer || problem.path.startsWith(pointer + u'/');
        });
    };
    Problems taken;
    for (const Problem &problem : std::as_const(problems)) {
        if (isThere(problem))
            taken.append(problem);
    }
    problems.removeIf(isThere);
    return taken;
}

} // namespace renum::ui
