// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/builder/views/view_test.h"
#include "ui/builder/views/json_editor.h"
#include "ui/builder/views/json_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace renum::ui::test {

using namespace Qt::StringLiterals;

/// A JsonView in a window, beside a field that can have the focus instead.
struct JsonStage {
    explicit JsonStage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
    {
        theme.install();
        auto *layout = new QVBoxLayout(&window);
        view = new JsonView(&document, &selection, &theme, &window);
        layout->addWidget(view);
        layout->addWidget(&other);
        window.resize(900, 420);
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        editor = view->findChild<JsonEditor *>(u"jsonEditor"_s);
        editor->setFocus();
    }

    /// Puts the cursor behind the first place where that stands.
    void goBehind(const QString &words) const
    {
        const qsizetype at = editor->text().indexOf(words);
        QVERIFY(at >= 0);
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(int(at + words.size()));
        editor->setTextCursor(cursor);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(editor, key, modifiers);
    }

    [[nodiscard]] QString status() const
    {
        return view->findChild<QLabel *>(u"jsonStatus"_s)->text();
    }
    [[nodiscard]] QWidget *banner() const { return view->findChild<QWidget *>(u"jsonBanner"_s); }
    [[nodiscard]] QAbstractItemView *suggestions() const
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == u"jsonSuggestions"_s && widget->isVisible())
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }

    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    QWidget window;
    QLineEdit other;
    JsonView *view = nullptr;
    JsonEditor *editor = nullptr;
};

} // namespace renum::ui::test
