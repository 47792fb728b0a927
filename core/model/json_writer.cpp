// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_writer.h"

#include <algorithm>
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

constexpr std::string_view Named = "\"\\\b\f\n\r\t";
constexpr std::string_view Names = "\"\\bfnrt";

/// By byte: how many it takes in a JSON string. Parts of longer UTF-8 sequences stand for
/// themselves, in text that was found valid.
constexpr std::array<unsigned char, 256> writtenLengths()
{
    std::array<unsigned char, 256> lengths {};
    for (std::size_t byte = 0; byte < lengths.size(); ++byte) {
        const bool isNamed = Named.find(char(byte)) != std::string_view::npos;
        lengths[byte] = isNamed ? 2 : byte < 0x20 ? 6 : 1;
    }
    return lengths;
}

char *writeEscaped(char *to, char byte)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    *to++ = '\\';
    if (const std::size_t at = Named.find(byte); at != std::string_view::npos) {
        *to++ = Names[at];
        return to;
    }
    to = std::ranges::copy(std::string_view("u00"), to).out;
    *to++ = Digits[static_cast<unsigned char>(byte) >> 4U];
    *to++ = Digits[static_cast<unsigned char>(byte) & 0xFU];
    return to;
}

void appendString(std::string &out, std::string_view text)
{
    static constexpr std::array<unsigned char, 256> Lengths = writtenLengths();
    const auto lengthOf = [](char byte) { return Lengths[static_cast<unsigned char>(byte)]; };
    if (!QByteArrayView(text.data(), qsizetype(text.size())).isValidUtf8()) {
        appendSlowly(out, Json(std::string(text)));
        return;
    }
    std::size_t length = 0;
    for (const char byte : text)
        length += lengthOf(byte);
    // JSON within JSON has a quote every few bytes: what grows with each of them is slow.
    const std::size_t begin = out.size();
    out.resize(begin + length + 2);
    char *to = out.data() + begin;
    *to++ = '"';
    if (length == text.size()) {
        to = std::ranges::copy(text, to).out;
    } else {
        for (const char byte : text) {
            if (lengthOf(byte) == 1)
                *to++ = byte;
            else
                to = writeEscaped(to, byte);
        }
    }
    *to = '"';
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

void appendCompactString(std::string &out, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    appendString(out, std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

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
