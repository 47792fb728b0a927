// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/conditions/condition_row.h"

#include "ui/builder/inspector/conditions/condition_actions.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/inspector_part.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a value becomes for another operator.
std::optional<Json> fittingValue(const std::optional<Json> &value, ConditionValue wanted)
{
    const Json old = value.value_or(Json(""));
    switch (wanted) {
    case ConditionValue::None:
        return std::nullopt;
    case ConditionValue::Any:
        return old;
    case ConditionValue::Number:
        return isOrderable(old) ? old : convertedValue(old, ValueForm::Number);
    case ConditionValue::Text:
    case ConditionValue::Pattern:
        return convertedValue(old, ValueForm::Text);
    case ConditionValue::List:
        return convertedValue(old, ValueForm::List);
    }
    Q_UNREACHABLE();
}

/// What was typed where the operator compares: a number, or a date.
std::optional<Json> readOrderable(const QString &text)
{
    if (std::optional<Json> number = readValue(text, ValueForm::Number))
        return number;
    const Json date = toJson(text.trimmed());
    return isOrderable(date) ? std::optional(date) : std::nullopt;
}

bool isPossible(const Json &value, ValueForm form)
{
    return readValue(valueText(value, form), form) == value;
}

} // namespace

ConditionRow::ConditionRow(
    ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent)
    : ConditionView(actions, std::move(path), theme, parent)
    , m_field(new ChoiceField(ChoiceField::Kind::Open, this))
    , m_operator(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_value(new ChoiceField(ChoiceField::Kind::Open, this))
    , m_flag(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_form(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_ignoreCase(new FlagField(this))
    , m_found(new WrappedLabel(this))
{
    setObjectName(u"conditionRow"_s);
    const std::pair<ChoiceField *, QString> names[] = { { m_field, u"conditionField"_s },
        { m_operator, u"conditionOperator"_s }, { m_value, u"conditionValue"_s },
        { m_flag, u"conditionFlag"_s }, { m_form, u"conditionForm"_s } };
    for (const auto &[field, name] : names)
        field->control()->setObjectName(name);
    m_ignoreCase->control()->setObjectName(u"conditionIgnoreCase"_s);
    m_found->setObjectName(u"conditionFound"_s);
    m_found->hide();
    setFocusProxy(m_field->control());
    arrange();
    connectFields();
    ConditionRow::retranslate();
}

void ConditionRow::arrange()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(Theme::Space1);
    first->addWidget(m_field, 1);
    first->addWidget(makeMenu(), 0, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->setSpacing(Theme::Space1);
    second->addWidget(m_operator, 1, Qt::AlignTop);
    second->addWidget(m_value, 1, Qt::AlignTop);
    second->addWidget(m_flag, 1, Qt::AlignTop);
    auto *third = new QHBoxLayout;
    third->setSpacing(Theme::Space2);
    third->addWidget(m_form, 1);
    third->addWidget(m_ignoreCase, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addLayout(third);
    layout->addWidget(m_found);
}

void ConditionRow::connectFields()
{
    const auto setField = [this](const QString &path, bool typed) {
        Condition test = m_test;
        test.field = path;
        change(test, typed);
    };
    connect(m_field, &ChoiceField::chosen, this,
        [setField](const QString &path) { setField(path, false); });
    connect(m_field, &ChoiceField::typed, this,
        [setField](const QString &path) { setField(path, true); });
    connect(m_operator, &ChoiceField::chosen, this, &ConditionRow::chooseOperator);
    connect(m_value, &ChoiceField::typed, this, &ConditionRow::typeValue);
    connect(m_value, &ChoiceField::chosen, this, &ConditionRow::typeValue);
    connect(m_flag, &ChoiceField::chosen, this, &ConditionRow::typeValue);
    connect(m_form, &ChoiceField::chosen, this, &ConditionRow::chooseForm);
    connect(m_ignoreCase, &FlagField::edited, this, [this](bool on) {
        Condition test = m_test;
        test.ignoreCase = on;
        change(test, false);
    });
    for (ChoiceField *field : { m_field, m_value })
        connect(field, &Field::left, this, [this] { actions().leave(); });
}

bool ConditionRow::fits(const ConditionNode &node) const
{
    return !node.isGroup();
}

void ConditionRow::show(const ConditionNode &node, const ConditionDisplay &display)
{
    m_test = node.test;
    m_field->setChoices(display.fieldChoices);
    m_field->show(m_test.field);
    m_operator->show(operatorName(m_test.op));
    showValue(display);
    showProblems(node.pointer, display.problems);
    showVerdict(display.verdict);
}

void ConditionRow::retranslate()
{
    ConditionView::retranslate();
    m_operator->setChoices(operatorChoices());
    m_form->setChoices(formChoices());
    m_flag->setChoices({ { u"true"_s, tr("Yes") }, { u"false"_s, tr("No") } });
    m_field->setPlaceholder(tr("Choose what to test"));
    m_field->control()->setAccessibleName(tr("What is tested"));
    m_operator->control()->setAccessibleName(tr("Comparison"));
    m_value->control()->setAccessibleName(tr("Value"));
    m_flag->control()->setAccessibleName(tr("Value"));
    m_form->control()->setAccessibleName(tr("Kind of value"));
    m_ignoreCase->setText(tr("Any case"));
    m_ignoreCase->control()->setToolTip(tr("Upper and lower case are the same"));
}

void ConditionRow::showValue(const ConditionDisplay &display)
{
    const ConditionOperator *op = findConditionOperator(m_test.op);
    const bool wantsValue = !op || op->value != ConditionValue::None;
    const ValueForm shown = form();
    const bool isFlag = shown == ValueForm::Flag && wantsValue;
    m_flag->setVisible(isFlag);
    m_value->setVisible(wantsValue && !isFlag);
    m_form->setVisible(op && op->value == ConditionValue::Any);
    m_ignoreCase->setVisible(op && comparesText(*op) && shown != ValueForm::Number && !isFlag);
    m_form->show(QString::number(int(shown)));
    m_ignoreCase->show(m_test.ignoreCase);
    const Json value = m_test.value.value_or(Json(""));
    if (isFlag) {
        m_flag->show(valueText(value, ValueForm::Flag));
        return;
    }
    std::vector<Choice> suggestions;
    const auto field = std::ranges::find(display.fields, m_test.field, &ConditionField::path);
    if (field != display.fields.end() && (!op || op->value != ConditionValue::Number)) {
        for (const Json &allowed : field->values)
            suggestions.push_back({ valueText(allowed, formOf(allowed)), {} });
    }
    for (Choice &suggestion : suggestions)
        suggestion.text = suggestion.value;
    m_value->setChoices(suggestions);
    // What is being written is left as it is: no value yet, or one that could be written shorter.
    const bool isSame = m_isNoValue ? value == m_shownValue : readTyped(m_value->value()) == value;
    const bool isTyping = isSame && m_value->control()->hasFocus();
    m_shownValue = value;
    if (isTyping)
        return;
    setNoValue({});
    m_value->show(valueText(value, shown));
}

void ConditionRow::showProblems(const QString &pointer, const Problems &problems)
{
    Problems mine = problems;
    m_operator->setProblems(takeProblems(mine, { pointer + "/operator"_L1 }));
    m_value->setProblems(takeProblems(mine, { pointer + "/value"_L1 }));
    m_field->setProblems(takeProblems(mine, { pointer }));
}

void ConditionRow::showVerdict(const ConditionVerdict *verdict)
{
    m_found->setVisible(verdict);
    if (!verdict)
        return;
    //: Beside a test that holds with the data it is tried with; %1 says what was found
    const QString text = verdict->holds ? tr("✓ %1") : tr("✗ %1");
    m_found->setText(text.arg(foundText(*verdict)));
    setTextLook(m_found, TextStyle::Small, verdict->holds ? ColorToken::Ok : ColorToken::TextDim);
}

void ConditionRow::chooseOperator(const QString &name)
{
    const ConditionOperator *op = findConditionOperator(name);
    Condition test = m_test;
    test.op = name;
    if (op)
        test.value = fittingValue(m_test.value, op->value);
    if (op && !comparesText(*op))
        test.ignoreCase = false;
    m_chosenForm.reset();
    change(test, false);
}

void ConditionRow::chooseForm(const QString &form)
{
    m_chosenForm = ValueForm(form.toInt());
    Condition test = m_test;
    test.value = convertedValue(m_test.value.value_or(Json("")), *m_chosenForm);
    setNoValue({});
    change(test, false);
}

void ConditionRow::typeValue(const QString &text)
{
    const std::optional<Json> value = readTyped(text);
    if (!value) {
        setNoValue(compares()                 ? tr("Enter a number, or a date such as 2026-03-31.")
                : form() == ValueForm::Number ? tr("Enter a number.")
                                              : tr("This is no valid JSON yet."));
        return;
    }
    setNoValue({});
    Condition test = m_test;
    test.value = value;
    change(test, true);
}

bool ConditionRow::compares() const
{
    const ConditionOperator *op = findConditionOperator(m_test.op);
    return op && op->value == ConditionValue::Number;
}

std::optional<Json> ConditionRow::readTyped(const QString &text) const
{
    return compares() ? readOrderable(text) : readValue(text, form());
}

void ConditionRow::setNoValue(const QString &problem)
{
    m_isNoValue = !problem.isEmpty();
    m_value->setOwnProblem(problem);
}

void ConditionRow::change(const Condition &test, bool typed)
{
    m_test = test;
    actions().changeTest(
        path(), test, typed ? ConditionActions::Change::Typed : ConditionActions::Change::Chosen);
}

ValueForm ConditionRow::form() const
{
    const Json value = m_test.value.value_or(Json(""));
    const ConditionOperator *op = findConditionOperator(m_test.op);
    if (op && (op->value == ConditionValue::Text || op->value == ConditionValue::Pattern))
        return value.is_string() ? ValueForm::Text : ValueForm::Any;
    if (op && op->value == ConditionValue::List)
        return formOf(value) == ValueForm::List ? ValueForm::List : ValueForm::Any;
    if (m_chosenForm && isPossible(value, *m_chosenForm))
        return *m_chosenForm;
    return formOf(value);
}

} // namespace renum::ui
