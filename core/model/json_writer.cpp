// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_writer.h"

#include <array>
#include <charconv>
#include <string_view>

namespace renum {

namespace {

/// The library's own, for what is rare.
void appendSlowly(std::string &out, const Json &value)
{
    out += value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// By byte: whether it stands for itself in a JSON string. Parts of longer UTF-8 sequences do, in
/// text that was found valid.
constexpr std::array<bool, 256> plainBytes()
{
    std::array<bool, 256> plain {};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte)
        plain[byte] = byte != '"' && byte != '\\';
    return plain;
}

void appendEscaped(std::string &out, char byte)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    static constexpr std::string_view Named = "\"\\\b\f\n\r\t";
    static constexpr std::string_view Names = "\"\\bfnrt";
    out += '\\';
    if (const std::size_t at = Named.find(byte); at != std::string_view::npos) {
        out += Names[at];
        return;
    }
    out += "u00";
    out += Digits[static_cast<unsigned char>(byte) >> 4U];
    out += Digits[static_cast<unsigned char>(byte) & 0xFU];
}

void appendString(std::string &out, const std::string &text)
{
    static constexpr std::array<bool, 256> Plain = plainBytes();
    if (!QByteArrayView(text).isValidUtf8()) {
        appendSlowly(out, Json(text));
        return;
    }
    out += '"';
    std::size_t from = 0; // of what is plain and not written yet
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (Plain[static_cast<unsigned char>(text[i])])
            continue;
        out.append(text, from, i - from);
        appendEscaped(out, text[i]);
        from = i + 1;
    }
    out.append(text, from);
    out += '"';
}

template<typename Integer>
void appendInteger(std::string &out, Integer number)
{
    std::array<char, 24> digits {};
    const std::to_chars_result end
        = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
}

void appendArray(std::string &out, const Json &array)
{
    out += '[';
    bool first = true;
    for (const Json &element : array) {
        if (!first)
            out += ',';
        first = false;
        appendCompactJson(out, element);
    }
    out += ']';
}

void appendObject(std::string &out, const Json &object)
{
    out += '{';
    bool first = true;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!first)
            out += ',';
        first = false;
        appendString(out, member.key());
        out += ':';
        appendCompactJson(out, *member);
    }
    out += '}';
}

} // namespace

void appendCompactJson(std::string &out, const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null:
        out += "null";
        return;
    case Json::value_t::boolean:
        out += value.get<bool>() ? "true" : "false";
        return;
    case Json::value_t::string:
        appendString(out, value.get_ref<const std::string &>());
        return;
    case Json::value_t::number_integer:
        appendInteger(out, value.get<std::int64_t>());
        return;
    case Json::value_t::number_unsigned:
        appendInteger(out, value.get<std::uint64_t>());
        return;
    case Json::value_t::array:
        appendArray(out, value);
        return;
    case Json::value_t::object:
        appendObject(out, value);
        return;
    case Json::value_t::number_float:
    case Json::value_t::binary:
    case Json::value_t::discarded:
        appendSlowly(out, value);
        return;
    }
}

} // namespace renum
