// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/agent_dialog.h"

#include "ui/settings/form_look.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AgentDialogWidth = 18 * Theme::ControlHeight;
constexpr int InstructionsHeight = 5 * Theme::ControlHeight;
constexpr int SchemaHeight = 3 * Theme::ControlHeight;
constexpr double UsualTemperature = 0.7;
constexpr double MaxTemperature = 2;
constexpr double TemperatureStep = 0.1;

} // namespace

AgentDialog::AgentDialog(Workspace *workspace, const LocalAgent &agent,
    const EndpointDefinitionList &endpoints, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_agent(agent)
    , m_name(new QLineEdit(this))
    , m_endpoint(new QComboBox(this))
    , m_model(new QLineEdit(this))
    , m_ownTemperature(new QCheckBox(tr("Set a temperature"), this))
    , m_temperature(new QDoubleSpinBox(this))
    , m_tools(new QCheckBox(tr("May call its team's tools"), this))
    , m_description(new QLineEdit(this))
    , m_instructions(new QPlainTextEdit(this))
    , m_schema(new QPlainTextEdit(this))
    , m_problem(new WrappedLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(agent.id.isEmpty() ? tr("Add an agent") : tr("Edit an agent"));
    setMinimumWidth(AgentDialogWidth);
    setTextLook(m_problem, TextStyle::Body, ColorToken::Err);
    m_problem->setObjectName(u"agentProblem"_s);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addLayout(makeForm());
    layout->addWidget(m_problem);
    layout->addWidget(makeButtons());
    connect(m_ownTemperature, &QCheckBox::toggled, m_temperature, &QWidget::setEnabled);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    showAgent(endpoints);
    m_name->setFocus();
}

QFormLayout *AgentDialog::makeForm()
{
    m_name->setObjectName(u"agentName"_s);
    m_endpoint->setObjectName(u"agentEndpoint"_s);
    m_model->setObjectName(u"agentModel"_s);
    m_model->setPlaceholderText(tr("Empty: the endpoint's"));
    m_ownTemperature->setObjectName(u"setTemperature"_s);
    m_temperature->setObjectName(u"agentTemperature"_s);
    m_temperature->setRange(0, MaxTemperature);
    m_temperature->setSingleStep(TemperatureStep);
    m_temperature->setAccessibleName(tr("Temperature"));
    m_tools->setObjectName(u"agentTools"_s);
    m_description->setPlaceholderText(tr("What it is for, for whoever chooses it"));
    m_instructions->setObjectName(u"agentInstructions"_s);
    m_instructions->setPlaceholderText(tr("What it is told before every task"));
    m_instructions->setTabChangesFocus(true);
    m_instructions->setMinimumHeight(InstructionsHeight);
    m_schema->setObjectName(u"agentSchema"_s);
    m_schema->setPlaceholderText(tr("Empty: answers are text. Else a JSON Schema that they fit"));
    m_schema->setTabChangesFocus(true);
    m_schema->setFixedHeight(SchemaHeight);
    auto *temperature = new QHBoxLayout;
    temperature->setSpacing(Theme::Space3);
    temperature->addWidget(m_ownTemperature);
    temperature->addWidget(m_temperature);
    temperature->addStretch();
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Runs at"), m_endpoint);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Description"), m_description);
    form->addRow(tr("Instructions"), m_instructions);
    form->addRow(QString(), temperature);
    form->addRow(QString(), m_tools);
    form->addRow(tr("Output schema"), m_schema);
    dressForm(form);
    return form;
}

QDialogButtonBox *AgentDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveAgent"_s);
    m_save->setDefault(true);
    setLook(m_save, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &AgentDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void AgentDialog::showAgent(const EndpointDefinitionList &endpoints)
{
    for (const EndpointDefinition &endpoint : endpoints)
        m_endpoint->addItem(endpoint.name, endpoint.id.toString());
    m_endpoint->setCurrentIndex(std::max(0, m_endpoint->findData(m_agent.endpoint.toString())));
    m_name->setText(m_agent.name);
    m_save->setEnabled(!m_agent.name.isEmpty());
    m_model->setText(m_agent.model);
    m_description->setText(m_agent.description);
    m_instructions->setPlainText(m_agent.instructions);
    m_ownTemperature->setChecked(m_agent.temperature.has_value());
    m_temperature->setEnabled(m_agent.temperature.has_value());
    m_temperature->setValue(m_agent.temperature.value_or(UsualTemperature));
    m_tools->setChecked(m_agent.teamTools);
    if (!m_agent.outputSchema.is_null())
        m_schema->setPlainText(QString::fromUtf8(prettyJson(m_agent.outputSchema)));
}

std::optional<LocalAgent> AgentDialog::entered()
{
    LocalAgent agent = m_agent;
    agent.name = m_name->text().trimmed();
    agent.endpoint = EndpointId(m_endpoint->currentData().toString());
    agent.model = m_model->text().trimmed();
    agent.description = m_description->text().trimmed();
    agent.instructions = m_instructions->toPlainText();
    agent.teamTools = m_tools->isChecked();
    agent.temperature
        = m_ownTemperature->isChecked() ? std::optional(m_temperature->value()) : std::nullopt;
    const QByteArray schema = m_schema->toPlainText().trimmed().toUtf8();
    agent.outputSchema
        = schema.isEmpty() ? Json() : Json::parse(schema.toStdString(), nullptr, false);
    if (agent.outputSchema.is_discarded()) {
        showProblem(tr("The output schema is no valid JSON. Correct it, or leave it empty."));
        m_schema->setFocus();
        return std::nullopt;
    }
    return agent;
}

void AgentDialog::save()
{
    const std::optional<LocalAgent> agent = entered();
    if (!agent)
        return;
    m_save->setEnabled(false);
    m_tasks.start(saveNow(*agent));
}

QCoro::Task<> AgentDialog::saveNow(LocalAgent agent)
{
    const QPointer<AgentDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    QCoro::Task<Result<LocalAgent>> saving = agent.id.isEmpty()
        ? m_workspace->addLocalAgent(agent, stop)
        : m_workspace->updateLocalAgent(agent, stop);
    const Result<LocalAgent> saved = co_await saving;
    if (!self)
        co_return;
    m_save->setEnabled(true);
    if (saved)
        accept();
    else
        showProblem(errorText(saved.error()));
}

void AgentDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

} // namespace renum::ui
