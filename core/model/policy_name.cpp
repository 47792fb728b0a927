// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/policy_name.h"

namespace renum {

using namespace Qt::StringLiterals;

QString policyName(StepFailurePolicy policy)
{
    switch (policy) {
    case StepFailurePolicy::Stop:
        return u"stop"_s;
    case StepFailurePolicy::Continue:
        return u"continue"_s;
    case StepFailurePolicy::SkipDependents:
        return u"skip_dependents"_s;
    }
    Q_UNREACHABLE();
}

} // namespace renum
