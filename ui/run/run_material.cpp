// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_material.h"

#include "ui/run/object_input.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

RunMaterial::RunMaterial(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_context(new ObjectInput(
          tr("Context for the agents, as JSON"), u"{\"region\": \"Brazil\"}"_s, theme, this))
    , m_memory(new ObjectInput(
          tr("Shared memory of the team, as JSON"), u"{\"budget\": 5000}"_s, theme, this))
{
    m_context->setObjectName(u"contextInput"_s);
    m_memory->setObjectName(u"memoryInput"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    const std::pair<ObjectInput *, QString> fields[] = {
        { m_context, tr("Context: what every agent knows from the start (JSON)") },
        { m_memory, tr("Shared memory: what the agents can read and change (JSON)") },
    };
    for (const auto &[field, text] : fields) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        label->setWordWrap(true);
        setTextLook(label, TextStyle::Label, ColorToken::TextDim);
        layout->addWidget(label);
        layout->addWidget(field);
        connect(field, &ObjectInput::changed, this, &RunMaterial::changed);
    }
}

bool RunMaterial::apply(ExecutionConfig &config)
{
    const std::pair<ObjectInput *, Json &> fields[] = {
        { m_context, config.initialContext },
        { m_memory, config.initialMemory },
    };
    for (const auto &[field, target] : fields) {
        const std::optional<Json> value = field->value();
        if (!value) {
            field->focusText();
            return false;
        }
        target = *value;
    }
    return true;
}

} // namespace renum::ui
