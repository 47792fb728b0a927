// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_iteration.h"

namespace renum {

using namespace Qt::StringLiterals;

StepIteration stepIteration(const StepId &id)
{
    const QString &text = id.toString();
    const qsizetype mark = text.lastIndexOf(u'#');
    bool isNumber = false;
    const int iteration = QStringView(text).mid(mark + 1).toInt(&isNumber);
    if (mark <= 0 || !isNumber)
        return { id, 1 };
    return { StepId(text.left(mark)), iteration };
}

StepId iterationStepId(const StepId &step, int iteration)
{
    if (iteration <= 1)
        return step;
    return StepId(u"%1#%2"_s.arg(step.toString(), QString::number(iteration)));
}

} // namespace renum
