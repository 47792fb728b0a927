// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringView>

namespace renum {

/// A tool call that a model wrote into its text as XML (suna-api.md §3.5).
struct XmlToolCall {
    QString name; ///< with underscores, as in `function_name`
    QList<QPair<QString, QString>> parameters;

    /// The parameters as a JSON object.
    [[nodiscard]] QString argumentsJson() const;
    /// The value of a parameter, or empty.
    [[nodiscard]] QString parameter(const QString &wanted) const;
};

/// Separates a streamed text from the tool XML in it: `<function_calls>…</function_calls>`, a bare
/// `<invoke>`, and the older form with a tag for each tool. What might still become such a tag is
/// held back. Any chunk boundary gives the same text.
class ToolXmlFilter {
public:
    explicit ToolXmlFilter(QSet<QString> toolTags = {});

    /// The visible part that `text` adds.
    [[nodiscard]] QString feed(QStringView text);
    /// At the end of the text: what was held back, unless it is the beginning of a tool call.
    [[nodiscard]] QString finish();
    /// Treats `<name …>` as a tool's tag from now on.
    void hideTag(const QString &name);
    /// The calls whose XML was complete, in order.
    [[nodiscard]] const QList<XmlToolCall> &calls() const { return m_calls; }

private:
    enum class State { Text, OpeningTag, Body };
    enum class Match { No, Maybe, Yes };

    qsizetype readText(qsizetype from, QString &visible);
    qsizetype readOpeningTag(qsizetype from);
    qsizetype readBody(qsizetype from);
    [[nodiscard]] Match matchTag(qsizetype at, QString &name) const;
    [[nodiscard]] bool isToolTag(const QString &name) const;
    [[nodiscard]] bool mayBecomeToolTag(const QString &start) const;
    void closeElement(qsizetype from, qsizetype end);

    QSet<QString> m_toolTags;
    QString m_pending; ///< undecided text, or a tool's element so far
    QString m_tag;
    State m_state = State::Text;
    qsizetype m_scan = 0; ///< how far m_pending was searched
    QChar m_quote;
    QList<XmlToolCall> m_calls;
};

/// The whole text without tool XML, and the calls in it.
struct SplitText {
    QString visible;
    QList<XmlToolCall> calls;
};
[[nodiscard]] SplitText splitToolXml(const QString &text, const QSet<QString> &toolTags = {});

} // namespace renum
