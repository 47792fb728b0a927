// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/odd_rows.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

WireJson parsed(const std::string &text)
{
    return WireJson::parse(text, nullptr, false);
}

/// The value that a member holds as text, or the member itself.
WireJson unwrapped(const WireJson &value)
{
    const WireJson inner = value.is_string() ? parsed(value.get<std::string>()) : value;
    return inner.is_discarded() ? value : inner;
}

/// The words of an assistant's row; other rows have none that stand alone.
WireJson plainText(const WireJson &row)
{
    const WireJson content = unwrapped(row.at("content"));
    const bool spoken = row.value("type", "") == "assistant" && content.is_object();
    return spoken ? content.value("content", WireJson(row.at("content"))) : row.at("content");
}

/// Only complete rows stand by themselves: chunks are told by their metadata.
bool canLoseMetadata(const WireJson &row)
{
    return !row.at("message_id").is_null() && row.value("type", "") != "assistant"
        && row.value("type", "") != "tool";
}

} // namespace

WireJson oddRow(WireJson row, const QString &form)
{
    if (!row.is_object() || !row.contains("content") || !row.contains("message_id"))
        return row;
    const bool wasText = row["content"].is_string();
    if (form == "object"_L1) {
        row["content"] = unwrapped(row["content"]);
        row["metadata"] = unwrapped(row["metadata"]);
    } else if (form == "double"_L1) {
        const WireJson once = wasText ? row["content"] : WireJson(pythonJson(row["content"]));
        row["content"] = pythonJson(once);
    } else if (form == "plain"_L1) {
        row["content"] = plainText(row);
    } else if (form == "no_metadata"_L1 && canLoseMetadata(row)) {
        row["metadata"] = nullptr;
    }
    return row;
}

QByteArray oddRow(const QByteArray &event, const QString &form)
{
    const WireJson json = parsed(event.toStdString());
    return json.is_discarded() ? event : QByteArray::fromStdString(pythonJson(oddRow(json, form)));
}

} // namespace renum::sim
