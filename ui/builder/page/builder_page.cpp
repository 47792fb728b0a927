// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/builder_page.h"

#include "core/model/error_codes.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_commands.h"
#include "ui/builder/page/builder_header.h"
#include "ui/builder/page/builder_view.h"
#include "ui/builder/page/conversion_dialog.h"
#include "ui/builder/page/missing_agents.h"
#include "ui/builder/page/open_teams.h"
#include "ui/builder/page/part_runs.h"
#include "ui/builder/page/run_outlook.h"
#include "ui/builder/page/strategy_bar.h"
#include "ui/builder/page/strategy_hint.h"
#include "ui/builder/page/team_files.h"
#include "ui/builder/page/team_saver.h"
#include "ui/builder/picture/picture_files.h"
#include "ui/teams/template_keeper.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

BuilderPage::BuilderPage(const BuilderParts &parts, QWidget *parent)
    : Page(parent)
    , m_parts(parts)
    , m_catalog(new AgentCatalog(parts.workspace, this))
    , m_commands(new BuilderCommands(parts.theme, this))
    , m_header(new BuilderHeader(
          { m_commands->undo, m_commands->redo, m_commands->save, m_commands->plan, m_commands->run,
              { m_commands->newTeam, m_commands->importTeam, m_commands->exportTeam,
                  m_commands->exportPicture, m_commands->saveTemplate, nullptr,
                  m_commands->replaceMissing, m_commands->versions, nullptr, m_commands->close } },
          parts.theme, this))
    , m_open(new OpenTeams(parts, m_catalog, this))
    , m_saver(new TeamSaver(parts.workspace, this))
    , m_files(new TeamFiles(this))
    , m_pictures(new PictureFiles(parts.theme, this))
    , m_templates(new TemplateKeeper(parts.workspace, this))
    , m_runs(new PartRuns(parts.workspace, this))
    , m_outlook(new RunOutlook(parts.workspace, this))
{
    setLook(this, Look::Page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_open);
    connectParts();
    refresh();
}

void BuilderPage::connectParts()
{
    connect(m_open, &OpenTeams::currentChanged, this, &BuilderPage::followCurrent);
    connect(m_open, &OpenTeams::closeRequested, this, &BuilderPage::close);
    connect(m_header->strategy(), &StrategyBar::strategyRequested, this, &BuilderPage::convert);
    connect(m_header->strategyHint(), &StrategyHint::accepted, this, &BuilderPage::applyConversion);
    connect(m_commands->newTeam, &QAction::triggered, this, &BuilderPage::newTeam);
    connect(m_commands->undo, &QAction::triggered, this, [this] { document()->history()->undo(); });
    connect(m_commands->redo, &QAction::triggered, this, [this] { document()->history()->redo(); });
    connect(m_commands->save, &QAction::triggered, this, &BuilderPage::save);
    connect(m_commands->plan, &QAction::triggered, this, [this] { m_open->current()->showPlan(); });
    connectRuns();
    connect(m_commands->importTeam, &QAction::triggered, m_files, &TeamFiles::askAndRead);
    connect(m_commands->exportTeam, &QAction::triggered, this,
        [this] { m_files->askAndWrite(document()->draft()); });
    connect(m_commands->exportPicture, &QAction::triggered, this, [this] {
        m_pictures->askAndExport(m_open->current()->canvas(), document()->draft().name);
    });
    connect(m_commands->replaceMissing, &QAction::triggered, this, &BuilderPage::replaceMissing);
    connect(m_commands->saveTemplate, &QAction::triggered, this,
        [this] { m_templates->askAndSave(document()->draft()); });
    connect(m_templates, &TemplateKeeper::toastRequested, this, &Page::toastRequested);
    connect(m_commands->versions, &QAction::triggered, this,
        [this] { m_open->current()->showVersions(); });
    connect(m_commands->close, &QAction::triggered, this, [this] { close(m_open->current()); });
    connect(m_saver, &TeamSaver::busyChanged, this, &BuilderPage::refresh);
    connect(m_saver, &TeamSaver::failed, this, &BuilderPage::saveFailed);
    connect(m_saver, &TeamSaver::saved, this, [this](TeamDocument *document) {
        if (m_runWhenSaved == document)
            offerRun(document);
        m_runWhenSaved.clear();
        if (m_closeWhenSaved && m_closeWhenSaved->document() == document)
            m_open->close(m_closeWhenSaved);
        m_closeWhenSaved.clear();
        refresh();
    });
    connect(m_files, &TeamFiles::wasRead, this, &BuilderPage::takeFile);
    connect(m_files, &TeamFiles::written, this, [this](const QString &path) {
        emit toastRequested({ tr("Saved to %1.").arg(path), {}, {}, false });
    });
    connect(m_files, &TeamFiles::failed, this, [this](const Error &error) {
        emit toastRequested({ errorText(error), {}, {}, true });
    });
    connect(m_pictures, &PictureFiles::written, this, [this](const QString &path) {
        emit toastRequested({ tr("Saved to %1.").arg(path), {}, {}, false });
    });
    connect(m_pictures, &PictureFiles::failed, this, [this](const Error &error) {
        emit toastRequested({ error.message, {}, {}, true });
    });
}

