// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/sample_source.h"

#include "core/workflow/editing/member_choices.h"
#include "core/workspace/workspace.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/fields/json_field.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostExecutions = 20;
constexpr qsizetype MaxPromptShown = 40;
const auto Example = u"example"_s;
const auto Own = u"own"_s;
const auto RunPrefix = u"run:"_s;

QString firstWords(const QString &prompt)
{
    const QString line = prompt.simplified();
    return line.size() > MaxPromptShown ? line.first(MaxPromptShown - 1) + u'…' : line;
}

} // namespace

SampleSource::SampleSource(const TeamDocument *document, Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_choice(Example)
{
    connect(document, &TeamDocument::changed, this, [this] {
        m_runIsFresh = false;
        m_beforeIsFresh = false;
    });
    connect(workspace, &Workspace::executionsChanged, this, [this] {
        if (!m_listWanted)
            return;
        m_listWanted = false;
        load();
    });
}

std::vector<Choice> SampleSource::choices() const
{
    std::vector<Choice> choices { { Example, tr("Example data") } };
    for (const Execution &execution : m_executions) {
        //: When a run was, and how its prompt begins
        const QString text
            = tr("Run of %1: %2")
                  .arg(format::dateTime(execution.createdAt), firstWords(execution.initialPrompt));
        choices.push_back({ RunPrefix + execution.id.toString(), text });
    }
    choices.push_back({ Own, tr("Your own data") });
    return choices;
}

void SampleSource::choose(const QString &choice)
{
    if (m_choice == choice)
        return;
    if (choice == Own && m_ownText.isEmpty() && run())
        m_ownText = QString::fromUtf8(sampleText(*run()));
    m_choice = choice;
    m_run.reset();
    m_before.reset();
    if (choice == Own) {
        setOwnText(m_ownText);
    } else if (choice.startsWith(RunPrefix)) {
        setRun(std::nullopt, tr("Reading the run…"));
        m_tasks.start(readRun(ExecutionId(choice.sliced(RunPrefix.size()))));
    } else {
        setRun(std::nullopt, {});
    }
}

bool SampleSource::isOwn() const
{
    return m_choice == Own;
}

void SampleSource::setOwnText(const QString &text)
{
    m_ownText = text;
    if (!isOwn())
        return;
    const QByteArray bytes = text.toUtf8();
    const Result<SampleRun> read = readSample(bytes);
    if (read)
        setRun(*read, {});
    else if (const QString problem = jsonProblem(bytes); !problem.isEmpty())
        setRun(std::nullopt, problem);
    else
        setRun(std::nullopt, tr("Write an object with initial_prompt, results, context, memory."));
}

const std::optional<SampleRun> &SampleSource::run() const
{
    invent({});
    return m_run;
}

void SampleSource::invent(const AgentId &apart) const
{
    const bool isFresh = m_runIsFresh && (m_freshApart.isEmpty() || m_freshApart == apart);
    if (m_choice != Example || (m_run && isFresh))
        return;
    // Typing must not invent everything again with every key: a member does not see its own result.
    std::vector<Ingredient> now = ingredients();
    const auto isSame = [&apart](const Ingredient &a, const Ingredient &b) {
        return a == b || (a.member == b.member && a.member == apart);
    };
    const bool same = m_run && std::ranges::equal(m_ingredients, now, isSame);
    m_freshApart = same && m_ingredients != now ? apart : AgentId();
    m_runIsFresh = true;
    if (same)
        return;
    m_run = invented();
    m_ingredients = std::move(now);
    m_before.reset();
}

const SampleRun *SampleSource::runBefore(const AgentId &member) const
{
    invent(member);
    if (!m_run)
        return nullptr;
    if (m_before && m_before->member == member && m_beforeIsFresh)
        return &m_before->run;
    const WorkflowDefinition &workflow = m_document->workflow();
    std::vector<AgentId> producers = possibleProducers(workflow, member);
    if (!m_before || m_before->member != member || m_before->producers != producers)
        m_before = Before { member, std::move(producers), sampleBefore(*m_run, workflow, member) };
    m_beforeIsFresh = true;
    return &m_before->run;
}

std::vector<SampleSource::Ingredient> SampleSource::ingredients() const
{
    std::vector<Ingredient> list;
    for (const WorkflowAgent &member : m_document->workflow().agents)
        list.push_back({ member.agentId, member.displayName(), member.config.outputSchema });
    return list;
}

QString SampleSource::status() const
{
    return m_status.isEmpty() ? m_listStatus : m_status;
}

void SampleSource::load()
{
    if (m_listWanted || m_reading || !m_document->stored())
        return;
    m_listWanted = true;
    m_reading = true;
    m_tasks.start(readList(m_document->stored()->id));
}

QCoro::Task<> SampleSource::readList(TeamId team)
{
    const QPointer<SampleSource> self(this);
    ExecutionQuery query;
    query.team = team;
    query.page.limit = MostExecutions;
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Execution>> page = co_await m_workspace->executions(query, stop);
    if (!self)
        co_return;
    m_reading = false;
    m_listStatus.clear();
    if (page) {
        m_executions = page->items;
    } else {
        // Asked again when somebody looks again.
        m_listWanted = false;
        m_listStatus = tr("Earlier runs cannot be read. %1").arg(errorText(page.error()));
    }
    emit changed();
}

QCoro::Task<> SampleSource::readRun(ExecutionId id)
{
    const QPointer<SampleSource> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> execution = co_await m_workspace->execution(id, stop);
    if (!self || m_choice != RunPrefix + id.toString())
        co_return;
    if (execution)
        setRun(sampleOf(*execution), {});
    else
        setRun(std::nullopt, errorText(execution.error()));
}

void SampleSource::forgetInvented()
{
    if (m_choice != Example)
        return;
    m_run.reset();
    m_before.reset();
}

void SampleSource::setRun(std::optional<SampleRun> run, const QString &status)
{
    m_run = std::move(run);
    m_before.reset();
    m_status = status;
    emit changed();
}

SampleRun SampleSource::invented() const
{
    //: %1 is the name of an agent, whose result this stands for
    const SampleWords words { tr("An example of what the team is asked to do."),
        tr("(The result of %1)") };
    return inventedRun(m_document->workflow(), words);
}

} // namespace renum::ui
