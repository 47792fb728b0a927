// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/schema_instance.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 16;

class Instance {
public:
    Instance(const Json &root, const QString &text)
        : m_root(root)
        , m_text(toJson(text))
    {
    }

    [[nodiscard]] Json of(const Json &schema, int depth = 0) const
    {
        if (depth > MaxDepth)
            return m_text;
        if (const Json *fixed = memberAt(schema, "const"))
            return *fixed;
        for (const char *choice : { "enum", "anyOf", "oneOf" }) {
            const Json *options = memberAt(schema, choice);
            if (options && options->is_array() && !options->empty())
                return *choice == 'e' ? options->front() : of(options->front(), depth + 1);
        }
        if (const auto reference = stringAt(schema, "$ref"))
            return of(referred(*reference), depth + 1);
        return ofType(schema, typeOf(schema), depth);
    }

private:
    [[nodiscard]] static QString typeOf(const Json &schema)
    {
        const Json *type = memberAt(schema, "type");
        if (type && type->is_array() && !type->empty())
            return toQString(type->front());
        if (type)
            return toQString(*type);
        return memberAt(schema, "properties") ? u"object"_s : u"string"_s;
    }

    [[nodiscard]] Json ofType(const Json &schema, const QString &type, int depth) const
    {
        if (type == "object"_L1)
            return object(schema, depth);
        if (type == "array"_L1) {
            const Json *items = memberAt(schema, "items");
            return Json::array({ items ? of(*items, depth + 1) : m_text });
        }
        if (type == "integer"_L1)
            return integerAt(schema, "minimum").value_or(1);
        if (type == "number"_L1)
            return numberAt(schema, "minimum").value_or(0.5);
        if (type == "boolean"_L1)
            return true;
        if (type == "null"_L1)
            return nullptr;
        return m_text;
    }

    [[nodiscard]] Json object(const Json &schema, int depth) const
    {
        Json value = Json::object();
        const Json *properties = memberAt(schema, "properties");
        if (properties && properties->is_object()) {
            for (const auto &[key, property] : properties->items())
                value[key] = of(property, depth + 1);
        }
        return value;
    }

    /// `#/$defs/name`; anything else is an empty schema.
    [[nodiscard]] Json referred(const QString &reference) const
    {
        const Json *found = &m_root;
        const QStringList parts = reference.split(u'/').mid(1);
        for (const QString &part : parts) {
            found = memberAt(*found, part.toUtf8().constData());
            if (!found)
                return Json::object();
        }
        return *found;
    }

    const Json &m_root;
    Json m_text;
};

} // namespace

Json schemaInstance(const Json &schema, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const Json written = Json::parse(bytes.constBegin(), bytes.constEnd(), nullptr, false);
    if (!written.is_discarded() && written.is_structured())
        return written;
    return Instance(schema, text).of(schema);
}

} // namespace renum::sim
