// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_fault_text.h"

#include "ui/builder/views/team_schema.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct JsonFaultText {
    Q_DECLARE_TR_FUNCTIONS(JsonFaultText)
};

} // namespace

QString jsonFaultText(JsonFault::Kind kind)
{
    switch (kind) {
    case JsonFault::Kind::ValueExpected:
        return JsonFaultText::tr("A value is missing here.");
    case JsonFault::Kind::KeyExpected:
        return JsonFaultText::tr("A key in quotes is missing here, or a comma is too many.");
    case JsonFault::Kind::ColonExpected:
        return JsonFaultText::tr("A colon is missing between the key and its value.");
    case JsonFault::Kind::CommaExpected:
        return JsonFaultText::tr("A comma or a closing bracket is missing before this.");
    case JsonFault::Kind::TextUnclosed:
        return JsonFaultText::tr("This text has no closing quote on its line.");
    case JsonFault::Kind::BadCharacter:
        return JsonFaultText::tr("JSON does not know this character here. Write it as \\u and four "
                                 "digits, or remove it.");
    case JsonFault::Kind::BadWord:
        return JsonFaultText::tr("This is neither a number, true, false nor null. Put a text into "
                                 "quotes.");
    case JsonFault::Kind::BracketUnclosed:
        return JsonFaultText::tr("A closing bracket is missing at the end.");
    case JsonFault::Kind::MoreAfterEnd:
        return JsonFaultText::tr("There is more after the end of the team. Remove it.");
    case JsonFault::Kind::DuplicateKey:
        return JsonFaultText::tr("This key is there twice: only the last one counts.");
    case JsonFault::Kind::TooDeep:
        return JsonFaultText::tr("This nests too deeply. Make it flatter.");
    case JsonFault::Kind::TooLong:
        return JsonFaultText::tr("This text is too long for a team. Shorten it.");
    }
    return {};
}

QString expectationText(const QString &pointer)
{
    const std::optional<SchemaPlace> place = schemaAt(pointer);
    if (!place || (place->node == SchemaNode::Free && !place->isList))
        return {};
    if (place->isList)
        return JsonFaultText::tr("Here belongs a list in square brackets.");
    if (isObject(place->node))
        return JsonFaultText::tr("Here belongs an object in curly brackets.");
    if (const QStringList words = schemaWords(place->node); !words.isEmpty())
        return JsonFaultText::tr("Here belongs one of: %1.").arg(words.join(u", "_s));
    return isQuoted(place->node) ? JsonFaultText::tr("Here belongs a text in quotes.")
                                 : JsonFaultText::tr("Here belongs a number.");
}

} // namespace renum::ui
