// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/input_part.h"

#include "core/workflow/editing/member_choices.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/strategy_rules.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/long_text_field.h"
#include "ui/builder/inspector/member/prompt_preview_view.h"
#include "ui/builder/inspector/member/source_list.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int TemplateLines = 3;
}

InputPart::InputPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_fixed(new WrappedLabel(this))
    , m_sources(new SourceList(context.theme, this))
    , m_template(new LongTextField(TemplateLines, this))
    , m_insert(new QPushButton(this))
    , m_placeholders(new QMenu(this))
    , m_includeContext(new FlagField(this))
    , m_preview(new PromptPreviewView(context.samples, this))
{
    m_fixed->setObjectName(u"pipelineInput"_s);
    setTextLook(m_fixed, TextStyle::Body, ColorToken::TextDim);
    rows()->addWidget(m_fixed);
    rows()->addWidget(m_sources);
    add(m_template, u"inputTemplate"_s, { u"/input/template"_s });
    setLook(m_insert, Look::LinkButton);
    m_insert->setObjectName(u"insertPlaceholder"_s);
    m_insert->setAutoDefault(false);
    m_placeholders->setObjectName(u"placeholderMenu"_s);
    rows()->addWidget(m_insert, 0, Qt::AlignLeft);
    add(m_includeContext, u"includeContext"_s);
    // After the others: whatever else is said of the input is said of where it comes from.
    adopt(m_sources, u"inputSources"_s, { u"/input"_s });
    rows()->addWidget(m_preview);
    connectFields();
}

void InputPart::connectFields()
{
    connect(m_sources, &SourceList::edited, this,
        [this](const std::vector<InputSource> &sources, const QString &key) {
            change(tr("Change an input"), key, [&sources](InputSpec &input) {
                input.sources = sources;
                settleInput(input);
            });
        });
    connect(m_template, &LongTextField::edited, this, [this](const QString &text) {
        change(tr("Change the text around an input"), u"template"_s,
            [&text](InputSpec &input) { input.templateText = optionalText(text); });
    });
    connect(m_includeContext, &FlagField::edited, this, [this](bool on) {
        change(on ? tr("Send the shared context") : tr("Keep the shared context back"), {},
            [on](InputSpec &input) { input.includeContext = on; });
    });
    connect(m_placeholders, &QMenu::aboutToShow, this, &InputPart::fillPlaceholders);
    connect(m_insert, &QPushButton::clicked, this,
        [this] { m_placeholders->popup(m_insert->mapToGlobal(QPoint(0, m_insert->height()))); });
}

void InputPart::change(
    const QString &step, const QString &key, const std::function<void(InputSpec &)> &change)
{
    target().editMember(step, key, [&change](WorkflowAgent &member) {
        InputSpec input = member.input.value_or(InputSpec());
        if (!member.input)
            input.sources = { InputSource() };
        change(input);
        // Without anything of its own, a member gets the prompt: nothing needs to be written.
        InputSpec usual;
        usual.sources = { InputSource() };
        if (member.input || input != usual)
            member.input = input;
    });
}

void InputPart::fillPlaceholders()
{
    m_placeholders->clear();
    const auto offer = [this](const QString &text, const QString &name) {
        const QString placeholder = u"{{"_s + name + u"}}"_s;
        QAction *action = m_placeholders->addAction(text);
        action->setData(placeholder);
        connect(action, &QAction::triggered, this, [this, placeholder] {
            m_template->insert(placeholder);
            m_template->setFocus();
        });
    };
    const WorkflowDefinition &workflow = target().workflow();
    offer(tr("What comes in"), u"input"_s);
    offer(tr("Initial prompt"), u"initial_prompt"_s);
    const std::vector<Choice> members
        = memberChoices(workflow, possibleProducers(workflow, target().memberId()));
    for (const Choice &member : members)
        offer(tr("Result of %1").arg(member.text), u"agent."_s + member.value);
    const QStringList keys = contextKeys(workflow);
    for (const QString &key : keys)
        offer(tr("Value “%1” of the context").arg(key), u"context."_s + key);
    offer(tr("Another value of the context"), u"context.name"_s);
    offer(tr("A value of the team's memory"), u"memory.name"_s);
}

QString InputPart::title() const
{
    return tr("Input");
}

void InputPart::retranslate()
{
    m_fixed->setText(tr("In a pipeline each member gets the result of the one before it."));
    m_sources->setLabel(tr("Works on"));
    m_sources->retranslate();
    m_template->setLabel(tr("Text around it"));
    m_template->setPlaceholder(tr("Nothing: {{input}} as it is"));
    m_insert->setText(tr("Insert a value"));
    m_insert->setToolTip(tr("Puts a place into the text that is filled in when the team runs"));
    m_includeContext->setText(tr("Send what the team shares as well"));
    m_preview->retranslate();
}

void InputPart::refresh()
{
    const WorkflowDefinition &workflow = target().workflow();
    const WorkflowAgent &member = *target().member();
    const InputSpec input = member.input.value_or(InputSpec());
    const std::vector<AgentId> producers = possibleProducers(workflow, member.agentId);
    const bool isFixed = strategyRules(workflow.type).chained && !producers.empty();
    m_fixed->setVisible(isFixed);
    m_sources->setVisible(!isFixed);
    m_sources->show({ input.sources, memberChoices(workflow, producers), contextKeys(workflow) });
    m_template->show(input.templateText.value_or(QString()));
    m_includeContext->setVisible(member.kind == MemberKind::Agent);
    m_includeContext->show(input.includeContext);
    m_preview->show(target().draft(), member.agentId);
}

} // namespace renum::ui
