// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/source_list.h"

#include "ui/theme/look.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

const auto Prompt = u"prompt"_s;
const auto Variable = u"variable"_s;
const auto ResultPrefix = u"result:"_s;

QString valueOf(const InputSource &source)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        return Prompt;
    case InputSource::Kind::ContextVariable:
        return Variable;
    case InputSource::Kind::AgentResult:
        return ResultPrefix + source.agentId.toString();
    }
    Q_UNREACHABLE();
}

InputSource sourceOf(const QString &value)
{
    if (value.startsWith(ResultPrefix))
        return { InputSource::Kind::AgentResult, AgentId(value.sliced(ResultPrefix.size())), {} };
    InputSource source;
    if (value == Variable)
        source.kind = InputSource::Kind::ContextVariable;
    return source;
}

} // namespace

SourceList::SourceList(Theme *theme, QWidget *parent)
    : Field(new QWidget, parent)
    , m_theme(theme)
    , m_rows(new QVBoxLayout(control()))
    , m_add(new QPushButton(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::Space1);
    setLook(m_add, Look::LinkButton);
    m_add->setObjectName(u"addSource"_s);
    m_add->setAutoDefault(false);
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(2, m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        std::vector<InputSource> sources = m_content.sources;
        const std::vector<Choice> choices = sourceChoices();
        // The first that is not among them yet.
        const auto fresh = std::ranges::find_if(choices, [&sources](const Choice &choice) {
            return std::ranges::find(sources, choice.value, valueOf) == sources.end();
        });
        sources.push_back(sourceOf(fresh == choices.end() ? Prompt : fresh->value));
        emit edited(sources, {});
    });
    SourceList::retranslate();
}

void SourceList::show(const Content &content)
{
    m_content = content;
    if (m_content.sources.empty())
        m_content.sources.push_back({});
    if (m_list.size() != m_content.sources.size())
        rebuild(m_content.sources.size());
    for (std::size_t i = 0; i < m_list.size(); ++i)
        showRow(i);
}

void SourceList::retranslate()
{
    m_add->setText(tr("Add another source"));
    rebuild(0);
}

SourceList::Row SourceList::makeRow(std::size_t index)
{
    auto *widget = new QWidget(control());
    const Row row { widget, new ChoiceField(ChoiceField::Kind::Closed, widget),
        new ChoiceField(ChoiceField::Kind::Open, widget), new QToolButton(widget) };
    row.source->control()->setObjectName(u"inputSource"_s);
    row.source->control()->setAccessibleName(tr("Source %1 of the input").arg(index + 1));
    row.variable->control()->setObjectName(u"inputVariable"_s);
    row.variable->control()->setAccessibleName(tr("Name of the value"));
    row.variable->setPlaceholder(tr("Name of the value"));
    row.remove->setObjectName(u"removeSource"_s);
    row.remove->setIcon(m_theme->icon(u"cross"_s, ColorToken::TextDim));
    row.remove->setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
    row.remove->setToolTip(tr("Remove this source"));
    row.remove->setAccessibleName(row.remove->toolTip());
    setLook(row.remove, Look::QuietButton);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(Theme::Space1);
    fields->addWidget(row.source);
    fields->addWidget(row.variable);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addLayout(fields, 1);
    layout->addWidget(row.remove, 0, Qt::AlignTop);
    connectRow(row, index);
    return row;
}

void SourceList::connectRow(const Row &row, std::size_t index)
{
    connect(row.source, &ChoiceField::chosen, this,
        [this, index](const QString &value) { change(index, sourceOf(value), {}); });
    const auto setVariable = [this, index](const QString &name, const QString &key) {
        change(index, { InputSource::Kind::ContextVariable, {}, name }, key);
    };
    connect(row.variable, &ChoiceField::chosen, this,
        [setVariable](const QString &name) { setVariable(name, {}); });
    connect(row.variable, &ChoiceField::typed, this, [setVariable, index](const QString &name) {
        setVariable(name, u"variable %1"_s.arg(index));
    });
    connect(row.variable, &Field::left, this, &Field::left);
    connect(row.remove, &QToolButton::clicked, this, [this, index] {
        std::vector<InputSource> sources = m_content.sources;
        sources.erase(sources.begin() + std::ptrdiff_t(index));
        emit edited(sources, {});
    });
}

void SourceList::rebuild(std::size_t count)
{
    for (const Row &row : m_list) {
        // One of them may be the one that was clicked.
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_list.clear();
    for (std::size_t i = 0; i < count; ++i) {
        m_list.push_back(makeRow(i));
        m_rows->addWidget(m_list.back().widget);
        m_list.back().widget->show();
    }
}

void SourceList::showRow(std::size_t index)
{
    const Row &row = m_list[index];
    const InputSource &source = m_content.sources[index];
    std::vector<Choice> choices = sourceChoices();
    if (std::ranges::find(choices, valueOf(source), &Choice::value) == choices.end())
        choices.push_back({ valueOf(source),
            tr("Result of %1 (not possible here)").arg(source.agentId.toString()) });
    row.source->setChoices(choices);
    row.source->show(valueOf(source));
    row.variable->setVisible(source.kind == InputSource::Kind::ContextVariable);
    std::vector<Choice> keys;
    for (const QString &key : std::as_const(m_content.keys))
        keys.push_back({ key, key });
    row.variable->setChoices(keys);
    row.variable->show(source.variableName);
    row.remove->setVisible(m_list.size() > 1);
}

std::vector<Choice> SourceList::sourceChoices() const
{
    std::vector<Choice> choices { { Prompt, tr("Initial prompt") } };
    for (const Choice &producer : m_content.producers)
        choices.push_back({ ResultPrefix + producer.value, tr("Result of %1").arg(producer.text) });
    choices.push_back({ Variable, tr("A value that the team shares") });
    return choices;
}

void SourceList::change(std::size_t index, const InputSource &source, const QString &key)
{
    std::vector<InputSource> sources = m_content.sources;
    sources[index] = source;
    emit edited(sources, key);
}

} // namespace renum::ui
