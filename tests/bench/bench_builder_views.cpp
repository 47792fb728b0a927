// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a change of a team costs in each of the builder's views that can be seen, for a team of
// 1,000 steps, and what a key costs in the JSON of a team of 256 KiB:
//   edit           the document alone: comparing, validating, lint
//   problems, outline, members
//                  from the change of one member to a view that shows it, not yet painted
//   json_refresh   a change from elsewhere, to the text that shows it
//   json_read      reading the text, which happens on another thread
//   json_key       one key in the middle of the text, until it is painted
// Goal: no view takes longer than a frame of 16 ms beyond the document, and no key longer than
// 8 ms. Every figure is a median of processor milliseconds. Prints one JSON object.

#include "bench_figures.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/json_editor.h"
#include "ui/builder/views/json_view.h"
#include "ui/builder/views/members_table.h"
#include "ui/builder/views/outline_view.h"
#include "ui/builder/views/problems_view.h"
#include "ui/builder/views/team_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTextBlock>

#include <functional>

using namespace renum;
using namespace renum::bench;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 31;
constexpr int Steps = 1000;
constexpr int TextSteps = 800; ///< as many make 256 KiB of JSON
constexpr double FrameMilliseconds = 16;
constexpr double KeyMilliseconds = 8;

TeamDraft teamOf(int steps)
{
    TeamDraft draft;
    draft.name = u"Bench"_s;
    for (int i = 0; i < steps; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"agent-%1"_s.arg(i));
        agent.name = u"Agent number %1"_s.arg(i);
        agent.executionOrder = i + 1;
        agent.config.instructions = u"Read what you get, and say in one sentence what matters."_s;
        agent.input = InputSpec();
        agent.input->sources = { InputSource {} };
        if (i > 0) {
            agent.input->sources
                = { { InputSource::Kind::AgentResult, AgentId(u"agent-%1"_s.arg(i - 1)), {} } };
        }
        draft.workflow.agents.push_back(agent);
    }
    return draft;
}

double medianMilliseconds(const std::function<void(int)> &work)
{
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        const double begin = processorSeconds();
        work(round);
        times.push_back(1000 * (processorSeconds() - begin));
    }
    return rounded(median(std::move(times)));
}

/// A team, and how long one change of it takes with a view that shows it.
class Stage {
public:
    explicit Stage(int steps)
        : m_document(teamOf(steps))
        , m_selection(&m_document)
    {
        static_cast<void>(ProblemList::of(&m_document));
    }

    double edit()
    {
        return medianMilliseconds([this](int round) {
            TeamDraft next = m_document.draft();
            next.workflow.agents[next.workflow.agents.size() / 2].name
                = u"Named %1"_s.arg(++m_names + round);
            m_document.edit(u"Rename"_s, next);
        });
    }

    template<typename View>
    double editWith(Theme *theme)
    {
        View view(&m_document, &m_selection, theme);
        view.resize(1200, 300);
        view.show();
        QCoreApplication::processEvents();
        return edit();
    }

    TeamDocument *document() { return &m_document; }
    MemberSelection *selection() { return &m_selection; }

private:
    TeamDocument m_document;
    MemberSelection m_selection;
    int m_names = 0;
};

double keyMilliseconds(Theme *theme)
{
    Stage stage(TextSteps);
    JsonView view(stage.document(), stage.selection(), theme);
    view.resize(1200, 600);
    view.show();
    QCoreApplication::processEvents();
    auto *editor = view.findChild<JsonEditor *>();
    if (editor->text().size() < 256 * 1024)
        fail(u"The text is too short: %1"_s.arg(editor->text().size()));
    const QTextBlock middle
        = editor->document()->findBlockByNumber(editor->document()->blockCount() / 2);
    editor->goTo(middle.position() + middle.length() - 1);
    return medianMilliseconds([editor](int) {
        editor->insertPlainText(u"x"_s);
        editor->repaint();
    });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Theme theme(Theme::Mode::Light);
    theme.install();
    Stage stage(Steps);
    Json report = Json::object();
    const double edit = stage.edit();
    report["edit_ms"] = edit;
    const std::vector<std::pair<const char *, double>> views {
        { "problems", stage.editWith<ProblemsView>(&theme) },
        { "outline", stage.editWith<OutlineView>(&theme) },
        { "members", stage.editWith<MembersTable>(&theme) },
        { "json_refresh", stage.editWith<JsonView>(&theme) },
    };
    bool reached = true;
    for (const auto &[name, time] : views) {
        report[std::string(name) + "_ms"] = rounded(time - edit);
        reached = reached && time - edit <= FrameMilliseconds;
    }
    const QString text = writeTeamText(teamOf(TextSteps));
    report["json_read_ms"]
        = medianMilliseconds([&text](int) { static_cast<void>(readTeamText(text)); });
    const double key = keyMilliseconds(&theme);
    report["json_key_ms"] = key;
    report["reached"] = reached && key <= KeyMilliseconds;
    print(report);
    return 0;
}
