// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/definition_errors.h"

#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

Error nameTakenError(const QString &name)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NameTaken),
        u"There is another one called \"%1\" already. Choose another name."_s.arg(name),
        { { u"name"_s, name } } };
}

Error definitionConflict(const QString &id, int expected, int found)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::VersionConflict),
        u"It was changed elsewhere in the meantime (version %1, expected %2). Load it again and "
        "repeat the change."_s.arg(QString::number(found), QString::number(expected)),
        { { u"id"_s, id }, { u"expected"_s, expected }, { u"found"_s, found } } };
}

} // namespace renum
