// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/source_tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int MaxFileLines = 400;

struct Rule {
    const char *name;
    QRegularExpression pattern;
    QString advice;
    QStringList folders; ///< empty: everywhere
};

/// What must not stand in code (comments and literals removed). House style §5, §3, §10.
const QList<Rule> &rules()
{
    static const QList<Rule> list {
        { "await in a condition",
            QRegularExpression(u"\\b(if|while|for|switch)\\s*\\(.*\\bco_await\\b"_s),
            u"await in a statement of its own: g++ 12 crashes here"_s, {} },
        { "lambda among the arguments of an await",
            QRegularExpression(u"\\bco_await\\b[^;]*\\(.*\\[[&=\\w, ]*\\]\\s*[({]"_s),
            u"name the argument first: g++ 12 destroys it twice"_s, {} },
        { "braced list among the arguments of an await",
            QRegularExpression(u"\\bco_await\\b[^;]*\\([^;]*\\{"_s),
            u"name the argument first: g++ 12 destroys it twice"_s, {} },
        { "nested event loop",
            QRegularExpression(
                u"\\bQEventLoop\\b|\\bprocessEvents\\s*\\(|\\bwaitFor\\s*\\(|"
                "\\bwaitFor(Finished|Started|ReadyRead|Connected|BytesWritten)\\b"_s),
            u"no nested event loops and no blocking waits"_s, { u"core"_s, u"ui"_s, u"app"_s } },
        { "modal exec", QRegularExpression(u"[dD]ialog\\s*(\\.|->)\\s*exec\\s*\\("_s),
            u"open dialogs with open()"_s, { u"ui"_s, u"app"_s } },
        { "sleep",
            QRegularExpression(
                u"\\b(sleep_for|sleep_until|msleep|usleep|qSleep|QThread::sleep)\\b|qWait\\s*\\((?!0\\))"_s),
            u"no sleeps: wait for what should happen"_s, {} },
        { "clock in the engine",
            QRegularExpression(u"\\bQTimer\\b|system_clock::now|currentDateTime|QElapsedTimer|"
                               "steady_clock::now"_s),
            u"take time from Clock, so that tests run it virtually"_s,
            { u"core/engine"_s, u"core/workflow"_s, u"core/team"_s } },
        { "translation in core", QRegularExpression(u"\\btr\\s*\\("_s),
            u"core sends codes and values; words for people are made in ui"_s,
            { u"core"_s, u"app/cli"_s, u"app/simulator"_s } },
        { "QObject in pure code", QRegularExpression(u"\\bQ_OBJECT\\b"_s),
            u"model, team and workflow are values and pure functions"_s,
            { u"core/model"_s, u"core/workflow"_s, u"core/team"_s } },
        { "unfinished work", QRegularExpression(u"\\b(TODO|FIXME|XXX)\\b"_s),
            u"finish it or name an issue elsewhere"_s, { u"core"_s, u"ui"_s, u"app"_s } },
        { "uncategorised log", QRegularExpression(u"\\bq(Debug|Info|Warning|Critical)\\s*\\("_s),
            u"log with a category"_s, { u"core"_s, u"ui"_s } },
        { "string-based connect", QRegularExpression(u"\\b(SIGNAL|SLOT)\\s*\\("_s),
            u"connect function pointers"_s, {} },
    };
    return list;
}

bool applies(const Rule &rule, const QString &path)
{
    if (rule.folders.isEmpty())
        return true;
    return std::ranges::any_of(
        rule.folders, [&path](const QString &folder) { return path.startsWith(folder + u'/'); });
}

QStringList complaints(const SourceFile &file)
{
    QStringList list;
    const QStringList code = file.code();
    for (const Rule &rule : rules()) {
        if (!applies(rule, file.path))
            continue;
        for (qsizetype i = 0; i < code.size(); ++i) {
            if (rule.pattern.match(code[i]).hasMatch())
                list.append(u"%1:%2: %3: %4"_s.arg(file.path).arg(i + 1).arg(
                    QString::fromLatin1(rule.name), rule.advice));
        }
    }
    return list;
}

