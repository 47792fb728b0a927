// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/limits_part.h"

#include "core/model/error.h"
#include "core/workflow/retry_policy.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/builder/inspector/team/failure_words.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = NumberField::Kind;

// Contract §1.3.2 and §4.5.
constexpr int UsualTimeout = 600;
constexpr int UsualTeamTimeout = 3600;
constexpr NumberField::Range TimeoutRange { 1, 86'400, 60, UsualTimeout };
constexpr NumberField::Range AttemptsRange { 1, RetryLimits::MaxAttempts, 1, 3 };
constexpr NumberField::Range FirstWaitRange { 0, RetryLimits::MaxDelaySeconds, 1, 1 };
constexpr NumberField::Range FactorRange { 1, RetryLimits::MaxBackoffFactor, 0.5, 2 };
constexpr NumberField::Range LongestWaitRange { 0, RetryLimits::MaxDelaySeconds, 10, 60 };

struct CategoryWords {
    ErrorCategory category;
    const char *text;
};

/// Those that can be worth another attempt.
constexpr std::array Categories {
    CategoryWords { ErrorCategory::NetworkError,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "The network fails") },
    CategoryWords { ErrorCategory::AgentTimeout,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "It takes too long") },
    CategoryWords { ErrorCategory::AgentCrash,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "The agent breaks down") },
    CategoryWords { ErrorCategory::ResourceExhausted,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "The service is overloaded") },
    CategoryWords { ErrorCategory::QuotaExceeded,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "A quota is used up") },
    CategoryWords { ErrorCategory::AuthenticationError,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "The key is refused") },
    CategoryWords { ErrorCategory::InvalidInput,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "Its input is refused") },
    CategoryWords { ErrorCategory::DependencyError,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "Something that it needs fails") },
    CategoryWords { ErrorCategory::SystemError,
        QT_TRANSLATE_NOOP("renum::ui::LimitsPart", "Renum itself fails") },
};

/// Those that are tried again by default.
QStringList usualCategories()
{
    QStringList names;
    for (const CategoryWords &words : Categories) {
        if (decideRetry({}, words.category, 1))
            names += toString(words.category);
    }
    return names;
}

bool namesCategory(const QStringList &names, const QString &category)
{
    return std::ranges::any_of(names, [&category](const QString &name) {
        return name == category || retryCategory(name) == retryCategory(category);
    });
}

} // namespace

LimitsPart::LimitsPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_timeout(new NumberField(Kind::Whole, TimeoutRange, this))
    , m_attempts(new NumberField(Kind::Whole, AttemptsRange, this))
    , m_firstWait(new NumberField(Kind::Decimal, FirstWaitRange, this))
    , m_factor(new NumberField(Kind::Decimal, FactorRange, this))
    , m_longestWait(new NumberField(Kind::Whole, LongestWaitRange, this))
    , m_ownCategories(new FlagField(this))
    , m_failure(new ChoiceField(ChoiceField::Kind::Closed, this))
{
    adopt(m_timeout, u"timeout"_s, { u"/timeout"_s });
    adopt(m_attempts, u"maxAttempts"_s, { u"/retry_config/max_attempts"_s });
    addPair(m_timeout, m_attempts);
    adopt(m_firstWait, u"firstWait"_s,
        { u"/retry_config/initial_delay"_s, u"/retry_config/delay_seconds"_s });
    adopt(m_factor, u"backoffFactor"_s, { u"/retry_config/backoff_factor"_s });
    addPair(m_firstWait, m_factor);
    add(m_longestWait, u"longestWait"_s,
        { u"/retry_config/max_delay"_s, u"/retry_config/jitter"_s });
    add(m_ownCategories, u"ownCategories"_s, { u"/retry_config/retry_on"_s });
    makeCategories();
    add(m_failure, u"stepFailure"_s);
    connectFields();
}

void LimitsPart::makeCategories()
{
    for (const CategoryWords &words : Categories) {
        const QString name = toString(words.category);
        auto *field = new FlagField(this);
        add(field, u"retryOn_"_s + name);
        connect(
            field, &FlagField::edited, this, [this, name](bool on) { changeCategory(name, on); });
        m_categories.emplace_back(name, field);
    }
}

