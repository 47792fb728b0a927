// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/several_part.h"

#include "core/workflow/editing/member_edits.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/theme/look.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualTimeout = 600;
constexpr NumberField::Range TimeoutRange { 1, 86'400, 60, UsualTimeout };

/// What all of them have; none when they differ.
template<typename T, typename Read>
std::optional<T> common(const std::vector<const WorkflowAgent *> &members, const Read &read)
{
    std::optional<T> value;
    for (const WorkflowAgent *member : members) {
        if (value && *value != read(*member))
            return std::nullopt;
        value = read(*member);
    }
    return value;
}

} // namespace

SeveralPart::SeveralPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_model(new ChoiceField(ChoiceField::Kind::Open, this))
    , m_timeout(new NumberField(NumberField::Kind::Whole, TimeoutRange, this))
    , m_active(new FlagField(this))
    , m_remove(new QPushButton(this))
{
    add(m_model, u"severalModel"_s);
    add(m_timeout, u"severalTimeout"_s);
    add(m_active, u"severalActive"_s);
    setLook(m_remove, Look::DangerButton);
    m_remove->setObjectName(u"removeMembers"_s);
    m_remove->setAutoDefault(false);
    rows()->addWidget(m_remove, 0, Qt::AlignLeft);
    connectFields();
}

void SeveralPart::connectFields()
{
    connect(m_model, &ChoiceField::chosen, this,
        [this](const QString &model) { changeModel(model, {}); });
    connect(m_model, &ChoiceField::typed, this,
        [this](const QString &model) { changeModel(model, u"models"_s); });
    connect(m_timeout, &NumberField::edited, this, [this](std::optional<double> seconds) {
        changeAll(tr("Change time limits"), u"timeouts"_s,
            [seconds](WorkflowAgent &member) { member.timeoutSeconds = toInt(seconds); });
    });
    connect(m_active, &FlagField::edited, this, [this](bool on) {
        changeAll(on ? tr("Let members take part") : tr("Leave members out"), {},
            [on](WorkflowAgent &member) { member.isActive = on; });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QSet<AgentId> ids = context().selection->members();
        target().edit(tr("Remove %n member(s)", nullptr, int(ids.size())), {},
            [&ids](TeamDraft &draft) { draft = withoutMembers(std::move(draft), ids); });
    });
}

void SeveralPart::changeModel(const QString &model, const QString &key)
{
    changeAll(tr("Change models"), key, [&model](WorkflowAgent &member) {
        if (member.kind == MemberKind::Agent)
            member.config.modelName = optionalText(model);
    });
}

void SeveralPart::changeAll(
    const QString &step, const QString &key, const std::function<void(WorkflowAgent &)> &change)
{
    target().edit(step, key, [this, &change](TeamDraft &draft) {
        for (WorkflowAgent &member : draft.workflow.agents) {
            if (context().selection->contains(member.agentId))
                change(member);
        }
    });
}

std::vector<const WorkflowAgent *> SeveralPart::chosen() const
{
    std::vector<const WorkflowAgent *> members;
    for (const WorkflowAgent &member : target().workflow().agents) {
        if (context().selection->contains(member.agentId))
            members.push_back(&member);
    }
    return members;
}

QString SeveralPart::title() const
{
    return tr("All of them");
}

void SeveralPart::retranslate()
{
    m_model->setLabel(tr("Model"));
    m_timeout->setLabel(tr("Time limit (s)"));
    m_active->setText(tr("Take part"));
    m_remove->setText(tr("Remove them"));
    m_remove->setToolTip(tr("Takes these members out of the team; undo brings them back"));
}

void SeveralPart::refresh()
{
    const std::vector<const WorkflowAgent *> members = chosen();
    const auto model = common<QString>(members,
        [](const WorkflowAgent &member) { return member.config.modelName.value_or(QString()); });
    const auto timeout = common<std::optional<int>>(
        members, [](const WorkflowAgent &member) { return member.timeoutSeconds; });
    const auto active
        = common<bool>(members, [](const WorkflowAgent &member) { return member.isActive; });
    m_model->setChoices(modelChoices(*context().catalog, target().workflow()));
    m_model->show(model.value_or(QString()));
    m_model->setPlaceholder(model ? tr("As each agent's service says") : tr("Different ones"));
    m_timeout->show(timeout.value_or(std::nullopt));
    m_timeout->setPlaceholder(timeout ? secondsText(UsualTimeout) : tr("Different ones"));
    if (active)
        m_active->show(*active);
    else
        m_active->showMixed();
}

} // namespace renum::ui
