// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_commands.h"
#include "ui/builder/page/builder_header.h"
#include "ui/builder/page/builder_page.h"
#include "ui/builder/page/builder_view.h"
#include "ui/builder/page/part_runs.h"
#include "ui/builder/page/run_outlook.h"
#include "ui/text/error_text.h"

#include <QAction>

/// Running a team, or a part of it, from the builder.
namespace renum::ui {

void BuilderPage::connectRuns()
{
    connect(m_commands->run, &QAction::triggered, this, [this] {
        m_part.reset();
        run(m_part);
    });
    connect(m_outlook, &RunOutlook::changed, this, [this] {
        if (document())
            showOutlook();
    });
    connect(m_runs, &PartRuns::ready, this, &BuilderPage::runRequested);
    connect(m_runs, &PartRuns::failed, this, [this](const Error &error) {
        emit toastRequested({ errorText(error), {}, {}, true });
    });
}

void BuilderPage::followRuns(const BuilderView *view)
{
    connect(view, &BuilderView::partRequested, this, [this](const TeamPart &part) { run(part); });
    connect(view, &BuilderView::keepRequested, this,
        [this, view](const AgentId &member) { m_runs->askToKeep(view->document(), member); });
}

void BuilderPage::run(const std::optional<TeamPart> &part)
{
    if (!m_commands->run->isEnabled()) {
        // Keys reach this where the button is off.
        emit toastRequested({ m_commands->run->toolTip(), {}, {}, true });
        return;
    }
    m_part = part;
    if (document()->stored() && !document()->isModified()) {
        offerRun(document());
        return;
    }
    m_runWhenSaved = document();
    save();
}

/// What the Run button says of a run.
void BuilderPage::showOutlook()
{
    if (!document()->validation().valid()) {
        m_commands->run->setToolTip(tr("The team has problems. Mend them first."));
        m_header->setOutlook({}, {});
        return;
    }
    const QString sentence = m_outlook->sentence();
    const QString action = tr("Saves and runs this team (Ctrl+R)");
    //: what a button does, then what a run will cost; lines of a tool tip
    m_commands->run->setToolTip(sentence.isEmpty() ? action : tr("%1.\n%2").arg(action, sentence));
    m_header->setOutlook(m_outlook->figure(), sentence);
}

void BuilderPage::offerRun(TeamDocument *document)
{
    m_runs->prepare(document, m_part);
    m_part.reset();
}

} // namespace renum::ui
