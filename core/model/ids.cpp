// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ids.h"

#include <QUuid>

namespace renum {

QString RandomIdSource::next()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace renum
