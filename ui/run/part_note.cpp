// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/part_note.h"

#include "ui/run/run_offer.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// More would fill the dialog.
constexpr int MostNames = 8;

QString nameOf(const Team &team, const AgentId &member)
{
    const WorkflowAgent *found = team.workflow.find(member);
    return found ? found->displayName() : member.toString();
}

QString partText(const RunOffer &offer, const PartPlan &plan)
{
    const QString name = nameOf(offer.team, offer.part->member);
    const int left = static_cast<int>(plan.leftOut.size());
    switch (offer.part->kind) {
    case TeamPart::Kind::OnlyThis:
        return PartNote::tr("Only “%1” works, whatever its conditions say.").arg(name);
    case TeamPart::Kind::UntilHere:
        if (left == 0)
            return PartNote::tr("“%1” and everyone before it work.").arg(name);
        //: %1 is a member; %n of the others
        return PartNote::tr(
            "“%1” and everyone before it work; %n other(s) are left out.", nullptr, left)
            .arg(name);
    case TeamPart::Kind::FromHere:
        return PartNote::tr("“%1” and everything that builds on it work.").arg(name);
    }
    Q_UNREACHABLE();
}

QString keptText(const RunOffer &offer)
{
    QStringList names;
    for (const WorkflowAgent &member : offer.team.workflow.agents) {
        if (!offer.kept.contains(member.agentId))
            continue;
        const QString from = offer.keptFrom.value(member.agentId);
        //: a member, and where its result comes from
        names << (from.isEmpty() ? member.displayName()
                                 : PartNote::tr("%1 (%2)").arg(member.displayName(), from));
    }
    const int more = static_cast<int>(names.size()) - MostNames;
    if (more > 0)
        names = names.first(MostNames) << PartNote::tr("and %n more", nullptr, more);
    const QString list = names.join(PartNote::tr(", ", "between names in a list"));
    return PartNote::tr("Not called, because their results are kept: %1.").arg(list);
}

QString missingText(const RunOffer &offer, const PartPlan &plan)
{
    QStringList names;
    for (const AgentId &member : plan.missing)
        names << nameOf(offer.team, member);
    return PartNote::tr("There is no result yet of %1, so “%2” works without. Run until here "
                        "instead to get it.")
        .arg(names.join(PartNote::tr(", ", "between names in a list")),
            nameOf(offer.team, offer.part->member));
}

} // namespace

PartNote::PartNote(const RunOffer &offer, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(u"partNote"_s);
    setLook(this, Look::AccentBanner);
    m_lines->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    m_lines->setSpacing(Theme::Space1);
    PartPlan plan;
    if (offer.part) {
        plan = planPart(offer.team.draft(), *offer.part, offer.kept);
        add(u"partKind"_s, u"play"_s, partText(offer, plan));
    }
    if (!offer.kept.isEmpty())
        add(u"partKept"_s, u"pin"_s, keptText(offer));
    if (!plan.missing.empty())
        add(u"partMissing"_s, u"alert"_s, missingText(offer, plan));
    setVisible(m_lines->count() > 0);
}

void PartNote::add(const QString &name, const QString &icon, const QString &sentence)
{
    auto *sign = new QLabel(this);
    const ColorToken color = icon == "alert"_L1 ? ColorToken::Warn : ColorToken::AccentStrong;
    sign->setPixmap(m_theme->icon(icon, color).pixmap(Theme::SmallIconSize, Theme::SmallIconSize));
    sign->setAlignment(Qt::AlignTop);
    auto *words = new QLabel(sentence, this);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    setTextLook(words, TextStyle::Label);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Space2);
    line->addWidget(sign);
    line->addWidget(words, 1);
    m_lines->addLayout(line);
}

} // namespace renum::ui
