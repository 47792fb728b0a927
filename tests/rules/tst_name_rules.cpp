// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/source_tree.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// What a line at the left margin of an anonymous namespace names; empty when it names nothing.
QString namedBy(const QString &line)
{
    static const QRegularExpression type(u"^(enum class|enum|class|struct) (\\w+)"_s);
    static const QRegularExpression other(u"^[\\w:<>,&*\\[\\] ]*[ &*](\\w+) ?([(={;[]|$)"_s);
    if (const auto match = type.match(line); match.hasMatch())
        return match.captured(2);
    const auto match = other.match(line);
    return match.hasMatch() ? match.captured(1) : QString();
}

/// The names of a file's anonymous namespaces. Aliases may repeat: they mean the same.
QStringList privateNames(const SourceFile &file)
{
    QStringList names;
    bool inside = false;
    const QStringList lines = file.code();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (line.trimmed() == "namespace {"_L1)
            inside = true;
        else if (inside && line.startsWith(u'}') && file.lines.at(i).endsWith("// namespace"_L1))
            inside = false;
        else if (inside && !line.isEmpty() && (line.at(0).isLetter() || line.at(0) == u'_')
            && !line.startsWith("using "_L1) && !line.startsWith("template"_L1))
            names.append(namedBy(line));
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

} // namespace

/// The sources of a folder can be compiled as one (packaging/cmake/RenumUnity.cmake): what two of
/// them keep to themselves under one name is either the same and belongs in a header, or it is not
/// and deserves a name of its own.
class TestNameRules : public QObject {
    Q_OBJECT

private slots:
    void privateNamesAreFoundOnceInAFolder()
    {
        const QList<SourceFile> files = sourceFiles({ u"core"_s, u"ui"_s, u"app"_s });
        QVERIFY2(files.size() > 80, "the source tree was not found");
        QHash<QString, QString> owners;
        QStringList complaints;
        for (const SourceFile &file : files) {
            if (!file.path.endsWith(".cpp"_L1))
                continue;
            const QString folder = file.path.section(u'/', 0, -2);
            for (const QString &name : privateNames(file)) {
                const QString key = folder + u' ' + name;
                if (const QString owner = owners.value(key); !owner.isEmpty())
                    complaints.append(
                        u"%1 and %2 both have a \"%3\" of their own"_s.arg(owner, file.path, name));
                owners.insert(key, file.path);
            }
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void namesAreRecognised_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *line, const char *name) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(name);
        };
        row("constexpr int Most = 3;", "Most");
        row("constexpr QSize First { 1, 2 };", "First");
        row("const std::array Rows {", "Rows");
        row("std::optional<Json> outputOf(const SchedulerState &state)", "outputOf");
        row("const Json *find(const Json &json)", "find");
        row("struct Words {", "Words");
        row("constexpr Row Rows[] = {", "Rows");
        row("enum class Side { Left, Right };", "Side");
        row("using Index = std::size_t;", "");
        row("return 3;", "");
    }
    void namesAreRecognised()
    {
        QFETCH(QString, line);
        const SourceFile file = sourceFile(u"core/x/y.cpp"_s,
            QString(u"namespace {\n"_s + line + u"\n} // namespace\nint outside = 3;\n"_s));
        QStringList names = privateNames(file);
        names.removeAll(u"3"_s);
        QTEST(names.join(u','), "name");
    }
};

QTEST_APPLESS_MAIN(TestNameRules)
#include "tst_name_rules.moc"
