// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class tst_Spending : public QObject {
    Q_OBJECT

private slots:
    void unknownIsNotZero();
    void sumsKeepWhereAmountsComeFrom();
    void usageKeepsEveryTypeOfToken();
    void configGoesThroughJson();
    void hostileConfigsAreIgnored();
};

void tst_Spending::unknownIsNotZero()
{
    const Cost unpriced = Cost::ofCall(CostBasis::Unpriced, 7);
    QVERIFY(!unpriced.isKnown());
    QVERIFY(unpriced.isApproximate());
    QVERIFY(toJson(unpriced).at("nano_usd").is_null());
    const Cost free = Cost::ofCall(CostBasis::Reported, 0);
    QVERIFY(free.isKnown());
    QVERIFY(!free.isApproximate());
    QVERIFY(toJson(free).at("nano_usd") == 0);
    for (const CostBasis basis :
        { CostBasis::Unpriced, CostBasis::Estimated, CostBasis::Computed, CostBasis::Reported })
        QVERIFY(costBasisFromString(toString(basis)) == basis);
    QVERIFY(!costBasisFromString(u"free"_s));
}

void tst_Spending::sumsKeepWhereAmountsComeFrom()
{
    Cost sum = Cost::ofCall(CostBasis::Reported, 5);
    sum.add(Cost::ofCall(CostBasis::Computed, 3));
    QVERIFY(!sum.isApproximate());
    sum.add(Cost::ofCall(CostBasis::Estimated, 2));
    sum.add(Cost::ofCall(CostBasis::Unpriced, 9));
    QCOMPARE(sum.nanoUsd, 10);
    QCOMPARE(sum.calls(), 4);
    QCOMPARE(sum.unpricedCalls, 1);
    QVERIFY(sum.isApproximate());
    QVERIFY(costFromJson(toJson(sum)) == sum);
}

void tst_Spending::usageKeepsEveryTypeOfToken()
{
    Usage usage;
    usage.tokensInput = 10;
    usage.tokensCacheWrite = 4;
    usage.tokensReasoning = 3;
    usage.otherTokens = { { u"audio"_s, 2 } };
    usage.requestCount = 1;
    usage.cost = Cost::ofCall(CostBasis::Computed, 12);
    QVERIFY(usageFromJson(toJson(usage)) == usage);
    Usage sum = usage;
    sum.add(usage);
    QCOMPARE(sum.otherTokens.at(u"audio"_s), 4);
    QVERIFY(sum.tokensCacheWrite == 8);
    QVERIFY(sum.tokensReasoning == 6);
    QCOMPARE(sum.cost.nanoUsd, 24);
}

void tst_Spending::configGoesThroughJson()
{
    ExecutionConfig config;
    config.cap = { 1'000, 50, 3, SpendingCap::Action::Stop };
    Condition condition;
    condition.field = u"result"_s;
    condition.op = u"contains"_s;
    condition.value = Json("draft");
    const AgentId writer(u"writer"_s);
    config.breakpoints.push_back({ writer, Breakpoint::Place::After, false, condition });
    config.breakpoints.push_back({ writer, Breakpoint::Place::Before, true, std::nullopt });
    StepOutput output;
    output.result = u"kept"_s;
    config.pinned.insert(AgentId(u"writer"_s), output);
    const ExecutionConfig read = executionConfigFromJson(toJson(config));
    QVERIFY(read.cap == config.cap);
    QVERIFY(read.breakpoints == config.breakpoints);
    QCOMPARE(read.pinned.value(AgentId(u"writer"_s)).result, u"kept"_s);
    QVERIFY(!executionConfigFromJson(Json::object()).cap.isSet());
}

void tst_Spending::hostileConfigsAreIgnored()
{
    const ExecutionConfig read = executionConfigFromJson(Json::parse(R"({
        "cap": {"max_nano_usd": -1, "max_tokens": "many", "max_calls": 99999999999, "at_limit": 7},
        "breakpoints": [1, {}, {"agent_id": ""}, {"agent_id": "a", "condition": {"field": 3}}],
        "pinned_results": []})"));
    QVERIFY(!read.cap.isSet());
    QVERIFY(read.breakpoints.empty());
    QVERIFY(read.pinned.isEmpty());
    QVERIFY(!holdReasonFromString(u"boredom"_s));
}

QTEST_APPLESS_MAIN(tst_Spending)
#include "tst_spending.moc"
