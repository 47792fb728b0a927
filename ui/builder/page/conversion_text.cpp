// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/conversion_text.h"

#include "ui/builder/views/member_text.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

struct Conversion {
    Q_DECLARE_TR_FUNCTIONS(Conversion)
};

} // namespace

QString lossText(const ConversionLoss &loss, const TeamDraft &before)
{
    const MemberNames names(before.workflow);
    const QString member = names.of(loss.member);
    const QString other = names.of(loss.other);
    switch (loss.kind) {
    case ConversionLoss::Kind::Input:
        return Conversion::tr("%1 no longer gets the result of %2.").arg(member, other);
    case ConversionLoss::Kind::Prompt:
        return Conversion::tr("%1 no longer gets the prompt.").arg(member);
    case ConversionLoss::Kind::Variable:
        return Conversion::tr("%1 no longer gets the value “%2”.").arg(member, loss.text);
    case ConversionLoss::Kind::Dependency:
        return Conversion::tr("%1 no longer waits for %2.").arg(member, other);
    case ConversionLoss::Kind::Feedback:
        return Conversion::tr("%1 no longer sends its work back to %2.").arg(member, other);
    case ConversionLoss::Kind::FailFast:
        return Conversion::tr("The others are no longer stopped when one fails.");
    }
    Q_UNREACHABLE();
}

} // namespace renum::ui
