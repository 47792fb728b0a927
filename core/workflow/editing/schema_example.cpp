// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/schema_example.h"

namespace renum {

namespace {

constexpr int MaxDepth = 8;

const Json *namedValue(const Json &schema)
{
    for (const char *key : { "default", "example", "const" }) {
        if (const Json *value = memberAt(schema, key))
            return value;
    }
    for (const char *key : { "examples", "enum" }) {
        const Json *values = memberAt(schema, key);
        if (values && values->is_array() && !values->empty())
            return &values->front();
    }
    return nullptr;
}

QString typeOf(const Json &schema)
{
    const Json *type = memberAt(schema, "type");
    if (type && type->is_array() && !type->empty())
        type = &type->front();
    if (type && type->is_string())
        return toQString(*type);
    return memberAt(schema, "properties") ? QStringLiteral("object") : QString();
}

Json example(const Json &schema, int depth);

Json objectExample(const Json &schema, int depth)
{
    Json object = Json::object();
    const Json *properties = memberAt(schema, "properties");
    if (!properties || !properties->is_object())
        return object;
    for (const auto &[key, property] : properties->items())
        object[key] = example(property, depth + 1);
    return object;
}

Json example(const Json &schema, int depth)
{
    if (depth > MaxDepth)
        return nullptr;
    if (const Json *named = namedValue(schema))
        return *named;
    const QString type = typeOf(schema);
    if (type == QLatin1StringView("object"))
        return objectExample(schema, depth);
    if (type == QLatin1StringView("array")) {
        const Json *items = memberAt(schema, "items");
        return items ? Json::array({ example(*items, depth + 1) }) : Json::array();
    }
    if (type == QLatin1StringView("integer") || type == QLatin1StringView("number"))
        return memberAt(schema, "minimum") ? *memberAt(schema, "minimum") : Json(1);
    if (type == QLatin1StringView("boolean"))
        return true;
    if (type == QLatin1StringView("null"))
        return nullptr;
    return "…";
}

} // namespace

Json schemaExample(const Json &schema)
{
    return example(schema, 0);
}

} // namespace renum
