// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_client.h"

#include <QUuid>

namespace renum {

namespace {

/// A field name inside quotes, escaped as the HTML standard says.
QByteArray quotedName(const QString &name)
{
    QByteArray escaped = name.toUtf8();
    escaped.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return escaped;
}

} // namespace

FormBody multipartForm(const QList<QPair<QString, QString>> &fields)
{
    const QByteArray boundary = "renum-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    FormBody form;
    form.contentType = "multipart/form-data; boundary=" + boundary;
    for (const auto &[name, value] : fields) {
        form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\""
            + quotedName(name) + "\"\r\n\r\n" + value.toUtf8() + "\r\n";
    }
    form.body += "--" + boundary + "--\r\n";
    return form;
}

} // namespace renum
