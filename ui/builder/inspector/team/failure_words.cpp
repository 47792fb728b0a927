// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/team/failure_words.h"

#include "core/workflow/strategy_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace renum::ui {

namespace {

struct FailureWords {
    Q_DECLARE_TR_FUNCTIONS(FailureWords)
};

struct Words {
    StepFailurePolicy policy;
    const char *value;
    const char *text;
};

constexpr std::array Policies {
    Words { StepFailurePolicy::Stop, "stop", QT_TRANSLATE_NOOP("FailureWords", "Stop the team") },
    Words { StepFailurePolicy::Continue, "continue",
        QT_TRANSLATE_NOOP("FailureWords", "Go on with the others") },
    Words { StepFailurePolicy::SkipDependents, "skip_dependents",
        QT_TRANSLATE_NOOP("FailureWords", "Skip the steps that depend on it") },
};

const Words &wordsOf(StepFailurePolicy policy)
{
    return *std::ranges::find(Policies, policy, &Words::policy);
}

} // namespace

std::vector<Choice> failureChoices(WorkflowType type)
{
    const QString usual = FailureWords::tr(wordsOf(strategyRules(type).onStepFailure).text);
    //: %1 is what happens unless something else is chosen
    std::vector<Choice> choices { { QString(), FailureWords::tr("Usual: %1").arg(usual) } };
    for (const Words &words : Policies)
        choices.push_back({ QString::fromLatin1(words.value), FailureWords::tr(words.text) });
    return choices;
}

QString failureValue(std::optional<StepFailurePolicy> policy)
{
    return policy ? QString::fromLatin1(wordsOf(*policy).value) : QString();
}

std::optional<StepFailurePolicy> failurePolicy(const QString &value)
{
    const auto found = std::ranges::find_if(
        Policies, [&value](const Words &words) { return value == QLatin1StringView(words.value); });
    return found == Policies.end() ? std::nullopt : std::optional(found->policy);
}

} // namespace renum::ui
