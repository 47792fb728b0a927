// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/part_runs.h"

#include "ui/builder/document/team_document.h"
#include "ui/builder/page/keep_result_dialog.h"

#include <QWidget>

namespace renum::ui {

namespace {

/// What a person keeps comes before what the last runs say.
QMap<AgentId, KeptMember> atHand(
    TeamDocument *document, const TeamPart &part, const LastResults &last)
{
    QMap<AgentId, KeptMember> all;
    if (part.kind != TeamPart::Kind::UntilHere)
        all = last.members;
    const KeptMembers *kept = KeptMembers::of(document);
    for (const auto &[member, result] : kept->all().asKeyValueRange())
        all.insert(member, result);
    return all;
}

/// The offer with those of the results that stand in.
void addKept(RunOffer &offer, const QMap<AgentId, KeptMember> &all)
{
    KeptResults results;
    for (const auto &[member, kept] : all.asKeyValueRange())
        results.insert(member, kept.output);
    if (offer.part)
        results = planPart(offer.team.draft(), *offer.part, results).kept;
    offer.kept = results;
    for (const auto &[member, kept] : all.asKeyValueRange()) {
        if (results.contains(member))
            offer.keptFrom.insert(member, keptOrigin(kept));
    }
}

} // namespace

PartRuns::PartRuns(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void PartRuns::prepare(TeamDocument *document, const std::optional<TeamPart> &part)
{
    if (part) {
        m_tasks.start(preparePart(document, *part));
        return;
    }
    RunOffer offer { *document->stored() };
    const KeptMembers *kept = KeptMembers::of(document);
    offer.kept = kept->results();
    for (const AgentId &member : offer.kept.keys())
        offer.keptFrom.insert(member, keptOrigin(*kept->find(member)));
    emit ready(offer);
}

QCoro::Task<> PartRuns::preparePart(QPointer<TeamDocument> document, TeamPart part)
{
    const QPointer<PartRuns> self(this);
    const TeamId team = document->stored()->id;
    const std::stop_token stop = m_tasks.token();
    const Result<LastResults> last = co_await readLastResults(m_workspace, team, stop);
    if (!self || !document || !document->stored())
        co_return;
    if (!last) {
        emit failed(last.error());
        co_return;
    }
    RunOffer offer { *document->stored() };
    offer.part = part;
    offer.prompt = last->prompt;
    addKept(offer, atHand(document, part, *last));
    emit ready(offer);
}

void PartRuns::askToKeep(TeamDocument *document, const AgentId &member)
{
    if (document->stored())
        m_tasks.start(readAndAskToKeep(document, member));
    else
        openKeepDialog(document, member, {});
}

QCoro::Task<> PartRuns::readAndAskToKeep(QPointer<TeamDocument> document, AgentId member)
{
    const QPointer<PartRuns> self(this);
    const TeamId team = document->stored()->id;
    const std::stop_token stop = m_tasks.token();
    const Result<LastResults> last = co_await readLastResults(m_workspace, team, stop);
    if (!self || !document)
        co_return;
    // Where earlier runs cannot be read a result can still be written.
    openKeepDialog(document, member, last ? *last : LastResults());
}

void PartRuns::openKeepDialog(
    TeamDocument *document, const AgentId &member, const LastResults &last)
{
    const WorkflowAgent *found = document->workflow().find(member);
    if (!found)
        return;
    const auto at = [&member](const QMap<AgentId, KeptMember> &all) {
        return all.contains(member) ? std::optional(all.value(member)) : std::nullopt;
    };
    KeptMembers *kept = KeptMembers::of(document);
    auto *dialog
        = new KeepResultDialog(found->displayName(), at(kept->all()), at(last.members), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeepResultDialog::kept, kept,
        [kept, member](const KeptMember &result) { kept->keep(member, result); });
    connect(dialog, &KeepResultDialog::forgotten, kept, [kept, member] { kept->forget(member); });
    dialog->open();
}

} // namespace renum::ui
