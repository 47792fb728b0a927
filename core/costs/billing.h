// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ledger.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <tuple>

namespace renum {

enum class BillingFormat { AsCsv, AsJson };

/// Lines for an invoice (contract §7.5, feature CM-09): by day, team, agent, model and the owner of
/// the key; the same bookings always give the same bytes.
struct BillingLine {
    QDate day;
    TeamId team;
    AgentId agent;
    QString provider;
    QString model;
    QString apiKeyType;
    QString apiKeyHash;
    Spending spending;
};
struct Billing {
    DayRange days;
    QString user; ///< who it is for; empty on a computer of one's own
    QList<BillingLine> lines; ///< in order
    Spending total;
};
/// Adds bookings up, in any order.
class BillingBuilder {
public:
    void add(const LedgerRow &row);
    [[nodiscard]] Billing billing(const DayRange &days, const QString &user) const;

private:
    using Key = std::tuple<QDate, QString, QString, QString, QString, QString, QString>;
    std::map<Key, Spending> m_sums;
};
[[nodiscard]] QByteArray exported(const Billing &billing, BillingFormat format);

/// Bookings as CSV, with units as they are counted: whole tokens, whole billionths of a dollar.
[[nodiscard]] QByteArray ledgerCsvHeader();
[[nodiscard]] QByteArray ledgerCsvLine(const LedgerRow &row);

/// What one booking adds to sums.
[[nodiscard]] Spending spendingOf(const LedgerRow &row);

} // namespace renum