QString headComplaint(const SourceFile &file)
{
    const bool licensed = file.lines.value(0).startsWith("// SPDX-FileCopyrightText:"_L1)
        && file.lines.value(1) == "// SPDX-License-Identifier: GPL-3.0-or-later"_L1;
    if (!licensed)
        return file.path + u": begin with the two SPDX lines"_s;
    if (file.path.endsWith(".h"_L1) && file.lines.value(2) != "#pragma once"_L1)
        return file.path + u": #pragma once follows the SPDX lines"_s;
    return {};
}

} // namespace

/// House style: what every source file keeps to.
class TestSourceRules : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_files = sourceFiles({ u"core"_s, u"ui"_s, u"app"_s, u"tests"_s });
        QVERIFY2(m_files.size() > 80, "the source tree was not found");
    }

    void filesBeginWithTheirLicence()
    {
        QStringList list;
        for (const SourceFile &file : std::as_const(m_files)) {
            if (const QString text = headComplaint(file); !text.isEmpty())
                list.append(text);
        }
        QVERIFY2(list.isEmpty(), qPrintable(list.join(u'\n')));
    }

    void filesAreShort()
    {
        QStringList list;
        for (const SourceFile &file : std::as_const(m_files)) {
            const bool product = !file.path.startsWith("tests/"_L1);
            if (product && file.lines.size() > MaxFileLines + 1)
                list.append(u"%1 has %2 lines: split it"_s.arg(file.path).arg(file.lines.size()));
        }
        QVERIFY2(list.isEmpty(), qPrintable(list.join(u'\n')));
    }

    void codeKeepsTheRules()
    {
        QStringList list;
        for (const SourceFile &file : std::as_const(m_files)) {
            if (!file.path.startsWith("tests/rules/"_L1))
                list.append(complaints(file));
        }
        QVERIFY2(list.isEmpty(), qPrintable(list.join(u'\n')));
    }

    void theRulesCatchViolations_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("found");
        const auto row = [](const char *path, const char *line, int found) {
            QTest::newRow(line) << QString::fromLatin1(path) << QString::fromLatin1(line) << found;
        };
        row("core/net/x.cpp", "const auto reply = co_await m_http.send(request, stop);", 0);
        row("core/net/x.cpp", "if (co_await ready())", 1);
        row("core/net/x.cpp", "const auto x = co_await f([this] { g(); });", 2);
        row("core/net/x.cpp", "const auto x = co_await f(Request { 1, 2 });", 1);
        row("core/net/x.cpp", "// if (co_await ready()) would crash", 0);
        row("core/net/x.cpp", "log(\"if (co_await x)\");", 0);
        row("ui/run/x.cpp", "QEventLoop loop;", 1);
        row("ui/run/x.cpp", "dialog->exec();", 1);
        row("core/net/x.cpp", "std::this_thread::sleep_for(1s);", 1);
        row("core/engine/x.cpp", "QTimer timer;", 1);
        row("core/net/x.cpp", "QTimer timer;", 0);
        row("core/store/x.cpp", "show(tr(\"Hello\"));", 1);
        row("core/workflow/x.h", "Q_OBJECT", 1);
        row("core/net/x.cpp", "qWarning() << 1;", 1);
        row("core/net/x.cpp", "qCWarning(lcNet) << 1;", 0);
    }
    void theRulesCatchViolations()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QTEST(int(complaints(sourceFile(path, line)).size()), "found");
    }

    void headsAreChecked()
    {
        const QString spdx = u"// SPDX-FileCopyrightText: 2026 The Renum authors\n"
                             "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
        QVERIFY(headComplaint(sourceFile(u"core/x.cpp"_s, spdx)).isEmpty());
        QVERIFY(headComplaint(sourceFile(u"core/x.h"_s, spdx + u"#pragma once\n"_s)).isEmpty());
        QVERIFY(!headComplaint(sourceFile(u"core/x.h"_s, spdx)).isEmpty());
        QVERIFY(!headComplaint(sourceFile(u"core/x.cpp"_s, u"int x;\n"_s)).isEmpty());
    }

private:
    QList<SourceFile> m_files;
};

QTEST_APPLESS_MAIN(TestSourceRules)
#include "tst_source_rules.moc"
