// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_tool_xml.h"

#include "core/model/json.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestTagName = 64;

/// Tags of the tools that every Suna of the XML generations has; those of further tools are learned
/// from the rows that name them.
const QSet<QString> &builtInTags()
{
    static const QSet<QString> tags { u"function_calls"_s, u"invoke"_s, u"ask"_s, u"complete"_s,
        u"web-browser-takeover"_s, u"expand-message"_s, u"create-file"_s, u"delete-file"_s,
        u"str-replace"_s, u"full-file-rewrite"_s, u"execute-command"_s, u"check-command-output"_s,
        u"terminate-command"_s, u"list-commands"_s, u"web-search"_s, u"scrape-webpage"_s,
        u"see-image"_s, u"deploy"_s, u"expose-port"_s, u"execute-data-provider-call"_s,
        u"get-data-provider-endpoints"_s };
    return tags;
}
// Browser tools are many and share this beginning.
constexpr auto BrowserTags = "browser-"_L1;

bool isNameChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

/// The value of attribute `name` in an opening tag.
QString attribute(QStringView tag, QLatin1StringView name)
{
    const QString key = name % u'=';
    const qsizetype at = tag.indexOf(key);
    if (at < 0 || at + key.size() >= tag.size())
        return {};
    const QChar quote = tag[at + key.size()];
    const qsizetype from = at + key.size() + 1;
    const qsizetype end = tag.indexOf(quote, from);
    const bool quoted = (quote == u'"' || quote == u'\'') && end >= 0;
    return quoted ? tag.mid(from, end - from).toString() : QString();
}

/// An element found by its literal tags: no nesting, as Suna's own reader sees it.
struct Element {
    QStringView openingTag;
    QStringView body;
    qsizetype end = -1; ///< behind the closing tag; -1 when there is no further element
};
Element nextElement(QStringView text, const QString &name, qsizetype from)
{
    const qsizetype open = text.indexOf(QString(u'<' % name), from);
    const qsizetype openEnd = open < 0 ? -1 : text.indexOf(u'>', open);
    if (openEnd < 0)
        return {};
    const QString closing = u"</"_s % name % u'>';
    const qsizetype close = text.indexOf(closing, openEnd);
    const qsizetype bodyEnd = close < 0 ? text.size() : close;
    return { text.mid(open, openEnd - open), text.mid(openEnd + 1, bodyEnd - openEnd - 1),
        close < 0 ? text.size() : close + closing.size() };
}

QList<XmlToolCall> readInvocations(QStringView block)
{
    QList<XmlToolCall> calls;
    for (qsizetype at = 0; at < block.size();) {
        const Element invoke = nextElement(block, u"invoke"_s, at);
        if (invoke.end < 0)
            break;
        at = invoke.end;
        XmlToolCall call { attribute(invoke.openingTag, "name"_L1), {} };
        for (qsizetype inner = 0; inner < invoke.body.size();) {
            const Element parameter = nextElement(invoke.body, u"parameter"_s, inner);
            if (parameter.end < 0)
                break;
            inner = parameter.end;
            call.parameters.append(
                { attribute(parameter.openingTag, "name"_L1), parameter.body.toString() });
        }
        calls += call;
    }
    return calls;
}

} // namespace

QString XmlToolCall::argumentsJson() const
{
    Json object = Json::object();
    for (const auto &[key, value] : parameters)
        object[key.toStdString()] = toJson(value);
    return compactJsonText(object);
}

QString XmlToolCall::parameter(const QString &wanted) const
{
    const auto it = std::find_if(parameters.cbegin(), parameters.cend(),
        [&wanted](const auto &each) { return each.first == wanted; });
    return it == parameters.cend() ? QString() : it->second;
}

ToolXmlFilter::ToolXmlFilter(QSet<QString> toolTags)
    : m_toolTags(std::move(toolTags))
{
}

void ToolXmlFilter::hideTag(const QString &name)
{
    m_toolTags.insert(name);
}

QString ToolXmlFilter::feed(QStringView text)
{
    m_pending += text;
    QString visible;
    qsizetype at = 0;
    for (qsizetype before = -1; at != before && at < m_pending.size();) {
        before = at;
        if (m_state == State::Text)
            at = readText(at, visible);
        if (m_state == State::OpeningTag)
            at = readOpeningTag(at);
        if (m_state == State::Body)
            at = readBody(at);
    }
    m_pending.remove(0, at);
    m_scan = std::max<qsizetype>(0, m_scan - at);
    return visible;
}

