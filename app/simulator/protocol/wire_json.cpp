// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/wire_json.h"

#include <QDateTime>
#include <QTimeZone>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Replace = WireJson::error_handler_t::replace;

void write(const WireJson &value, std::string &out);

void writeObject(const WireJson &object, std::string &out)
{
    out += '{';
    bool first = true;
    for (const auto &[key, member] : object.items()) {
        if (!first)
            out += ", ";
        first = false;
        out += WireJson(key).dump(-1, ' ', true, Replace);
        out += ": ";
        write(member, out);
    }
    out += '}';
}

void writeArray(const WireJson &array, std::string &out)
{
    out += '[';
    bool first = true;
    for (const WireJson &element : array) {
        if (!first)
            out += ", ";
        first = false;
        write(element, out);
    }
    out += ']';
}

void write(const WireJson &value, std::string &out)
{
    if (value.is_object())
        writeObject(value, out);
    else if (value.is_array())
        writeArray(value, out);
    else
        out += value.dump(-1, ' ', true, Replace);
}

} // namespace

std::string utf8(const QString &text)
{
    return text.toStdString();
}

WireJson textOrNull(const QString &text)
{
    return text.isEmpty() ? WireJson(nullptr) : WireJson(utf8(text));
}

WireJson toWire(const Json &value)
{
    return WireJson(value);
}

std::string pythonJson(const WireJson &value)
{
    std::string out;
    write(value, out);
    return out;
}

QByteArray restJson(const WireJson &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Replace));
}

std::string isoTime(Timestamp time)
{
    const qint64 micros = time.time_since_epoch().count();
    const qint64 fraction = ((micros % 1'000'000) + 1'000'000) % 1'000'000;
    const qint64 seconds = (micros - fraction) / 1'000'000;
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    QString text = moment.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (fraction != 0)
        text += u".%1"_s.arg(fraction, 6, 10, QLatin1Char('0'));
    return utf8(text + u"+00:00"_s);
}

} // namespace renum::sim
