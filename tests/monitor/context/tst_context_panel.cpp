// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/context_rules.h"
#include "tests/monitor/context/context_script.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/context/context_actions.h"
#include "ui/monitor/context/context_key_dialog.h"
#include "ui/monitor/context/context_panel.h"
#include "ui/monitor/context/context_tree_model.h"
#include "ui/monitor/context/difference_model.h"
#include "ui/monitor/context/json_difference_view.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class TestContextPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_script = std::make_unique<ContextScript>(QStringList { u"a"_s, u"b"_s });
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_panel = std::make_unique<ContextPanel>(m_theme.get());
        m_panel->resize(800, 600);
        m_panel->setSource(&m_script->context);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_theme.reset();
        m_script.reset();
    }

    void keysAreShownLive()
    {
        m_panel->clear();
        QVERIFY(find<QLabel>(u"noContext"_s)->isVisible());
        m_panel->setSource(&m_script->context);
        const QSignalSpy agent(m_panel.get(), &ContextPanel::agentChosen);
        set(u"rate"_s, 0.23, u"a"_s);
        tree()->setCurrentIndex(m_panel->model()->indexOf(memory(u"rate"_s)));
        QCOMPARE(agent.count(), 1);
        QCOMPARE(find<QPlainTextEdit>(u"contextValue"_s)->toPlainText(), u"0.23"_s);
        set(u"rate"_s, 0.25, u"b"_s);
        QCOMPARE(find<QPlainTextEdit>(u"contextValue"_s)->toPlainText(), u"0.25"_s);
        QVERIFY(m_panel->model()->isMarked(memory(u"rate"_s)));
        auto *history = find<QListWidget>(u"contextHistory"_s);
        QCOMPARE(history->count(), 2);
        QCOMPARE(history->item(0)->text(), u"Version 3 · B: 0.25"_s);
        QCOMPARE(find<JsonDifferenceView>(u"keyDifference"_s)->model()->rowCount(), 1);
    }

    void whatWasOpenStaysOpen()
    {
        set(u"plan"_s, { { "steps", { 1, 2 } } }, u"a"_s);
        const QModelIndex plan = m_panel->model()->indexOf(memory(u"plan"_s));
        tree()->expand(plan);
        m_panel->model()->fetchMore(plan);
        tree()->expand(m_panel->model()->index(0, 0, plan));
        set(u"plan"_s, { { "steps", { 1, 2, 3 } } }, u"a"_s);
        const QModelIndex now = m_panel->model()->indexOf(memory(u"plan"_s));
        QVERIFY(tree()->isExpanded(now));
        const QModelIndex steps = m_panel->model()->index(0, 0, now);
        QVERIFY(tree()->isExpanded(steps));
        QCOMPARE(m_panel->model()->rowCount(steps), 3);
    }

    void anyTwoVersionsAreCompared()
    {
        set(u"rate"_s, 0.23, u"a"_s);
        set(u"rate"_s, 0.25, u"b"_s);
        auto *compare = find<QComboBox>(u"contextCompare"_s);
        QCOMPARE(compare->count(), 4);
        compare->setCurrentIndex(compare->findData(2));
        auto *difference = find<JsonDifferenceView>(u"versionDifference"_s);
        QVERIFY(difference->isVisible());
        QCOMPARE(difference->model()->rowCount(), 1);
        QCOMPARE(difference->model()->index(0, 0, {}).data().toString(), u"~ Memory: rate"_s);
        // The newest is followed.
        set(u"more"_s, 1, u"b"_s);
        QCOMPARE(difference->model()->rowCount(), 2);
        compare->setCurrentIndex(0);
        auto *version = find<QComboBox>(u"contextVersion"_s);
        version->setCurrentIndex(version->findData(2));
        QCOMPARE(m_panel->model()
                     ->indexOf(memory(u"rate"_s))
                     .siblingAtColumn(ContextTreeModel::Value)
                     .data()
                     .toString(),
            u"0.23"_s);
    }

    void restoringNeedsAPause()
    {
        set(u"rate"_s, 0.23, u"a"_s);
        set(u"rate"_s, 0.25, u"b"_s);
        const QSignalSpy restore(m_panel.get(), &ContextPanel::restoreRequested);
        auto *version = find<QComboBox>(u"contextVersion"_s);
        auto *button = find<QPushButton>(u"restoreContext"_s);
        version->setCurrentIndex(version->findData(2));
        m_panel->setAccess(ContextAccess::Write);
        QVERIFY(!button->isEnabled());
        m_panel->setAccess(ContextAccess::Restore);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(restore.count(), 1);
        QCOMPARE(restore.at(0).at(0).toInt(), 2);
        version->setCurrentIndex(0);
        QVERIFY(!button->isEnabled());
    }

    void keysAreEditedWithTypes()
    {
        set(u"rate"_s, 0.23, u"a"_s);
        m_panel->setAccess(ContextAccess::Write);
        tree()->setCurrentIndex(m_panel->model()->indexOf(memory(u"rate"_s)));
        auto *edit = find<QPushButton>(u"editContextKey"_s);
        QVERIFY(edit->isEnabled());
        QTest::mouseClick(edit, Qt::LeftButton);
        auto *dialog = m_panel->findChild<ContextKeyDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *value = dialog->findChild<QPlainTextEdit *>(u"keyValue"_s);
        auto *save = dialog->findChild<QPushButton *>(u"saveKey"_s);
        QCOMPARE(value->toPlainText(), u"0.23"_s);
        value->setPlainText(u"much"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog->findChild<QLabel *>(u"keyProblem"_s)->text().isEmpty());
        value->setPlainText(u"0.3"_s);
        int writes = 0;
        connect(m_panel.get(), &ContextPanel::writeRequested, this, [&](const ContextWrite &write) {
            ++writes;
            QCOMPARE(write.key, u"rate"_s);
            QCOMPARE(*write.value, Json(0.3));
        });
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(writes, 1);
    }

    void keysAreAddedAndDeleted()
    {
        m_panel->setAccess(ContextAccess::Write);
        ContextKeyDialog fresh({});
        auto *name = fresh.findChild<QLineEdit *>(u"keyName"_s);
        auto *value = fresh.findChild<QPlainTextEdit *>(u"keyValue"_s);
        value->setPlainText(u"x"_s);
        for (const QString &refused : { u"a b"_s, u"agent_a_result"_s, QString() }) {
            name->setText(refused);
            QVERIFY(!fresh.write());
        }
        name->setText(u"note"_s);
        QVERIFY(fresh.write());
        QCOMPARE(*fresh.write()->value, Json("x"));
        QVERIFY(!fresh.findChild<QPushButton *>(u"deleteKey"_s)->isVisibleTo(&fresh));

        set(u"rate"_s, true, u"a"_s);
        ContextKeyDialog known(m_script->context.values()[memory(u"rate"_s)]);
        QCOMPARE(known.findChild<QComboBox *>(u"valueKind"_s)->currentIndex(), 2);
        std::optional<ContextWrite> deleted;
        connect(&known, &ContextKeyDialog::confirmed, this,
            [&](const ContextWrite &write) { deleted = write; });
        known.findChild<QPushButton *>(u"deleteKey"_s)->click();
        QVERIFY(deleted && !deleted->value);
    }

    void keysThatAreThereAreProposed()
    {
        auto *dialog = new ContextKeyDialog({ { "leads", 3 } }, { { "topic", "Tides" } });
        dialog->open();
        QSignalSpy confirmed(dialog, &ContextKeyDialog::confirmed);
        auto *key = dialog->findChild<QLineEdit *>(u"keyName"_s);
        auto *value = dialog->findChild<QPlainTextEdit *>(u"keyValue"_s);
        auto *remove = dialog->findChild<QPushButton *>(u"deleteKey"_s);
        QCOMPARE(key->completer()->model()->index(0, 0).data().toString(), u"leads"_s);
        QVERIFY(remove->isVisible() && !remove->isEnabled());
        key->setText(u"leads"_s);
        QCOMPARE(value->toPlainText(), u"3"_s);
        QVERIFY(remove->isEnabled());
        dialog->findChild<QComboBox *>(u"keyScope"_s)->setCurrentIndex(1);
        QVERIFY(!remove->isEnabled()); // it is not there
        QCOMPARE(key->completer()->model()->index(0, 0).data().toString(), u"topic"_s);
        key->setText(u"topic"_s);
        QCOMPARE(value->toPlainText(), u"Tides"_s);
        remove->click();
        const auto write = confirmed.at(0).at(0).value<ContextWrite>();
        QCOMPARE(write.key, u"topic"_s);
        QVERIFY(write.scope == ContextChange::Scope::ContextObject);
        QVERIFY(!write.value);
    }

    void reservedKeysAreLeftAlone()
    {
        m_panel->setAccess(ContextAccess::Write);
        const ContextEntry seed = m_script->context.values().first();
        QVERIFY(keyRefusal(seed.key.name));
        tree()->setCurrentIndex(m_panel->model()->indexOf(seed.key));
        QVERIFY(!find<QPushButton>(u"editContextKey"_s)->isEnabled());
        QVERIFY(find<QPushButton>(u"addContextKey"_s)->isEnabled());
    }

    void actionsCallTheWorkspace()
    {
        FakeWorkspace workspace;
        Execution execution;
        execution.id = ExecutionId(u"e-1"_s);
        execution.status = ExecutionStatus::Running;
        workspace.storedExecutions << execution;
        QWidget window;
        window.show();
        auto *actions = new ContextActions(&workspace, &window);
        const QSignalSpy done(actions, &ContextActions::done);
        const QSignalSpy failed(actions, &ContextActions::failed);
        ContextWrite write;
        write.key = u"rate"_s;
        write.value = Json(1);
        actions->write(execution.id, write);
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(workspace.contextWrites.size(), 1);
        workspace.failNext(FakeWorkspace::Call::WriteContext, failure(code::StoreFailed));
        actions->write(execution.id, write);
        QTRY_COMPARE(failed.count(), 1);

        actions->restore(execution.id, 3);
        auto *question = window.findChild<QMessageBox *>(u"restoreQuestion"_s);
        QVERIFY(question);
        question->escapeButton()->click();
        QCOMPARE(workspace.calls(FakeWorkspace::Call::RestoreContext), 0);
        QTRY_VERIFY(!window.findChild<QMessageBox *>(u"restoreQuestion"_s));
        actions->restore(execution.id, 3);
        question = window.findChild<QMessageBox *>(u"restoreQuestion"_s);
        for (QAbstractButton *button : question->buttons()) {
            if (button != question->escapeButton())
                button->click();
        }
        QTRY_COMPARE(workspace.restoredVersions, QList<int> { 3 });
        QTRY_COMPARE(done.count(), 2);
    }

    void isDrawnInBothThemes()
    {
        set(u"growth_rate"_s, 0.23, u"a"_s);
        set(u"sources"_s, { { "list", { "Abraciclo", "IBGE" } } }, u"b"_s);
        set(u"growth_rate"_s, 0.25, u"b"_s);
        tree()->setCurrentIndex(m_panel->model()->indexOf(memory(u"growth_rate"_s)));
        for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
            m_theme->setMode(mode);
            m_theme->install();
            const QImage drawn = m_panel->grab().toImage();
            QVERIFY(!drawn.isNull());
        }
    }

private:
    static ContextKey memory(const QString &key)
    {
        return { ContextChange::Scope::SharedMemory, key };
    }
    void set(const QString &key, const Json &value, const QString &by)
    {
        m_script->set(key, value, by);
        m_panel->refresh();
    }
    template<typename T>
    T *find(const QString &name)
    {
        return m_panel->findChild<T *>(name);
    }
    QTreeView *tree() { return find<QTreeView>(u"contextTree"_s); }

    std::unique_ptr<ContextScript> m_script;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ContextPanel> m_panel;
};

QTEST_MAIN(TestContextPanel)
#include "tst_context_panel.moc"
