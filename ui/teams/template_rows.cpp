// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/template_rows.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDir>

namespace renum::ui {

namespace {

struct Rows {
    Q_DECLARE_TR_FUNCTIONS(TemplateRows)
};

/// Why a file cannot be used: what is wrong in it, where that is known.
QString reasonText(const Error &error)
{
    const QString reason = error.args.value(QStringLiteral("reason")).toString();
    return reason.isEmpty() ? errorText(error) : reason;
}

QString noteOf(const TemplateEntry &entry)
{
    return entry.error ? reasonText(*entry.error) : entry.content.description.simplified();
}

TreeRow entryRow(const TemplateEntry &entry, int position)
{
    const bool isOwn = entry.source == TemplateEntry::Source::Own;
    const QString author = entry.author.isEmpty() && isOwn ? Rows::tr("You") : entry.author;
    const QString note = noteOf(entry);
    return { entry.content.id.toString(), {},
        { entry.content.name,
            entry.error ? Rows::tr("Cannot be used")
                        : format::workflowType(entry.content.workflow.type),
            author, note },
        { { TemplateRow::EntryRole, position }, { TemplateRow::FolderRole, -1 },
            { Qt::ToolTipRole, note } },
        {} };
}

TreeRow folderRow(const TemplateFolder &folder, int position)
{
    const QString path = QDir::toNativeSeparators(folder.path);
    return { folder.path, {},
        { path, Rows::tr("Folder"), {}, folder.error ? errorText(*folder.error) : QString() },
        { { TemplateRow::EntryRole, -1 }, { TemplateRow::FolderRole, position },
            { Qt::ToolTipRole, folder.error ? errorText(*folder.error) : path } },
        {} };
}

} // namespace

std::vector<TreeRow> templateRows(const TemplateShelf &shelf)
{
    std::vector<TreeRow> rows;
    for (qsizetype i = 0; i < shelf.entries.size(); ++i) {
        if (shelf.entries[i].source == TemplateEntry::Source::Own)
            rows.push_back(entryRow(shelf.entries[i], static_cast<int>(i)));
    }
    for (qsizetype i = 0; i < shelf.folders.size(); ++i) {
        TreeRow row = folderRow(shelf.folders[i], static_cast<int>(i));
        const QString inside = shelf.folders[i].path + u'/';
        for (qsizetype j = 0; j < shelf.entries.size(); ++j) {
            const TemplateEntry &entry = shelf.entries[j];
            const bool isInside = entry.source == TemplateEntry::Source::Folder
                && entry.path.startsWith(inside)
                && !entry.path.sliced(inside.size()).contains(u'/');
            if (isInside)
                row.children.push_back(entryRow(entry, static_cast<int>(j)));
        }
        rows.push_back(std::move(row));
    }
    makeKeysUnique(rows);
    return rows;
}

} // namespace renum::ui
