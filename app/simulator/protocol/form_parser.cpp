// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/form_parser.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxFields = 1000;
constexpr qsizetype MaxHeaderBytes = 8 * 1024;
constexpr qsizetype MaxBoundary = 70; // RFC 2046 §5.1.1

/// The value of `name=` in a header such as `form-data; name="prompt"`, unquoted.
std::optional<QString> parameter(const QString &header, const QString &name)
{
    const QRegularExpression pattern(u";\\s*"_s + QRegularExpression::escape(name)
            + u"=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(header);
    if (!match.hasMatch())
        return std::nullopt;
    if (match.capturedStart(2) >= 0)
        return match.captured(2);
    static const QRegularExpression escaped(u"\\\\(.)"_s);
    return match.captured(1).replace(escaped, u"\\1"_s);
}

/// A part's field from its raw headers; none without a usable Content-Disposition.
std::optional<FormField> fieldFromHeaders(const QByteArray &headers)
{
    for (const QByteArray &line : headers.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed().toLower() != "content-disposition")
            continue;
        const QString value = QString::fromUtf8(line.mid(colon + 1).trimmed());
        const std::optional<QString> name = parameter(value, u"name"_s);
        if (!value.startsWith("form-data"_L1, Qt::CaseInsensitive) || !name)
            return std::nullopt;
        return FormField { *name, parameter(value, u"filename"_s), {} };
    }
    return std::nullopt;
}

/// One part without its delimiters; none when malformed.
std::optional<FormField> parsePart(const QByteArray &part)
{
    const qsizetype headersEnd = part.indexOf("\r\n\r\n");
    if (headersEnd < 0 || headersEnd > MaxHeaderBytes)
        return std::nullopt;
    std::optional<FormField> field = fieldFromHeaders(part.left(headersEnd));
    if (field)
        field->value = part.mid(headersEnd + 4);
    return field;
}

std::optional<FormData> parseMultipart(const QByteArray &boundary, const QByteArray &body)
{
    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray padded = "\r\n" + body; // the first delimiter needs no line break before it
    FormData form;
    qsizetype at = padded.indexOf(delimiter);
    while (at >= 0) {
        at += delimiter.size();
        if (padded.mid(at, 2) == "--")
            return form;
        const qsizetype start = padded.indexOf("\r\n", at);
        const qsizetype next = start < 0 ? -1 : padded.indexOf(delimiter, start);
        if (next < 0 || form.fields.size() >= MaxFields)
            return std::nullopt;
        const std::optional<FormField> field = parsePart(padded.mid(start + 2, next - start - 2));
        if (!field)
            return std::nullopt;
        form.fields.append(*field);
        at = next;
    }
    return std::nullopt; // the closing delimiter never came
}

QString urlDecoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

std::optional<FormData> parseUrlEncoded(const QByteArray &body)
{
    FormData form;
    for (const QByteArray &pair : body.split('&')) {
        if (pair.isEmpty())
            continue;
        if (form.fields.size() >= MaxFields)
            return std::nullopt;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        form.fields.append({ urlDecoded(name), std::nullopt, urlDecoded(value).toUtf8() });
    }
    return form;
}

} // namespace

std::optional<QString> FormData::text(const QString &name) const
{
    for (auto field = fields.crbegin(); field != fields.crend(); ++field) {
        if (field->name == name && !field->fileName)
            return QString::fromUtf8(field->value);
    }
    return std::nullopt;
}

QStringList FormData::fileNames() const
{
    QStringList names;
    for (const FormField &field : fields) {
        if (field.fileName)
            names.append(*field.fileName);
    }
    return names;
}

std::optional<FormData> parseForm(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray mediaType = contentType.split(';').constFirst().trimmed().toLower();
    if (mediaType == "application/x-www-form-urlencoded")
        return parseUrlEncoded(body);
    if (mediaType != "multipart/form-data")
        return std::nullopt;
    const std::optional<QString> boundary
        = parameter(QString::fromLatin1(contentType), u"boundary"_s);
    if (!boundary || boundary->isEmpty() || boundary->size() > MaxBoundary)
        return std::nullopt;
    return parseMultipart(boundary->toLatin1(), body);
}

} // namespace renum::sim
