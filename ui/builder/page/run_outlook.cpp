// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/run_outlook.h"

#include "ui/builder/document/kept_members.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/run/run_estimator.h"
#include "ui/text/estimate_text.h"

namespace renum::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto OutlookPause = 300ms;
}

RunOutlook::RunOutlook(Workspace *workspace, QWidget *page)
    : QObject(page)
    , m_workspace(workspace)
    , m_live(new LiveRefresh(page,
          [this] {
              if (m_document)
                  m_pause.start();
          }))
    , m_estimator(new RunEstimator(workspace->costBook(), this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(OutlookPause);
    connect(&m_pause, &QTimer::timeout, this, &RunOutlook::ask);
    connect(m_estimator, &RunEstimator::changed, this, &RunOutlook::changed);
    // A run that ended is one more to learn from.
    connect(workspace, &Workspace::executionsChanged, m_live, &LiveRefresh::request);
}

RunOutlook::~RunOutlook()
{
    m_request.request_stop();
}

void RunOutlook::follow(TeamDocument *document)
{
    if (m_document == document)
        return;
    if (m_document) {
        m_document->disconnect(m_live);
        KeptMembers::of(m_document)->disconnect(m_live);
    }
    m_document = document;
    m_request.request_stop();
    m_estimator->forget();
    if (!document)
        return;
    connect(document, &TeamDocument::changed, m_live, &LiveRefresh::request);
    connect(KeptMembers::of(document), &KeptMembers::changed, m_live, &LiveRefresh::request);
    m_live->request();
}

void RunOutlook::ask()
{
    m_request.request_stop();
    m_request = std::stop_source();
    if (!m_document)
        return;
    if (!m_document->validation().valid() || m_document->workflow().agents.empty()) {
        m_estimator->forget();
        return;
    }
    m_tasks.start(read(m_document, m_request.get_token()));
}

QCoro::Task<> RunOutlook::read(QPointer<TeamDocument> document, std::stop_token stop)
{
    const QPointer<RunOutlook> self(this);
    const TeamDraft draft = document->draft();
    const Result<TeamPreview> preview = co_await m_workspace->preview(draft, stop);
    if (!self || !document || stop.stop_requested())
        co_return;
    if (!preview || !preview->plan) {
        m_estimator->forget();
        co_return;
    }
    const std::optional<Team> &stored = document->stored();
    m_estimator->ask({ stored ? stored->id : TeamId(),
        withoutKept(*preview->plan, KeptMembers::of(document)->results()), {} });
}

QString RunOutlook::sentence() const
{
    const std::optional<RunEstimate> &estimate = m_estimator->estimate();
    return estimate ? format::costEstimate(*estimate) : QString();
}

QString RunOutlook::figure() const
{
    const std::optional<RunEstimate> &estimate = m_estimator->estimate();
    return estimate ? format::costFigure(*estimate) : QString();
}

} // namespace renum::ui
