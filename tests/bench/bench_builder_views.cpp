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
//   inspector_key  one key in the name and in the instructions of a member of 200, with the whole
//                  inspector open, until it is painted
//   picture_slice  the longest time that painting a picture of 1,000 members keeps the window
//                  waiting, after it has begun; picture_begin until then
// Goal: no view takes longer than a frame of 16 ms beyond the document, no key and no slice longer
// than 8 ms. Every figure is a median of processor milliseconds. Prints one JSON object.

#include "bench_figures.h"
#include "tests/ui/fake_workspace.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/inspector.h"
#include "ui/builder/picture/picture_work.h"
#include "ui/builder/views/json_editor.h"
#include "ui/builder/views/json_view.h"
#include "ui/builder/views/members_table.h"
#include "ui/builder/views/outline_view.h"
#include "ui/builder/views/problems_view.h"
#include "ui/builder/views/team_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace renum;
using namespace renum::bench;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 31;
constexpr int Steps = 1000;
constexpr int InspectorSteps = 200;
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

/// A member in the middle is chosen, and every section is open.
class InspectorStage {
public:
    explicit InspectorStage(Theme *theme)
        : m_document(teamOf(InspectorSteps))
        , m_selection(&m_document)
        , m_catalog(&m_workspace)
        , m_inspector(&m_document, &m_selection, &m_catalog, &m_workspace, theme)
    {
        m_inspector.resize(340, 900);
        m_inspector.show();
        m_selection.select(m_document.workflow().agents[InspectorSteps / 2].agentId);
        const QList<QToolButton *> headings = m_inspector.findChildren<QToolButton *>();
        for (QToolButton *heading : headings) {
            if (heading->objectName().endsWith(u"Section"_s) && heading->isVisible()
                && heading->toolTip().startsWith(u"Show"_s))
                heading->click();
        }
        QCoreApplication::processEvents();
    }

    double nameKey()
    {
        auto *name = m_inspector.findChild<QLineEdit *>(u"memberName"_s);
        name->setFocus();
        return medianMilliseconds([this, name](int) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, u"x"_s);
            QCoreApplication::sendEvent(name, &key);
            QCoreApplication::processEvents();
        });
    }
    double textKey()
    {
        auto *text = m_inspector.findChild<QPlainTextEdit *>(u"memberInstructions"_s);
        text->setFocus();
        return medianMilliseconds([text](int) {
            text->insertPlainText(u"x"_s);
            QCoreApplication::processEvents();
        });
    }

private:
    FakeWorkspace m_workspace;
    TeamDocument m_document;
    MemberSelection m_selection;
    AgentCatalog m_catalog;
    Inspector m_inspector;
};

/// Begins a picture, and the longest of its slices.
std::pair<double, double> pictureMilliseconds(const Theme &theme, PictureFormat format)
{
    const GraphModel graph = graphOf(teamOf(Steps).workflow);
    const double begun = processorSeconds();
    PictureWork work(graph, theme, format, u"Bench"_s);
    const double beginning = 1000 * (processorSeconds() - begun);
    double longest = 0;
    for (bool done = false; !done;) {
        const double begin = processorSeconds();
        done = work.goOn(std::chrono::milliseconds(4));
        longest = std::max(longest, 1000 * (processorSeconds() - begin));
    }
    return { rounded(beginning), rounded(longest) };
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
    InspectorStage inspector(&theme);
    const double name = inspector.nameKey();
    const double instructions = inspector.textKey();
    report["inspector_key_name_ms"] = name;
    report["inspector_key_text_ms"] = instructions;
    const double longestKey = std::max({ key, name, instructions });
    for (const auto &[kind, format] : { std::pair { "png", PictureFormat::Png },
             std::pair { "svg", PictureFormat::Svg }, std::pair { "pdf", PictureFormat::Pdf } }) {
        const auto [begin, slice] = pictureMilliseconds(theme, format);
        report[std::string("picture_begin_") + kind + "_ms"] = begin;
        report[std::string("picture_slice_") + kind + "_ms"] = slice;
        reached = reached && slice <= KeyMilliseconds;
    }
    report["reached"] = reached && longestKey <= KeyMilliseconds;
    print(report);
    return 0;
}
