// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/tool_xml.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PieceLength = 40;

} // namespace

QString xmlTag(const PlannedTool &tool)
{
    return QString(tool.name).replace(u'_', u'-');
}

QString xmlCall(const PlannedCall &call)
{
    const PlannedTool &tool = *call.tool;
    QString xml = call.savedText().isEmpty() ? QString() : u"\n"_s;
    xml += u"<function_calls>\n<invoke name=\"%1\">\n"_s.arg(tool.name);
    for (const auto &[name, value] : tool.arguments.items()) {
        const QString text = value.is_string() ? toQString(value) : compactJsonText(value);
        xml += u"<parameter name=\""_s + QString::fromStdString(name) + u"\">"_s + text
            + u"</parameter>\n"_s;
    }
    return xml + u"</invoke>\n</function_calls>"_s;
}

QStringList xmlPieces(const QString &xml)
{
    QStringList pieces;
    for (qsizetype at = 0; at < xml.size(); at += PieceLength)
        pieces += xml.mid(at, PieceLength);
    return pieces;
}

WireJson xmlResult(const PlannedTool &tool)
{
    const WireJson execution { { "function_name", utf8(tool.name) },
        { "xml_tag_name", utf8(xmlTag(tool)) }, { "tool_call_id", nullptr },
        { "arguments", toWire(tool.arguments) }, { "result", toolOutcome(tool) } };
    return { { "role", "user" }, { "content", pythonJson({ { "tool_execution", execution } }) } };
}

WireJson toolOutcome(const PlannedTool &tool)
{
    const WireJson output = toWire(tool.result);
    return { { "success", tool.ok }, { "output", tool.ok ? output : WireJson() },
        { "error", tool.ok ? WireJson() : output } };
}

} // namespace renum::sim
