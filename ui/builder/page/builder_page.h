// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/draft_journal.h"
#include "core/workspace/workspace.h"
#include "ui/builder/page/builder_parts.h"
#include "ui/run/run_offer.h"
#include "ui/shell/page.h"

namespace renum::ui {

class AgentCatalog;
class BuilderCommands;
class BuilderHeader;
class BuilderView;
class OpenTeams;
class PartRuns;
class PictureFiles;
class RunOutlook;
class TeamDocument;
class TeamFiles;
class TeamSaver;
class TemplateKeeper;

/// Where teams are drawn (features TB-01 … TB-15).
class BuilderPage : public Page {
    Q_OBJECT

public:
    explicit BuilderPage(const BuilderParts &parts, QWidget *parent = nullptr);

    [[nodiscard]] static PageEntry entry();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QWidget *headerWidget() const override;
    void activated() override;
    void focusSearch() override;
    [[nodiscard]] QList<QAction *> commands() const override;

    /// Opens a stored team, or shows it where it is open.
    void openTeam(const Team &team);
    /// Begins a team without members.
    void newTeam();
    /// Opens what was being edited when the program ended without being asked to.
    void recover(const DraftEntries &entries);
    /// What is being edited now; null when nothing is open.
    [[nodiscard]] TeamDocument *document() const;

signals:
    /// The person wants to run this team as it is stored now.
    void runRequested(const renum::ui::RunOffer &offer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void open(TeamDocument *document, const QString &key = {});
    QCoro::Task<> recoverStored(DraftEntry entry);
    void openRecovered(const DraftEntry &entry, const std::optional<Team> &stored);
    void convert(WorkflowType type);
    void applyConversion(const TeamDraft &draft);
    void save();
    void connectRuns();
    void followRuns(const BuilderView *view);
    /// The whole team without a part.
    void run(const std::optional<TeamPart> &part = {});
    void offerRun(TeamDocument *document);
    void takeFile(const TeamReading &reading);
    void sayRestored(int version);
    void sayMissing(TeamDocument *document, int count);
    void replaceMissing();
    void close(BuilderView *view);
    void askToClose(BuilderView *view);
    void saveFailed(TeamDocument *document, const Error &error);
    void refresh();
    void showOutlook();
    void followCurrent();

    BuilderParts m_parts;
    AgentCatalog *m_catalog;
    BuilderCommands *m_commands;
    BuilderHeader *m_header;
    OpenTeams *m_open;
    TeamSaver *m_saver;
    TeamFiles *m_files;
    PictureFiles *m_pictures;
    TemplateKeeper *m_templates;
    PartRuns *m_runs;
    RunOutlook *m_outlook;
    QPointer<TeamDocument> m_runWhenSaved;
    QPointer<TeamDocument> m_imported; ///< nobody was asked about its agents yet
    std::optional<TeamPart> m_part; ///< of the run that is being prepared
    QPointer<BuilderView> m_closeWhenSaved;
    QList<QMetaObject::Connection> m_following; ///< of the document that is shown
    TaskScope m_tasks;
};

} // namespace renum::ui
