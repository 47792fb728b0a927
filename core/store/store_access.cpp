// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_access.h"

#include "core/model/error_codes.h"
#include "core/store/read_session.h"
#include "core/store/store_errors.h"
#include "core/store/write_session.h"

#include <QDir>

namespace renum {

using namespace Qt::StringLiterals;

StoreAccess::StoreAccess(
    QString file, std::unique_ptr<Writer> writer, std::unique_ptr<Reader> reader)
    : m_file(std::move(file))
    , m_writer(std::move(writer))
    , m_reader(std::move(reader))
{
}

StoreAccess::~StoreAccess() = default;

OneShot<Result<void>> StoreAccess::write(
    Writer::Work work, Durability durability, std::size_t bytes) const
{
    OneShot<Result<void>> answer;
    if (m_writer) {
        m_writer->submit(std::move(work), durability, bytes, answer);
    } else {
        answer.set(storeError(code::StoreReadOnly, m_file,
            u"The database %1 was opened for reading only. Nothing was stored."_s.arg(
                QDir::toNativeSeparators(m_file))));
    }
    return answer;
}

} // namespace renum
