// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/usage_estimate.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

qint64 tokensOf(qsizetype characters)
{
    return (characters + 3) / 4;
}

} // namespace

Usage estimateMissing(
    Usage told, qsizetype promptLength, qsizetype answerLength, const QString &requestedModel)
{
    if (!told.tokensInput || !told.tokensOutput)
        told.estimated = true;
    if (!told.tokensInput)
        told.tokensInput = tokensOf(promptLength);
    if (!told.tokensOutput)
        told.tokensOutput = tokensOf(answerLength);
    told.requestCount = std::max(told.requestCount, 1);
    if (told.modelName == "unknown"_L1 && !requestedModel.isEmpty())
        told.modelName = requestedModel;
    return told;
}

} // namespace renum
