// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/usage_view.h"

#include "ui/text/money_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>

namespace renum::ui {

namespace {

QString tokenText(const std::optional<qint64> &tokens, bool estimated)
{
    if (!tokens)
        return UsageView::tr("not known");
    const QString number = QLocale().toString(*tokens);
    //: a number that was counted, not told
    return estimated ? UsageView::tr("≈ %1").arg(number) : number;
}

QString costText(const Cost &cost)
{
    const QString amount = format::money(cost);
    if (!amount.isEmpty())
        return amount;
    return cost.calls() > 0 ? UsageView::tr("not known: the model has no price")
                            : UsageView::tr("not known");
}

/// "2 told by the service, 1 without a price".
QString basisText(const Cost &cost)
{
    QStringList parts;
    if (cost.reportedCalls > 0)
        parts << UsageView::tr("%n told by the service", nullptr, cost.reportedCalls);
    if (cost.computedCalls > 0)
        parts << UsageView::tr("%n from the price table", nullptr, cost.computedCalls);
    if (cost.estimatedCalls > 0)
        parts << UsageView::tr("%n estimated", nullptr, cost.estimatedCalls);
    if (cost.unpricedCalls > 0)
        parts << UsageView::tr("%n without a price", nullptr, cost.unpricedCalls);
    return parts.join(UsageView::tr(", ", "between parts of a list"));
}

} // namespace

QList<QStringList> usageRows(const Usage &usage)
{
    const bool estimated = usage.estimated;
    QList<QStringList> rows {
        { UsageView::tr("Cost"), costText(usage.cost) },
        { UsageView::tr("Where the amounts come from"), basisText(usage.cost) },
        { UsageView::tr("Calls of a model"), QLocale().toString(usage.requestCount) },
        { UsageView::tr("Model"), usage.modelName },
        { UsageView::tr("Provider"), usage.modelProvider },
        { UsageView::tr("Tokens read"), tokenText(usage.tokensInput, estimated) },
        { UsageView::tr("Tokens written"), tokenText(usage.tokensOutput, estimated) },
    };
    const auto add = [&](const QString &what, const std::optional<qint64> &tokens) {
        if (tokens)
            rows << QStringList { what, tokenText(tokens, estimated) };
    };
    add(UsageView::tr("Tokens read from a cache"), usage.tokensCached);
    add(UsageView::tr("Tokens written to a cache"), usage.tokensCacheWrite);
    add(UsageView::tr("Tokens of reasoning"), usage.tokensReasoning);
    for (const auto &[name, tokens] : usage.otherTokens)
        add(UsageView::tr("Tokens “%1”").arg(name), tokens);
    rows.removeIf([](const QStringList &row) { return row.constLast().isEmpty(); });
    return rows;
}

UsageView::UsageView(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHeaderHidden(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    retranslate();
}

void UsageView::retranslate()
{
    setAccessibleName(tr("What this step took"));
    showUsage();
}

void UsageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

void UsageView::setUsage(const Usage &usage)
{
    if (usage == m_usage)
        return;
    m_usage = usage;
    showUsage();
}

void UsageView::showUsage()
{
    clear();
    const QList<QStringList> rows = usageRows(m_usage);
    for (const QStringList &row : rows)
        addTopLevelItem(new QTreeWidgetItem(row));
}

} // namespace renum::ui