PageEntry BuilderPage::entry()
{
    return { u"builder"_s, [] { return tr("Builder"); } };
}

QString BuilderPage::heading() const
{
    return document() ? document()->draft().name : QString();
}

QWidget *BuilderPage::headerWidget() const
{
    return m_header;
}

void BuilderPage::activated()
{
    if (m_catalog->state() != AgentCatalog::State::Ready)
        m_catalog->reload();
    if (!document())
        newTeam();
    m_open->current()->focusCanvas();
}

void BuilderPage::focusSearch()
{
    if (BuilderView *view = m_open->current())
        view->focusSearch();
}

QList<QAction *> BuilderPage::commands() const
{
    const BuilderView *view = m_open->current();
    return view ? actions() + view->commands() : actions();
}

TeamDocument *BuilderPage::document() const
{
    const BuilderView *view = m_open->current();
    return view ? view->document() : nullptr;
}

void BuilderPage::open(TeamDocument *document, const QString &key)
{
    // A new team that nobody has touched makes room.
    BuilderView *before = m_open->current();
    const bool untouched
        = before && !before->document()->stored() && before->document()->history()->count() == 0;
    BuilderView *view = m_open->add(document, key);
    connect(view, &BuilderView::versionRestored, this, &BuilderPage::sayRestored);
    connect(view, &BuilderView::failed, this, [this](const Error &error) {
        emit toastRequested({ errorText(error), {}, {}, true });
    });
    connect(view->missingAgents(), &MissingAgents::appeared, this,
        [this, document](int count) { sayMissing(document, count); });
    connect(view->missingAgents(), &MissingAgents::changed, this, &BuilderPage::refresh);
    followRuns(view);
    if (untouched)
        m_open->close(before);
    if (isVisible())
        m_open->current()->focusCanvas();
}

void BuilderPage::openTeam(const Team &team)
{
    if (BuilderView *view = m_open->find(team.id)) {
        m_open->setCurrent(view);
        return;
    }
    open(new TeamDocument(team));
}

void BuilderPage::newTeam()
{
    TeamDraft draft;
    draft.name = tr("New team");
    open(new TeamDocument(draft));
}

void BuilderPage::convert(WorkflowType type)
{
    const StrategyConversion conversion = convertStrategy(document()->draft(), type);
    if (conversion.losses.empty()) {
        applyConversion(conversion.draft);
        return;
    }
    auto *dialog = new ConversionDialog(document()->draft(), conversion, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, document(),
        [this, draft = conversion.draft] { applyConversion(draft); });
    dialog->open();
}

void BuilderPage::applyConversion(const TeamDraft &draft)
{
    //: A step of the history; the argument is a strategy, for example Parallel
    document()->edit(tr("Change to “%1”").arg(format::workflowType(draft.workflow.type)), draft);
}

void BuilderPage::save()
{
    if (m_open->current()->hasUnreadText()) {
        emit toastRequested(
            { tr("What you have changed in the JSON below is not part of the team yet, and "
                 "is not saved with it."),
                {}, {}, true });
    }
    m_saver->save(document());
}

void BuilderPage::saveFailed(TeamDocument *document, const Error &error)
{
    m_runWhenSaved.clear();
    m_closeWhenSaved.clear();
    if (!document->validation().valid() && document == this->document())
        m_open->current()->showProblems();
    const QPointer<TeamDocument> edited(document);
    const bool gone = document->stored() && error.category == ErrorCategory::InvalidInput
        && error.code == QLatin1StringView(code::NotFound);
    if (!gone) {
        emit toastRequested({ errorText(error), {}, {}, true });
        return;
    }
    emit toastRequested(
        { tr("“%1” was deleted meanwhile.").arg(document->draft().name), tr("Save as a new team"),
            [this, edited] {
                if (edited)
                    m_saver->saveAsNew(edited);
            },
            true });
}

