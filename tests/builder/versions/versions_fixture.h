// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/builder/views/view_test.h"
#include "tests/ui/fake_team_archive.h"
#include "ui/builder/versions/comparison_graph.h"
#include "ui/builder/versions/text_comparison.h"
#include "ui/builder/versions/versions_view.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTreeView>

namespace renum::ui::test {

using namespace Qt::StringLiterals;

/// The history of a team with three versions: abc; ab with other instructions; abd.
class VersionsFixture : public QObject {
protected:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_view.get(), name);
    }
    [[nodiscard]] QListView *list() const { return child<QListView>(u"versionList"_s); }
    [[nodiscard]] int rows() const { return list() ? list()->model()->rowCount() : -1; }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    void compareWith(const QString &text)
    {
        auto *other = child<QComboBox>(u"comparedWith"_s);
        other->setCurrentIndex(other->findText(text));
        emit other->activated(other->currentIndex());
    }
    [[nodiscard]] QString between() const { return child<QLabel>(u"comparedVersions"_s)->text(); }
    void addVersion(int number, const TeamDraft &draft, const QString &label = {})
    {
        m_workspace->fakeTeamArchive()->storedVersions[m_team.id].prepend({ number,
            fromMicroseconds(1'700'000'000'000'000 + number * 60'000'000LL), label, draft });
    }

    void prepare()
    {
        failOnWarnings();
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
        m_language = std::make_unique<Language>();
        m_language->apply(Language::Choice::English);
        m_workspace = std::make_unique<FakeWorkspace>();
        // abc, then ab with other instructions, then abd.
        TeamDraft draft = teamOf(u"abc"_s);
        draft.workflow.agents[0].config.instructions = u"Write a short report."_s;
        m_team.id = TeamId(u"t"_s);
        m_team.version = 3;
        addVersion(1, draft);
        draft = withoutMembers(draft, { idOf("c") });
        draft.workflow.agents[0].config.instructions = u"Write a long report."_s;
        addVersion(2, draft, u"For the talk"_s);
        WorkflowAgent fresh;
        fresh.agentId = idOf("d");
        fresh.name = u"Agent D"_s;
        draft = withMember(draft, fresh);
        addVersion(3, draft);
        m_team.name = draft.name;
        m_team.workflow = draft.workflow;
        m_document = std::make_unique<TeamDocument>(m_team);
        m_selection = std::make_unique<MemberSelection>(m_document.get());
    }

    void tidy()
    {
        m_view.reset();
        m_selection.reset();
        m_document.reset();
        m_workspace.reset();
    }

    void open()
    {
        m_view = std::make_unique<VersionsView>(
            m_document.get(), m_selection.get(), m_workspace.get(), m_theme.get());
        m_view->resize(1200, 800);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    Team m_team;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<TeamDocument> m_document;
    std::unique_ptr<MemberSelection> m_selection;
    std::unique_ptr<VersionsView> m_view;
};

} // namespace renum::ui::test
