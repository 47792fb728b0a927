// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/plan_preview.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// `Researcher → Analyst + Critic → Reporter`: waves in order, members of a wave side by side.
QString orderText(const ExecutionPlan &plan)
{
    QStringList waves;
    for (const std::vector<StepId> &wave : plan.waves) {
        QStringList names;
        for (const StepId &id : wave) {
            if (const PlanStep *step = plan.find(id))
                names.append(step->name.isEmpty() ? step->agentId.toString() : step->name);
        }
        waves.append(names.join(u" + "_s));
    }
    return waves.join(u"  →  "_s);
}

} // namespace

PlanPreview::PlanPreview(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_summary(new QLabel(this))
    , m_order(new QLabel(this))
    , m_basis(new QLabel(this))
    , m_problems(new QVBoxLayout)
{
    setLook(this, Look::PanelAlt);
    setTextLook(m_summary, TextStyle::Label, ColorToken::TextDim);
    setTextLook(m_order, TextStyle::Body);
    m_summary->setObjectName(u"planSummary"_s);
    m_order->setObjectName(u"planOrder"_s);
    m_order->setWordWrap(true);
    m_order->setTextFormat(Qt::PlainText);
    m_basis->setObjectName(u"planBasis"_s);
    m_basis->setWordWrap(true);
    m_basis->setTextFormat(Qt::PlainText);
    setTextLook(m_basis, TextStyle::Label, ColorToken::TextDim);
    m_problems->setSpacing(Theme::Space1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_summary);
    layout->addWidget(m_order);
    layout->addWidget(m_basis);
    layout->addLayout(m_problems);
    m_summary->setText(tr("Working out the plan…"));
    m_order->hide();
    m_basis->hide();
}

void PlanPreview::showBasis(const QString &sentence)
{
    m_basis->setText(sentence);
    m_basis->show();
}

void PlanPreview::showPreview(const TeamPreview &preview)
{
    for (const Problem &problem : preview.problems)
        addProblem(problem);
    m_order->setVisible(preview.plan.has_value());
    if (!preview.plan) {
        m_summary->setText(tr("The team cannot run yet. Correct these problems:"));
        return;
    }
    const std::chrono::seconds usual(preview.plan->estimatedDurationSeconds);
    const QString steps
        = tr("Plan: %n step(s)", nullptr, static_cast<int>(preview.plan->steps.size()));
    m_summary->setText(usual.count() > 0
            //: %1 is “Plan: 3 steps”, %2 a duration such as 1 min 30 s
            ? tr("%1, about %2").arg(steps, format::duration(usual))
            : steps);
    m_order->setText(orderText(*preview.plan));
}

void PlanPreview::showError(const Error &error)
{
    m_summary->setText(tr("The plan could not be worked out."));
    m_order->hide();
    addLine(u"alert"_s, ColorToken::Err, errorText(error));
}

void PlanPreview::addProblem(const Problem &problem)
{
    const bool isError = problem.severity == Problem::Severity::Error;
    addLine(u"alert"_s, isError ? ColorToken::Err : ColorToken::Warn, problemText(problem));
}

void PlanPreview::addLine(const QString &icon, ColorToken color, const QString &text)
{
    auto *sign = new QLabel(this);
    sign->setPixmap(m_theme->icon(icon, color).pixmap(Theme::SmallIconSize, Theme::SmallIconSize));
    sign->setAlignment(Qt::AlignTop);
    auto *words = new QLabel(text, this);
    words->setObjectName(u"planProblem"_s);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    setTextLook(words, TextStyle::Label, color);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Space2);
    line->addWidget(sign);
    line->addWidget(words, 1);
    m_problems->addLayout(line);
}

} // namespace renum::ui
