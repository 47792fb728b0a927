// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/strategy_hint.h"

#include "ui/builder/document/team_document.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough that nothing blinks while wires are drawn.
constexpr auto Pause = 600ms;

} // namespace

StrategyHint::StrategyHint(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_offer(new QToolButton(this))
    , m_dismiss(new QToolButton(this))
{
    setObjectName(u"strategyHint"_s);
    m_offer->setObjectName(u"acceptStrategy"_s);
    m_offer->setIcon(theme->icon(u"info"_s, ColorToken::AccentStrong));
    m_offer->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dismiss->setObjectName(u"dismissStrategy"_s);
    m_dismiss->setIcon(theme->icon(u"cross"_s, ColorToken::TextDim));
    setLook(m_offer, Look::LinkButton);
    setLook(m_dismiss, Look::QuietButton);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_offer);
    layout->addWidget(m_dismiss);
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &StrategyHint::look);
    connect(m_offer, &QToolButton::clicked, this, &StrategyHint::accept);
    connect(m_dismiss, &QToolButton::clicked, this, &StrategyHint::dismiss);
    hide();
}

void StrategyHint::setDocument(TeamDocument *document)
{
    if (document && m_document == document)
        return;
    if (m_document)
        m_document->disconnect(&m_pause);
    m_document = document;
    hide();
    if (!document)
        return;
    connect(document, &TeamDocument::changed, &m_pause, qOverload<>(&QTimer::start));
    m_pause.start();
}

void StrategyHint::look()
{
    std::optional<StrategySuggestion> suggestion;
    if (m_document && !m_dismissed.contains(m_document))
        suggestion = suggestStrategy(m_document->draft());
    setVisible(suggestion.has_value());
    if (!suggestion)
        return;
    //: %1 is a strategy, for example Parallel
    m_offer->setText(tr("%1 fits better").arg(format::workflowType(suggestion->type)));
    const QString why = reason(*suggestion, m_document->workflow());
    //: %1 is a sentence
    m_offer->setToolTip(
        tr("%1 Click to change the strategy: the wires stay, and it can be undone.").arg(why));
    m_offer->setAccessibleDescription(why);
    m_dismiss->setToolTip(tr("Do not suggest a strategy for this team any more"));
    m_dismiss->setAccessibleName(m_dismiss->toolTip());
}

void StrategyHint::accept()
{
    // As it is now: it may have changed since the person was told.
    const std::optional<StrategySuggestion> suggestion
        = m_document ? suggestStrategy(m_document->draft()) : std::nullopt;
    hide();
    if (suggestion)
        emit accepted(suggestion->draft);
}

void StrategyHint::dismiss()
{
    hide();
    if (!m_document)
        return;
    m_dismissed.insert(m_document);
    connect(m_document, &QObject::destroyed, this,
        [this](const QObject *gone) { m_dismissed.remove(gone); });
}

QString StrategyHint::reason(
    const StrategySuggestion &suggestion, const WorkflowDefinition &workflow)
{
    const auto nameOf = [&workflow](const AgentId &id) {
        const WorkflowAgent *member = workflow.find(id);
        return member ? member->displayName() : id.toString();
    };
    switch (suggestion.reason) {
    case StrategySuggestion::Reason::Chain:
        return tr("Each takes only the result of the one before: that is a pipeline.");
    case StrategySuggestion::Reason::Ordered:
        return tr("Everyone waits for someone, so only one ever works: that is a sequence.");
    case StrategySuggestion::Reason::Independent:
        return tr("“%1” and “%2” do not need each other, so they could work side by side.")
            .arg(nameOf(suggestion.member), nameOf(suggestion.other));
    case StrategySuggestion::Reason::Decision:
        return tr("What “%1” says decides who works: conditions are made for that.")
            .arg(nameOf(suggestion.member));
    case StrategySuggestion::Reason::NoConditions:
        return tr("Nobody has a condition, so everyone works side by side anyway.");
    }
    Q_UNREACHABLE();
}

void StrategyHint::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        look();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
