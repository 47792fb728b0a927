// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/json_file.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <QFile>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxBytes = 4 * 1024 * 1024;
/// Results of agents may be nested as deep as these write them.
constexpr int MaxKeptDepth = 128;

Error fileError(const char *code, const QString &message, const QString &path)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message,
        { { u"file"_s, path } } };
}

} // namespace

Result<Json> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(code::FileUnreadable,
            u"The file %1 cannot be read: %2."_s.arg(path, file.errorString()), path);
    }
    if (file.size() > MaxBytes) {
        return fileError(code::FileTooLarge,
            u"The file %1 is larger than the 4 MiB that it may have."_s.arg(path), path);
    }
    Result<Json> json = parseJson(file.readAll(), { MaxBytes, 64 });
    if (!json)
        return Error { json.error().category, json.error().code,
            u"%1: %2"_s.arg(path, json.error().message), json.error().args };
    return json;
}

Result<Json> readKeptJson(const QByteArray &bytes)
{
    return parseJson(bytes, { std::max<qsizetype>(bytes.size(), 1), MaxKeptDepth });
}

} // namespace renum
