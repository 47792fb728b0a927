// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/cost_text.h"
#include "app/cli/output.h"
#include "core/costs/price_codec.h"
#include "core/model/error_codes.h"

#include <QFile>
#include <QSaveFile>

/// What was spent, prices and budgets.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestPriceFile = qint64(32) * 1024 * 1024;

const CostArguments &asked(Session *session)
{
    return session->arguments().costs;
}

bool isJson(Session *session)
{
    return session->arguments().json;
}

CostBook *book(Session *session)
{
    return session->workspace().costBook();
}

void printLines(const QStringList &lines)
{
    for (const QString &line : lines)
        printLine(line);
}

Error priceFileError(const QString &path, const QString &what, const QString &why)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
        u"The file %1 cannot be %2: %3."_s.arg(path, what, why), { { u"file"_s, path } } };
}

Result<QByteArray> load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return priceFileError(path, u"read"_s, file.errorString());
    if (file.size() > LargestPriceFile)
        return priceFileError(path, u"read"_s, u"it has more than 32 MiB"_s);
    return file.readAll();
}

ExitCode saveOrPrint(const QString &path, const QByteArray &bytes)
{
    if (path.isEmpty()) {
        printRaw(QString::fromUtf8(bytes));
        return ExitCode::Completed;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return ExitCode::Completed;
    return failWith(priceFileError(path, u"written"_s, file.errorString()));
}

/// One object, or lines for a person.
template<typename T>
ExitCode printOne(const T &item, bool json, QStringList (*lines)(const T &))
{
    if (json)
        printJson(toJson(item));
    else
        printLines(lines(item));
    return ExitCode::Completed;
}

Json diffJson(const PriceImport &import)
{
    Json changed = Json::array();
    for (const PriceDiff::Change &change : import.diff.changed)
        changed.push_back(
            { { "before", toJson(change.before) }, { "after", toJson(change.after) } });
    return { { "added", toJson(import.diff.added) }, { "changed", std::move(changed) },
        { "unchanged", import.diff.unchanged }, { "skipped", import.skipped.size() } };
}

/// Everything that is asked for, page by page, when it goes to a file; else one page.
QCoro::Task<Result<QList<LedgerRow>>> readLedger(Session *session)
{
    LedgerQuery query = asked(session).ledger;
    const bool all = !asked(session).exportFile.isEmpty() && !session->arguments().limitGiven;
    if (all)
        query.page.limit = 1000;
    QList<LedgerRow> rows;
    do {
        const Result<Page<LedgerRow>> page
            = co_await book(session)->ledger(query, session->token());
        if (!page)
            co_return page.error();
        rows.append(page->items);
        query.page.after = page->next;
    } while (all && !query.page.after.isEmpty());
    co_return Result<QList<LedgerRow>>(rows);
}

} // namespace

QCoro::Task<ExitCode> showCosts(Session *session)
{
    const SpendingQuery query { asked(session).ledger.filter, asked(session).groups };
    const Result<SpendingReport> report = co_await book(session)->spending(query, session->token());
    if (!report)
        co_return failWith(report.error());
    co_return printOne(*report, isJson(session), spendingLines);
}