/// Moves text to `visible` up to a tool's tag, or up to what may become one.
qsizetype ToolXmlFilter::readText(qsizetype from, QString &visible)
{
    for (;;) {
        const qsizetype open = m_pending.indexOf(u'<', from);
        const qsizetype end = open < 0 ? m_pending.size() : open;
        visible += QStringView(m_pending).mid(from, end - from);
        if (open < 0)
            return end;
        QString name;
        const Match match = matchTag(open, name);
        if (match == Match::Maybe)
            return open;
        if (match == Match::Yes) {
            m_state = State::OpeningTag;
            m_tag = name;
            m_scan = open + 1 + name.size();
            m_quote = {};
            return open;
        }
        visible += u'<';
        from = open + 1;
    }
}

ToolXmlFilter::Match ToolXmlFilter::matchTag(qsizetype at, QString &name) const
{
    qsizetype end = at + 1;
    while (end < m_pending.size() && end - at <= LongestTagName && isNameChar(m_pending[end]))
        ++end;
    name = m_pending.mid(at + 1, end - at - 1);
    if (end == m_pending.size())
        return mayBecomeToolTag(name) ? Match::Maybe : Match::No;
    const QChar next = m_pending[end];
    const bool delimited = next.isSpace() || next == u'>' || next == u'/';
    return delimited && isToolTag(name) ? Match::Yes : Match::No;
}

qsizetype ToolXmlFilter::readOpeningTag(qsizetype from)
{
    for (; m_scan < m_pending.size(); ++m_scan) {
        const QChar c = m_pending[m_scan];
        if (!m_quote.isNull()) {
            m_quote = c == m_quote ? QChar() : m_quote;
        } else if (c == u'"' || c == u'\'') {
            m_quote = c;
        } else if (c == u'>') {
            ++m_scan;
            if (m_pending[m_scan - 2] == u'/') {
                closeElement(from, m_scan);
                return m_scan;
            }
            m_state = State::Body;
            return from;
        }
    }
    return from;
}

qsizetype ToolXmlFilter::readBody(qsizetype from)
{
    const QString closing = u"</"_s % m_tag % u'>';
    const qsizetype close = m_pending.indexOf(closing, m_scan);
    if (close < 0) {
        m_scan = std::max(m_scan, m_pending.size() - closing.size() + 1);
        return from;
    }
    const qsizetype end = close + closing.size();
    closeElement(from, end);
    return end;
}

void ToolXmlFilter::closeElement(qsizetype from, qsizetype end)
{
    const QStringView block = QStringView(m_pending).mid(from, end - from);
    if (m_tag == "function_calls"_L1 || m_tag == "invoke"_L1) {
        m_calls += readInvocations(block);
    } else {
        // The older form does not name its parameters. Those of `ask` and `complete` are a text.
        XmlToolCall call { QString(m_tag).replace(u'-', u'_'), {} };
        const QStringView body = nextElement(block, m_tag, 0).body;
        if ((m_tag == "ask"_L1 || m_tag == "complete"_L1) && !body.isEmpty())
            call.parameters.append({ u"text"_s, body.toString() });
        m_calls += call;
    }
    m_state = State::Text;
}

QString ToolXmlFilter::finish()
{
    QString rest;
    if (m_state == State::Text) {
        // A lone `<` or `<b` is prose; `<func` at the end is a call that was cut.
        const bool cutCall = m_pending.size() >= 5
            && ("<function_calls"_L1.startsWith(m_pending) || "<invoke"_L1.startsWith(m_pending));
        rest = cutCall ? QString() : m_pending;
    }
    m_pending.clear();
    m_state = State::Text;
    return rest;
}

bool ToolXmlFilter::isToolTag(const QString &name) const
{
    return builtInTags().contains(name) || m_toolTags.contains(name)
        || name.startsWith(BrowserTags);
}

bool ToolXmlFilter::mayBecomeToolTag(const QString &start) const
{
    const auto begins = [&start](const QString &tag) { return tag.startsWith(start); };
    return BrowserTags.startsWith(start) || start.startsWith(BrowserTags)
        || std::any_of(builtInTags().cbegin(), builtInTags().cend(), begins)
        || std::any_of(m_toolTags.cbegin(), m_toolTags.cend(), begins);
}

SplitText splitToolXml(const QString &text, const QSet<QString> &toolTags)
{
    ToolXmlFilter filter(toolTags);
    QString visible = filter.feed(text);
    visible += filter.finish();
    return { visible, filter.calls() };
}

} // namespace renum
