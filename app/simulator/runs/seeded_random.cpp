// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/seeded_random.h"

namespace renum::sim {

namespace {

quint64 mix(quint64 value)
{
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

quint64 hashOf(std::string_view text)
{
    quint64 hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char character : text)
        hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3ULL;
    return hash;
}

} // namespace

SeededRandom::SeededRandom(quint64 seed)
    : m_origin(seed)
    , m_state(seed)
{
}

quint64 SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    return mix(m_state);
}

double SeededRandom::fraction()
{
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

qint64 SeededRandom::between(qint64 low, qint64 high)
{
    if (high <= low)
        return low;
    const auto span = static_cast<quint64>(high - low) + 1;
    return low + static_cast<qint64>(next() % span);
}

SeededRandom SeededRandom::fork(std::string_view purpose, quint64 number) const
{
    return SeededRandom(mix(m_origin ^ hashOf(purpose)) + mix(number + 1));
}

} // namespace renum::sim
