// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/team.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/inspector.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include <memory>

namespace renum::ui {

/// An inspector on a team, with a workspace in memory, driven as a person drives it.
class InspectorFixture {
public:
    /// `workflow` as JSON, with ' for ".
    explicit InspectorFixture(QByteArray workflow);
    explicit InspectorFixture(const Team &team);

    /// For QTest::failOnWarning(): all but what the offscreen platform says of itself.
    [[nodiscard]] static QRegularExpression unexpectedWarning();

    void select(const QString &member) { selection->select(AgentId(member)); }
    /// Every section of the panel that is shown is open.
    void unfold();

    template<typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return visibleChild<T>(inspector, name);
    }
    /// All visible ones, in the order in which they were made.
    template<typename T>
    [[nodiscard]] QList<T *> findAll(const QString &name) const
    {
        QList<T *> found = inspector->findChildren<T *>(name);
        found.removeIf([](T *child) { return !child->isVisible(); });
        return found;
    }

    /// Replaces what is in a line, a text or an open list by keys.
    static void type(QWidget *control, const QString &text);
    /// Takes an entry of a list by its data, as the list's popup does.
    static void choose(QComboBox *box, const QString &value);
    static void click(QWidget *control);

    /// What stands at that place of the team's JSON; `none` when nothing does. ' for ".
    [[nodiscard]] QString at(const QString &pointer) const;
    [[nodiscard]] QByteArray text() const;
    /// The visible problem line of the field around a control; empty when there is none.
    [[nodiscard]] static QString problemOf(const QWidget *control);
    [[nodiscard]] static QString noteOf(const QWidget *control);

    FakeWorkspace workspace;
    Theme theme { Theme::Mode::Light };
    std::unique_ptr<TeamDocument> document;
    std::unique_ptr<MemberSelection> selection;
    std::unique_ptr<AgentCatalog> catalog;
    QWidget window;
    Inspector *inspector = nullptr; ///< fills the window

private:
    void make();
    [[nodiscard]] static QString lineOf(const QWidget *control, const QString &name);
};

/// A draft with that workflow.
[[nodiscard]] TeamDraft draftWith(QByteArray workflow);

} // namespace renum::ui