void LimitsPart::connectFields()
{
    connect(m_timeout, &NumberField::edited, this, [this](std::optional<double> seconds) {
        target().editMember(tr("Change a time limit"), u"timeout"_s,
            [seconds](WorkflowAgent &member) { member.timeoutSeconds = toInt(seconds); });
    });
    connectNumber(m_attempts, u"attempts"_s,
        [](RetryConfig &retry, auto value) { retry.maxAttempts = toInt(value); });
    connectNumber(m_firstWait, u"firstWait"_s,
        [](RetryConfig &retry, auto value) { retry.initialDelaySeconds = value; });
    connectNumber(
        m_factor, u"factor"_s, [](RetryConfig &retry, auto value) { retry.backoffFactor = value; });
    connectNumber(m_longestWait, u"longestWait"_s,
        [](RetryConfig &retry, auto value) { retry.maxDelaySeconds = toInt(value); });
    connect(m_ownCategories, &FlagField::edited, this, [this](bool on) {
        changeRetry({}, [on](RetryConfig &retry) {
            retry.retryOn = on ? std::optional(usualCategories()) : std::nullopt;
        });
    });
    connect(m_failure, &ChoiceField::chosen, this, [this](const QString &policy) {
        target().edit(tr("Change what a failure means"), {}, [&policy](TeamDraft &draft) {
            draft.workflow.config.onStepFailure = failurePolicy(policy);
        });
    });
}

void LimitsPart::connectNumber(NumberField *field, const QString &key,
    const std::function<void(RetryConfig &, std::optional<double>)> &set)
{
    connect(field, &NumberField::edited, this, [this, key, set](std::optional<double> value) {
        changeRetry(key, [&](RetryConfig &retry) { set(retry, value); });
    });
}

void LimitsPart::changeRetry(const QString &key, const std::function<void(RetryConfig &)> &change)
{
    target().editMember(tr("Change repetition"), key, [&change](WorkflowAgent &member) {
        RetryConfig retry = member.retry.value_or(RetryConfig());
        change(retry);
        // Nothing but defaults is nothing to write.
        member.retry = retry == RetryConfig() ? std::nullopt : std::optional(retry);
    });
}

void LimitsPart::changeCategory(const QString &name, bool on)
{
    changeRetry({}, [&](RetryConfig &retry) {
        QStringList names = retry.retryOn.value_or(QStringList());
        const auto means = [&name](const QString &other) { return namesCategory({ other }, name); };
        if (!on)
            names.removeIf(means);
        else if (!std::ranges::any_of(names, means))
            names += name;
        retry.retryOn = names;
    });
}

QString LimitsPart::title() const
{
    return tr("Limits");
}

void LimitsPart::retranslate()
{
    m_timeout->setLabel(tr("Time limit (s)"));
    m_attempts->setLabel(tr("Attempts"));
    m_firstWait->setLabel(tr("First wait (s)"));
    m_factor->setLabel(tr("Then times"));
    m_longestWait->setLabel(tr("Longest wait (s)"));
    m_ownCategories->setText(tr("Choose when to try again"));
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        m_categories[i].second->setText(tr(Categories.at(i).text));
    m_failure->setLabel(tr("If it fails"));
    m_failure->setNote(tr("Counts for every member of the team."));
    QLocale locale;
    m_attempts->setPlaceholder(tr("By kind of failure"));
    m_firstWait->setPlaceholder(locale.toString(FirstWaitRange.usual));
    m_factor->setPlaceholder(locale.toString(FactorRange.usual));
    m_longestWait->setPlaceholder(locale.toString(LongestWaitRange.usual));
}

void LimitsPart::refresh()
{
    const WorkflowAgent &member = *target().member();
    const bool isApproval = member.kind == MemberKind::Approval;
    for (Field *field : { static_cast<Field *>(m_attempts), static_cast<Field *>(m_firstWait),
             static_cast<Field *>(m_factor), static_cast<Field *>(m_longestWait),
             static_cast<Field *>(m_ownCategories) })
        field->setVisible(!isApproval);
    m_timeout->show(member.timeoutSeconds);
    const int usual = target().draft().config.stepTimeoutSeconds.value_or(
        member.kind == MemberKind::Team ? UsualTeamTimeout : UsualTimeout);
    m_timeout->setPlaceholder(isApproval ? tr("As long as it takes") : secondsText(usual));
    m_timeout->setNote(durationNote(member.timeoutSeconds.value_or(isApproval ? 0 : usual)));
    refreshRetry();
    m_failure->setChoices(failureChoices(target().workflow().type));
    m_failure->show(failureValue(target().workflow().config.onStepFailure));
}

void LimitsPart::refreshRetry()
{
    const WorkflowAgent &member = *target().member();
    const RetryConfig retry = member.retry.value_or(RetryConfig());
    m_attempts->show(retry.maxAttempts);
    m_firstWait->show(retry.initialDelaySeconds);
    m_factor->show(retry.backoffFactor);
    m_longestWait->show(retry.maxDelaySeconds);
    m_firstWait->setNote(retry.delaySeconds
            ? tr("The team's file lists its waits one by one; those count.")
            : QString());
    m_ownCategories->show(retry.retryOn.has_value());
    const bool areShown = retry.retryOn && member.kind != MemberKind::Approval;
    for (const auto &[name, field] : m_categories) {
        field->setVisible(areShown);
        field->show(retry.retryOn && namesCategory(*retry.retryOn, name));
    }
}

} // namespace renum::ui
