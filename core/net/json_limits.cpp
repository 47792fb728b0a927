// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/json_limits.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Deepest nesting of arrays and objects. Exact up to the first syntax error, where the parser
/// stops anyway. Ends early once `limit` is exceeded.
int nestingDepth(QByteArrayView bytes, int limit)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size() && deepest <= limit; ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

/// Accepts everything and remembers where parsing failed.
class ErrorFinder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(
        std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        offset = position;
        return false;
    }

    std::size_t offset = 0;
};

Error dataError(const char *code, QString message, QVariantMap args)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), std::move(message),
        std::move(args) };
}

Error tooLarge(qsizetype size, qsizetype limit)
{
    return dataError(code::JsonTooLarge,
        u"The JSON has %1 bytes; at most %2 are accepted. Make it smaller."_s.arg(size).arg(limit),
        { { u"size"_s, size }, { u"limit"_s, limit } });
}

Error tooDeep(int limit)
{
    return dataError(code::JsonTooDeep,
        u"The JSON nests deeper than %1 levels. Make it flatter."_s.arg(limit),
        { { u"limit"_s, limit } });
}

Error invalidAt(std::size_t offset)
{
    return dataError(code::JsonInvalid,
        u"This is not valid JSON in UTF-8: error at byte %1. Correct it there."_s.arg(offset),
        { { u"offset"_s, QVariant::fromValue(static_cast<qint64>(offset)) } });
}

} // namespace

Result<Json> parseJson(QByteArrayView bytes, JsonLimits limits)
{
    if (bytes.size() > limits.maxBytes)
        return tooLarge(bytes.size(), limits.maxBytes);
    if (nestingDepth(bytes, limits.maxDepth) > limits.maxDepth)
        return tooDeep(limits.maxDepth);
    // The parser takes a NUL for the end of its input.
    const qsizetype nul = bytes.indexOf('\0');
    Json value = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!value.is_discarded() && nul < 0)
        return value;
    ErrorFinder finder;
    Json::sax_parse(bytes.begin(), bytes.end(), &finder);
    return invalidAt(finder.offset > 0 ? finder.offset : static_cast<std::size_t>(nul) + 1);
}

} // namespace renum
