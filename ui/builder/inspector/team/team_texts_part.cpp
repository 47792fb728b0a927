// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/team/team_texts_part.h"

#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/long_text_field.h"
#include "ui/builder/inspector/fields/text_field.h"
#include "ui/builder/inspector/member_words.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

// Contract §1.3.1, for people.
constexpr int ShortestName = 3;
constexpr int LongestName = 100;
constexpr int LongestDescription = 500;
constexpr int DescriptionLines = 3;

} // namespace

TeamTextsPart::TeamTextsPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_name(new TextField(this))
    , m_description(new LongTextField(DescriptionLines, this))
    , m_model(new ChoiceField(ChoiceField::Kind::Open, this))
{
    add(m_name, u"teamName"_s, { u"/name"_s });
    add(m_description, u"teamDescription"_s, { u"/description"_s });
    add(m_model, u"teamModel"_s, { u"/team_config/model_name"_s });
    connect(m_name, &TextField::edited, this, [this](const QString &name) {
        target().edit(
            tr("Rename the team"), u"name"_s, [&name](TeamDraft &draft) { draft.name = name; });
    });
    connect(m_description, &LongTextField::edited, this, [this](const QString &text) {
        target().edit(tr("Describe the team"), u"description"_s,
            [&text](TeamDraft &draft) { draft.description = text; });
    });
    connect(m_model, &ChoiceField::chosen, this,
        [this](const QString &model) { changeModel(model, {}); });
    connect(m_model, &ChoiceField::typed, this,
        [this](const QString &model) { changeModel(model, u"model"_s); });
}

void TeamTextsPart::changeModel(const QString &model, const QString &mergeKey)
{
    target().edit(tr("Change the team's model"), mergeKey,
        [&model](TeamDraft &draft) { draft.config.modelName = optionalText(model); });
}

QString TeamTextsPart::title() const
{
    return tr("Team");
}

void TeamTextsPart::retranslate()
{
    m_name->setLabel(tr("Name"));
    m_description->setLabel(tr("Description"));
    m_description->setPlaceholder(tr("What the team is for"));
    m_model->setLabel(tr("Model"));
    m_model->setPlaceholder(tr("As each agent's service says"));
    m_model->setNote(tr("For members that choose none of their own."));
}

void TeamTextsPart::refresh()
{
    const TeamDraft &draft = target().draft();
    m_name->show(draft.name);
    m_description->show(draft.description);
    m_model->setChoices(modelChoices(*context().catalog, draft.workflow));
    m_model->show(draft.config.modelName.value_or(QString()));
    const int name = characterCount(draft.name.trimmed());
    const int description = characterCount(draft.description);
    //: How many characters there are, and how many there may be
    m_name->setCounter(tr("%1/%2").arg(name).arg(LongestName));
    m_description->setCounter(tr("%1/%2").arg(description).arg(LongestDescription));
    m_name->setOwnProblem(name >= ShortestName && name <= LongestName
            ? QString()
            : tr("A name has %1 to %2 characters.").arg(ShortestName).arg(LongestName));
    m_description->setOwnProblem(description <= LongestDescription
            ? QString()
            : tr("A description has at most %1 characters.").arg(LongestDescription));
}

} // namespace renum::ui
