// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/typed_value.h"

#include "core/model/error_codes.h"
#include "core/team/context_rules.h"
#include "core/workflow/editing/typed_json.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

Error wrongKind()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::JsonInvalid),
        u"The value is not of the kind that was chosen. Write another one."_s,
        { { u"offset"_s, 0 } } };
}

} // namespace

ValueKind kindOf(const Json &value)
{
    if (value.is_string())
        return ValueKind::Text;
    if (value.is_number())
        return ValueKind::Number;
    return value.is_boolean() ? ValueKind::Truth : ValueKind::Json;
}

QString typedText(const Json &value)
{
    return value.is_string() ? toQString(value) : QString::fromUtf8(prettyJson(value));
}

Result<Json> typedValue(ValueKind kind, const QString &text)
{
    Json value = toJson(text);
    if (kind != ValueKind::Text) {
        Result<Json> read = readTypedJson(text.trimmed().toUtf8());
        if (!read)
            return read.error();
        const bool fits = kind == ValueKind::Json
            || (kind == ValueKind::Number ? read->is_number() : read->is_boolean());
        if (!fits)
            return wrongKind();
        value = *std::move(read);
    }
    if (canonicalJson(value).size() > ContextLimits::MaxValueBytes)
        return contextError(ContextRefusal::Reason::ValueTooLarge, {});
    return value;
}

} // namespace renum::ui
