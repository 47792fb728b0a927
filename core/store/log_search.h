// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_filter.h"
#include "core/model/log_texts.h"
#include "core/model/text_needle.h"
#include "core/store/execution_key.h"
#include "core/store/statement.h"

#include <QByteArrayList>
#include <QHash>
#include <QSet>
#include <QVariantList>

#include <vector>

namespace renum {

struct ReadSession;

/// One look at a part of a log, on the reader's thread.
class LogSearch {
public:
    LogSearch(ReadSession *session, ExecutionRef execution, LogFilter filter);

    /// seq in (after, upTo].
    [[nodiscard]] Result<QList<qint64>> run(qint64 after, qint64 upTo);

private:
    struct Word {
        TextNeedle needle;
        QSet<QString> types;
        QSet<QString> agents;
    };

    void compose();
    void addTypes();
    void addLevelsOf(const LogKind &kind);
    void addAgents();
    void addTimes();
    void addWord(const LogWord &word);
    [[nodiscard]] bool narrowsKinds() const;
    [[nodiscard]] Result<bool> isHit(const Statement &row);
    [[nodiscard]] bool hasWords(const Statement &row, const QByteArray &data) const;
    [[nodiscard]] bool isCertain(const Statement &row, const QByteArray &data) const;
    [[nodiscard]] Result<bool> hasKind(const Statement &row, const QByteArray &data);
    [[nodiscard]] Result<void> readNames();

    ReadSession *m_session;
    ExecutionRef m_execution;
    LogFilter m_filter;
    QString m_conditions;
    QVariantList m_values; ///< of the conditions
    std::vector<Word> m_words;
    QSet<QString> m_certain; ///< event types that fit whatever their data is
    /// By event type: what would be in the data, in lower case, if it did not fit.
    QHash<QString, QByteArrayList> m_doubts;
    std::optional<QHash<AgentId, QString>> m_names; ///< once needed
};

} // namespace renum
