// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/builder_commands.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QAction *make(QObject *owner, QWidget *page, const char *name, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(action);
    return action;
}

} // namespace

BuilderCommands::BuilderCommands(Theme *theme, QWidget *page)
    : QObject(page)
    , newTeam(make(this, page, "newTeam", { QKeySequence::New }))
    , undo(make(this, page, "undoEdit", { QKeySequence::Undo }))
    , redo(make(this, page, "redoEdit", { QKeySequence::Redo }))
    , save(make(this, page, "saveTeam", { QKeySequence::Save }))
    , plan(make(this, page, "previewPlan", { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P) }))
    , run(make(this, page, "runTeam", { QKeySequence(Qt::CTRL | Qt::Key_R) }))
    , importTeam(make(this, page, "importTeam", { QKeySequence(Qt::CTRL | Qt::Key_O) }))
    , exportTeam(make(this, page, "exportTeam", { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E) }))
    , exportPicture(
          make(this, page, "exportPicture", { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I) }))
    , saveTemplate(
          make(this, page, "saveAsTemplate", { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T) }))
    , replaceMissing(make(this, page, "replaceMissing", {}))
    , versions(make(this, page, "showVersions", { QKeySequence(Qt::CTRL | Qt::Key_H) }))
    , close(make(this, page, "closeTeam", { QKeySequence(Qt::CTRL | Qt::Key_W) }))
{
    undo->setIcon(theme->icon(u"undo"_s, ColorToken::TextDim));
    redo->setIcon(theme->icon(u"redo"_s, ColorToken::TextDim));
    save->setIcon(theme->icon(u"save"_s, ColorToken::TextDim));
    run->setIcon(theme->icon(u"play"_s, ColorToken::AccentText));
    retranslate();
}

void BuilderCommands::retranslate()
{
    newTeam->setText(tr("New team"));
    undo->setText(tr("Undo"));
    redo->setText(tr("Redo"));
    save->setText(tr("Save"));
    save->setToolTip(tr("Saves this version of the team (Ctrl+S)"));
    plan->setText(tr("Preview plan"));
    plan->setToolTip(tr("Who works when, for how long and for how much (Ctrl+Shift+P)"));
    run->setText(tr("Run"));
    importTeam->setText(tr("Import a team…"));
    exportTeam->setText(tr("Export the team…"));
    exportPicture->setText(tr("Export as a picture…"));
    replaceMissing->setText(tr("Replace missing agents…"));
    saveTemplate->setText(tr("Save as a template…"));
    versions->setText(tr("Versions…"));
    versions->setToolTip(
        tr("Compare this team with its earlier versions, and bring one back (Ctrl+H)"));
    close->setText(tr("Close the team"));
}

} // namespace renum::ui