void BuilderPage::takeFile(const TeamReading &reading)
{
    if (reading.draft.workflow.agents.empty() && hasErrors(reading.problems)) {
        emit toastRequested({ problemText(reading.problems.first()), {}, {}, true });
        return;
    }
    // Stored nowhere yet: everything about it is a change.
    auto *imported = new TeamDocument(TeamDraft());
    imported->edit(tr("Import"), reading.draft);
    m_imported = imported;
    open(imported);
    if (reading.problems.isEmpty())
        return;
    const QString first = problemText(reading.problems.first());
    const int more = static_cast<int>(reading.problems.size()) - 1;
    emit toastRequested(
        { more == 0 ? first
                    //: what is wrong in a file; more that is wrong
                    : tr("%1 There are %n more remark(s).", nullptr, more).arg(first),
            {}, {}, hasErrors(reading.problems) });
}

void BuilderPage::replaceMissing()
{
    m_open->current()->missingAgents()->askAndReplace(this);
}

void BuilderPage::sayMissing(TeamDocument *document, int count)
{
    if (document != this->document())
        return;
    // Who brings a team from elsewhere has to choose anyway.
    if (m_imported == document) {
        m_imported.clear();
        replaceMissing();
        return;
    }
    const QPointer<TeamDocument> incomplete(document);
    const auto replace = [this, incomplete] {
        if (incomplete && incomplete == this->document())
            replaceMissing();
    };
    emit toastRequested(
        { tr("The connected services do not have %n agent(s) of this team.", nullptr, count),
            tr("Replace…"), replace, true });
}

void BuilderPage::sayRestored(int version)
{
    const QPointer<TeamDocument> restored(document());
    const int step = restored->history()->index();
    const auto undo = [restored, step] {
        // Later edits are not what the person wants undone here.
        if (restored && restored->history()->index() == step)
            restored->history()->undo();
    };
    emit toastRequested({ tr("Version %1 is in the editor. Save to keep it.").arg(version),
        tr("Undo"), undo, false });
}

void BuilderPage::close(BuilderView *view)
{
    if (view->document()->isModified())
        askToClose(view);
    else
        m_open->close(view);
}

void BuilderPage::askToClose(BuilderView *view)
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmClose"_s);
    box->setWindowTitle(tr("Close the team"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Save the changes to “%1”?").arg(view->document()->draft().name));
    box->setInformativeText(tr("Without saving, they are lost."));
    QPushButton *save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    save->setObjectName(u"closeSave"_s);
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"closeDiscard"_s);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(save, &QPushButton::clicked, view, [this, view] {
        m_closeWhenSaved = view;
        m_saver->save(view->document());
    });
    connect(discard, &QPushButton::clicked, view, [this, view] { m_open->close(view); });
    box->open();
}

void BuilderPage::followCurrent()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_following))
        disconnect(connection);
    m_following.clear();
    if (const TeamDocument *shown = document()) {
        m_following = { connect(shown, &TeamDocument::changed, this, &BuilderPage::refresh),
            connect(shown, &TeamDocument::modifiedChanged, this, &BuilderPage::refresh) };
    }
    m_outlook->follow(document());
    refresh();
    emit commandsChanged();
}

void BuilderPage::refresh()
{
    TeamDocument *shown = document();
    m_header->setDocument(shown);
    for (QAction *action : { m_commands->undo, m_commands->redo, m_commands->save, m_commands->plan,
             m_commands->run, m_commands->exportTeam, m_commands->exportPicture,
             m_commands->saveTemplate, m_commands->versions, m_commands->close })
        action->setEnabled(shown != nullptr);
    m_commands->replaceMissing->setEnabled(
        shown && !m_open->current()->missingAgents()->members().empty());
    if (shown) {
        const QUndoStack *history = shown->history();
        m_commands->undo->setEnabled(history->canUndo());
        m_commands->redo->setEnabled(history->canRedo());
        //: What is undone, for example: Undo: Move
        m_commands->undo->setToolTip(history->canUndo() ? tr("Undo: %1").arg(history->undoText())
                                                        : tr("There is nothing to undo"));
        m_commands->redo->setToolTip(history->canRedo() ? tr("Redo: %1").arg(history->redoText())
                                                        : tr("There is nothing to redo"));
        const bool valid = shown->validation().valid();
        m_commands->save->setEnabled(
            !m_saver->isBusy() && (shown->isModified() || !shown->stored()));
        m_commands->run->setEnabled(valid && !m_saver->isBusy());
        showOutlook();
    }
    emit headerChanged();
}

void BuilderPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_commands->retranslate();
        refresh();
    }
    Page::changeEvent(event);
}

} // namespace renum::ui
