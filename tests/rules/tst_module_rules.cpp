// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/source_tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Folders of core/, top first: dependencies only point down this list (design §2).
const QStringList &coreOrder()
{
    static const QStringList order { u"workspace"_s, u"engine"_s, u"workflow"_s, u"team"_s,
        u"agents"_s, u"costs"_s, u"store"_s, u"net"_s, u"model"_s };
    return order;
}

/// Headers of Qt modules that a part of the tree must not see, by their class names.
const QRegularExpression &guiHeaders()
{
    static const QRegularExpression pattern(
        u"^(QtGui|QtWidgets|QtCharts|QtSvg)(/|$)|"
        "^Q(Application|GuiApplication|Widget|Painter|PainterPath|Pen|Brush|Color|Font|FontMetrics|"
        "Icon|Image|Pixmap|Palette|Screen|Window|Cursor|Clipboard|MainWindow|Dialog|Label|"
        "PushButton|"
        "ToolButton|Menu|Action|LineEdit|TextEdit|TextBrowser|TextDocument|PlainTextEdit|ListView|"
        "TreeView|TableView|Graphics\\w+|Style\\w*|Svg\\w+|Chart\\w*|MessageBox|FileDialog|"
        "StandardItemModel|ValidatorQ|Layout|\\w+Layout|KeySequence|MouseEvent|KeyEvent|"
        "DesktopServices)$"_s);
    return pattern;
}

const QRegularExpression &sqlAndNetworkHeaders()
{
    static const QRegularExpression pattern(
        u"^(QtSql|QtNetwork|QtWebSockets)(/|$)|"
        "^Q(Sql\\w*|Network\\w*|Tcp\\w+|Udp\\w+|Ssl\\w*|Local(Socket|Server)|WebSocket\\w*|"
        "HostAddress|HostInfo|AbstractSocket|DnsLookup)$|"
        "^core/(store/(?!store\\.h)|net/(?!clock\\.h|one_shot\\.h|task_scope\\.h)|agents/(?!agent)|"
        "engine/)"_s);
    return pattern;
}

QString coreFolder(const QString &path)
{
    return path.startsWith("core/"_L1) ? path.section(u'/', 1, 1) : QString();
}

/// What is wrong with one include, or empty.
QString complaint(const Include &include)
{
    const QString where
        = u"%1:%2 includes %3: "_s.arg(include.file).arg(include.line).arg(include.target);
    const QString from = coreFolder(include.file);
    const QString to = coreFolder(include.target);
    const bool inUi = include.file.startsWith("ui/"_L1);
    if (!from.isEmpty() && !to.isEmpty() && coreOrder().indexOf(from) > coreOrder().indexOf(to))
        return where + u"core/%1 must know nothing of core/%2"_s.arg(from, to);
    if (!from.isEmpty() && !coreOrder().contains(from))
        return where + u"core/%1 has no place in the order of modules"_s.arg(from);
    if (!from.isEmpty()
        && (include.target.startsWith("ui/"_L1) || include.target.startsWith("app/"_L1)))
        return where + u"core must not know its front ends"_s;
    if (inUi && include.target.startsWith("app/"_L1))
        return where + u"ui must not know the applications"_s;
    if (!from.isEmpty() && guiHeaders().match(include.target).hasMatch())
        return where + u"core has no Gui and no Widgets"_s;
    if (inUi && sqlAndNetworkHeaders().match(include.target).hasMatch())
        return where + u"ui reaches data only through Workspace"_s;
    if (include.quoted && !include.target.contains(u'/') && !include.target.endsWith(".moc"_L1))
        return where + u"include from the root of the tree"_s;
    return {};
}

} // namespace

/// Design §2: the direction of dependencies, and what core and ui may see.
class TestModuleRules : public QObject {
    Q_OBJECT

private slots:
    void theTreeKeepsTheRules()
    {
        const QList<SourceFile> files = sourceFiles({ u"core"_s, u"ui"_s, u"app"_s });
        QVERIFY2(files.size() > 50, "the source tree was not found");
        QStringList complaints;
        for (const SourceFile &file : files) {
            for (const Include &include : includesOf(file)) {
                if (const QString text = complaint(include); !text.isEmpty())
                    complaints.append(text);
            }
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void theRulesCatchViolations_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const char *path, const char *line, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line)
                                << allowed;
        };
        row("down", "core/engine/x.cpp", "#include \"core/model/ids.h\"", true);
        row("same folder", "core/net/x.cpp", "#include \"core/net/clock.h\"", true);
        row("up", "core/model/x.cpp", "#include \"core/net/clock.h\"", false);
        row("store knows the engine", "core/store/x.cpp", "#include \"core/engine/y.h\"", false);
        row("unknown folder", "core/utils/x.cpp", "#include <QString>", false);
        row("core with a widget", "core/engine/x.h", "#include <QWidget>", false);
        row("core with Gui", "core/engine/x.h", "#include <QtGui/QColor>", false);
        row("core with ui", "core/engine/x.h", "#include \"ui/theme/theme.h\"", false);
        row("ui with SQL", "ui/teams/x.cpp", "#include <QSqlQuery>", false);
        row("ui with network", "ui/teams/x.cpp", "#include <QNetworkReply>", false);
        row("ui with the engine", "ui/teams/x.cpp", "#include \"core/engine/orchestrator.h\"",
            false);
        row("ui with Workspace", "ui/teams/x.cpp", "#include \"core/workspace/workspace.h\"", true);
        row("ui with app", "ui/teams/x.cpp", "#include \"app/cli/x.h\"", false);
        row("not from the root", "ui/teams/x.cpp", "#include \"x.h\"", false);
        row("moc", "tests/x.cpp", "#include \"x.moc\"", true);
    }
    void theRulesCatchViolations()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        const QList<Include> includes = includesOf(sourceFile(path, line));
        QCOMPARE(includes.size(), 1);
        QTEST(complaint(includes.first()).isEmpty(), "allowed");
    }
};

QTEST_APPLESS_MAIN(TestModuleRules)
#include "tst_module_rules.moc"