QCoro::Task<ExitCode> listCalls(Session *session)
{
    const Result<QList<LedgerRow>> rows = co_await readLedger(session);
    if (!rows)
        co_return failWith(rows.error());
    if (!asked(session).exportFile.isEmpty()) {
        QByteArray bytes = ledgerCsvHeader();
        for (const LedgerRow &row : *rows)
            bytes += ledgerCsvLine(row);
        co_return saveOrPrint(asked(session).exportFile, bytes);
    }
    for (const LedgerRow &row : *rows) {
        if (isJson(session))
            printJson(toJson(row));
        else
            printLine(ledgerLine(row));
    }
    if (rows->isEmpty() && !isJson(session))
        printNote(u"There are no such bookings."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> listUnpriced(Session *session)
{
    const Result<SpendingRows> rows = co_await book(session)->unpricedModels(
        asked(session).ledger.filter.days, session->token());
    if (!rows)
        co_return failWith(rows.error());
    for (const SpendingRow &row : *rows) {
        if (isJson(session))
            printJson(toJson(row));
        else
            printLine(unpricedLine(row));
    }
    if (rows->isEmpty() && !isJson(session))
        printNote(u"Every booking has a price."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showMetrics(Session *session)
{
    const TeamId team(session->arguments().target);
    const Result<TeamMetrics> metrics
        = co_await book(session)->teamMetrics(team, asked(session).period, session->token());
    if (!metrics)
        co_return failWith(metrics.error());
    co_return printOne(*metrics, isJson(session), metricsLines);
}

QCoro::Task<ExitCode> showAnalytics(Session *session)
{
    const Result<Analytics> analytics
        = co_await book(session)->analytics(asked(session).period, session->token());
    if (!analytics)
        co_return failWith(analytics.error());
    co_return printOne(*analytics, isJson(session), analyticsLines);
}

QCoro::Task<ExitCode> showPerformance(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<ExecutionPerformance> performance
        = co_await book(session)->performance(id, session->token());
    if (!performance)
        co_return failWith(performance.error());
    co_return printOne(*performance, isJson(session), performanceLines);
}

QCoro::Task<ExitCode> showForecast(Session *session)
{
    const LedgerFilter filter = asked(session).ledger.filter;
    const Result<Forecast> forecast = co_await book(session)->forecast(filter, session->token());
    if (!forecast)
        co_return failWith(forecast.error());
    co_return printOne(*forecast, isJson(session), forecastLines);
}

QCoro::Task<ExitCode> showEstimate(Session *session)
{
    const TeamId id(session->arguments().target);
    const Result<Team> team = co_await session->workspace().team(id, session->token());
    if (!team)
        co_return failWith(team.error());
    const TeamDraft draft = team->draft();
    const Result<TeamPreview> preview
        = co_await session->workspace().preview(draft, session->token());
    if (!preview)
        co_return failWith(preview.error());
    if (!preview->plan) {
        printProblems(preview->problems);
        co_return ExitCode::BadUsage;
    }
    const QString prompt = session->arguments().prompt;
    const Result<RunEstimate> estimate
        = co_await book(session)->estimate(id, *preview->plan, prompt, session->token());
    if (!estimate)
        co_return failWith(estimate.error());
    co_return printOne(*estimate, isJson(session), estimateLines);
}

QCoro::Task<ExitCode> exportBilling(Session *session)
{
    const Result<Billing> billing
        = co_await book(session)->billing(asked(session).ledger.filter.days, session->token());
    if (!billing)
        co_return failWith(billing.error());
    const QString file = asked(session).exportFile;
    const bool json = file.isEmpty() ? isJson(session) : file.endsWith(".json"_L1);
    co_return saveOrPrint(
        file, exported(*billing, json ? BillingFormat::AsJson : BillingFormat::AsCsv));
}

QCoro::Task<ExitCode> listPrices(Session *session)
{
    const Result<PriceBook> prices = co_await book(session)->prices(session->token());
    if (!prices)
        co_return failWith(prices.error());
    if (isJson(session)) {
        printJson({ { "version", toJson(prices->version) }, { "own", toJson(prices->own) },
            { "built_in", toJson(prices->builtIn) } });
        co_return ExitCode::Completed;
    }
    printLine(u"Version %1, US dollars for a million tokens"_s.arg(prices->version));
    for (const PriceEntry &price : prices->own)
        printLine(priceLine(price) + u"  own: "_s + price.key());
    for (const PriceEntry &price : prices->builtIn)
        printLine(priceLine(price));
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> setPrice(Session *session)
{
    const PriceEntry price = asked(session).price;
    const Result<PriceBook> prices = co_await book(session)->setPrice(price, session->token());
    if (!prices)
        co_return failWith(prices.error());
    if (isJson(session))
        printJson(toJson(price));
    else
        printLine(priceLine(price));
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> removePrice(Session *session)
{
    const QString key = session->arguments().target;
    const Result<PriceBook> prices = co_await book(session)->removePrice(key, session->token());
    co_return prices ? ExitCode::Completed : failWith(prices.error());
}

QCoro::Task<ExitCode> importPriceFile(Session *session)
{
    const QString path = session->arguments().target;
    const Result<QByteArray> file = load(path);
    if (!file)
        co_return failWith(file.error());
    const QString source
        = asked(session).price.source.isEmpty() ? path : asked(session).price.source;
    const bool preview = session->arguments().planOnly;
    QCoro::Task<Result<PriceImport>> importing = preview
        ? book(session)->previewImport(*file, source, session->token())
        : book(session)->importPrices(*file, source, session->token());
    const Result<PriceImport> import = co_await importing;
    if (!import)
        co_return failWith(import.error());
    if (isJson(session))
        printJson(diffJson(*import));
    else
        printLines(importLines(*import));
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> exportPriceFile(Session *session)
{
    const PriceFormat format = asked(session).liteLlm ? PriceFormat::LiteLlm : PriceFormat::Renum;
    const Result<QByteArray> bytes = co_await book(session)->exportPrices(format, session->token());
    if (!bytes)
        co_return failWith(bytes.error());
    co_return saveOrPrint(session->arguments().target, *bytes);
}

QCoro::Task<ExitCode> listBudgets(Session *session)
{
    const Result<QList<BudgetStatus>> budgets = co_await book(session)->budgets(session->token());
    if (!budgets)
        co_return failWith(budgets.error());
    bool reached = false;
    for (const BudgetStatus &status : *budgets) {
        reached = reached || (status.budget.active && status.level == BudgetStatus::Level::Reached);
        printOne(status, isJson(session), budgetLines);
    }
    if (budgets->isEmpty() && !isJson(session))
        printNote(u"There are no budgets."_s);
    co_return reached &&asked(session).check ? ExitCode::Budget : ExitCode::Completed;
}

QCoro::Task<ExitCode> addBudget(Session *session)
{
    const Budget wanted = asked(session).budget;
    const Result<Budget> budget = co_await book(session)->saveBudget(wanted, session->token());
    if (!budget)
        co_return failWith(budget.error());
    if (isJson(session))
        printJson(toJson(*budget));
    else
        printLine(budget->id.toString());
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> removeBudget(Session *session)
{
    const BudgetId id(session->arguments().target);
    const Result<void> removed = co_await book(session)->removeBudget(id, session->token());
    co_return removed ? ExitCode::Completed : failWith(removed.error());
}

} // namespace renum::cli
