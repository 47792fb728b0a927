// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/id_source.h"

#include <QUuid>

namespace renum::sim {

QString IdSource::next()
{
    const quint64 high = (m_random.next() & ~0xf000ULL) | 0x4000ULL; // version 4
    const quint64 low = (m_random.next() & ~(0xc0ULL << 56U)) | (0x80ULL << 56U); // RFC variant
    const auto byte = [low](unsigned shift) { return static_cast<uchar>(low >> shift); };
    const QUuid uuid(static_cast<uint>(high >> 32U), static_cast<ushort>(high >> 16U),
        static_cast<ushort>(high), byte(56), byte(48), byte(40), byte(32), byte(24), byte(16),
        byte(8), byte(0));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace renum::sim
