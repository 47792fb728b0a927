// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/field.h"

#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStyle>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

WrappedLabel *hiddenLine(const QString &name, ColorToken color, QWidget *parent)
{
    auto *line = new WrappedLabel(parent);
    line->setObjectName(name);
    setTextLook(line, TextStyle::Small, color);
    line->hide();
    return line;
}

void showLine(QLabel *line, const QString &text)
{
    if (line->text() != text)
        line->setText(text);
    line->setVisible(!text.isEmpty());
}

} // namespace

Field::Field(QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_head(new QHBoxLayout)
    , m_label(new QLabel(this))
    , m_counter(new QLabel(this))
    , m_problem(hiddenLine(u"fieldProblem"_s, ColorToken::Err, this))
    , m_note(hiddenLine(u"fieldNote"_s, ColorToken::TextDim, this))
{
    control->setParent(this);
    setTextLook(m_label, TextStyle::Label, ColorToken::TextDim);
    setTextLook(m_counter, TextStyle::Small, ColorToken::TextDim);
    m_counter->setObjectName(u"fieldCounter"_s);
    m_label->setBuddy(control);
    m_label->hide();
    m_counter->hide();
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->addWidget(m_label, 1);
    m_head->addWidget(m_counter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addLayout(m_head);
    layout->addWidget(control);
    layout->addWidget(m_problem);
    layout->addWidget(m_note);
    setFocusProxy(control);
}

void Field::setLabel(const QString &label)
{
    showLine(m_label, label);
    if (!label.isEmpty())
        m_control->setAccessibleName(label);
}

void Field::setNote(const QString &note)
{
    showLine(m_note, note);
    m_control->setToolTip(note);
}

void Field::setCounter(const QString &counter)
{
    showLine(m_counter, counter);
}

void Field::setProblems(const Problems &problems)
{
    if (m_problems == problems)
        return;
    m_problems = problems;
    updateProblem();
}

void Field::setOwnProblem(const QString &problem)
{
    if (m_ownProblem == problem)
        return;
    m_ownProblem = problem;
    updateProblem();
}

QString Field::problemText() const
{
    if (!m_ownProblem.isEmpty())
        return m_ownProblem;
    QStringList texts;
    for (const Problem &problem : m_problems)
        texts += fieldProblemText(problem);
    texts.removeDuplicates();
    return texts.join(u'\n');
}

void Field::forgetTyping()
{
    setOwnProblem({});
}

void Field::updateProblem()
{
    const bool isError = !m_ownProblem.isEmpty() || hasErrors(m_problems);
    const QString text = problemText();
    setTextLook(m_problem, TextStyle::Small, isError ? ColorToken::Err : ColorToken::Warn);
    showLine(m_problem, text);
    m_control->setAccessibleDescription(text);
    if (m_control->property("invalid").toBool() == isError)
        return;
    m_control->setProperty("invalid", isError);
    m_control->style()->unpolish(m_control);
    m_control->style()->polish(m_control);
}

QString fieldProblemText(const Problem &problem)
{
    const QVariant lowest = problem.args.value(u"lowest"_s);
    const QVariant highest = problem.args.value(u"highest"_s);
    if (!lowest.isValid() || !highest.isValid())
        return problemText(problem);
    const QLocale locale;
    return Field::tr("Use a value from %1 to %2.")
        .arg(locale.toString(lowest.toDouble(), 'g', 10),
            locale.toString(highest.toDouble(), 'g', 10));
}

} // namespace renum::ui
