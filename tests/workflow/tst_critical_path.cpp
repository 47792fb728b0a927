// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/critical_path.h"

#include <QStringList>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(int second)
{
    return Timestamp(std::chrono::seconds(second));
}

WorkSpan span(const QString &step, int start, int end, const QStringList &after = {})
{
    WorkSpan made { StepId(step), at(start), at(end), {} };
    for (const QString &id : after)
        made.after.emplace_back(id);
    return made;
}

QString pathOf(const std::vector<WorkSpan> &spans)
{
    QStringList names;
    for (const std::size_t index : criticalPath(spans))
        names << spans[index].step.toString();
    return names.join(u' ');
}

} // namespace

class TestCriticalPath : public QObject {
    Q_OBJECT

private slots:
    void emptyWithoutWork() { QVERIFY(criticalPath({}).empty()); }

    void followsTheOneThatEndedLast()
    {
        // Both feed the reporter; the analyst kept it waiting.
        QCOMPARE(pathOf({ span(u"research"_s, 0, 10), span(u"analyst"_s, 0, 25),
                     span(u"reporter"_s, 26, 30, { u"research"_s, u"analyst"_s }) }),
            u"analyst reporter"_s);
        QCOMPARE(pathOf({ span(u"a"_s, 0, 10), span(u"b"_s, 10, 20, { u"a"_s }),
                     span(u"c"_s, 20, 30, { u"b"_s, u"a"_s }) }),
            u"a b c"_s);
    }

    void aLongBranchThatNobodyWaitsForCounts()
    {
        QCOMPARE(pathOf({ span(u"a"_s, 0, 10), span(u"b"_s, 10, 12, { u"a"_s }),
                     span(u"long"_s, 0, 40) }),
            u"long"_s);
    }

    void iterationsAreStepsOfTheirOwn()
    {
        QCOMPARE(pathOf({ span(u"writer"_s, 0, 5), span(u"critic"_s, 5, 8, { u"writer"_s }),
                     span(u"writer#2"_s, 8, 14, { u"critic"_s, u"writer"_s }) }),
            u"writer critic writer#2"_s);
    }

    void survivesADamagedLog()
    {
        QCOMPARE(
            pathOf({ span(u"a"_s, 0, 9, { u"b"_s, u"gone"_s }), span(u"b"_s, 0, 8, { u"a"_s }) }),
            u"b a"_s);
        QCOMPARE(pathOf({ span(u"a"_s, 0, 9, { u"a"_s }) }), u"a"_s);
    }
};

QTEST_GUILESS_MAIN(TestCriticalPath)
#include "tst_critical_path.moc"
