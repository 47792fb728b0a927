// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/conditions/condition_editor.h"

#include "core/workflow/editing/team_lint.h"
#include "ui/builder/inspector/conditions/condition_group.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const ConditionPath &path)
{
    QString key = u"condition"_s;
    for (const std::size_t index : path)
        key += u'/' + QString::number(index);
    return key;
}

} // namespace

ConditionEditor::ConditionEditor(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new ConditionGroup(this, {}, theme, this))
    , m_excluded(new WrappedLabel(this))
    , m_verdict(new WrappedLabel(this))
{
    m_excluded->setObjectName(u"excludedField"_s);
    m_verdict->setObjectName(u"conditionVerdict"_s);
    setTextLook(m_excluded, TextStyle::Small, ColorToken::Warn);
    m_excluded->hide();
    m_verdict->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(m_group);
    layout->addWidget(m_excluded);
    layout->addWidget(m_verdict);
    setFocusProxy(m_group);
    for (const ConditionCommand &command : conditionCommands()) {
        auto *action = new QAction(this);
        action->setShortcut(command.keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, act = command.act] {
            const ConditionView *view = focusedView();
            if (view && !view->path().empty())
                act(*this, ConditionPath(view->path()));
        });
    }
}

const ConditionView *ConditionEditor::focusedView() const
{
    const QWidget *widget = QApplication::focusWidget();
    while (widget && isAncestorOf(widget)) {
        if (const auto *view = qobject_cast<const ConditionView *>(widget))
            return view;
        widget = widget->parentWidget();
    }
    return nullptr;
}

void ConditionEditor::setName(const QString &name)
{
    m_group->setAccessibleName(name);
}

void ConditionEditor::show(const Content &content)
{
    m_root = conditionTree(content.conditions);
    m_display.fields = content.fields;
    m_laterFields = content.laterFields;
    m_display.fieldChoices = fieldChoices(content.fields, *content.workflow);
    m_judged.reset();
    if (content.sample && !m_root.parts.empty()) {
        const ConditionScope scope
            = conditionScope(*content.sample, *content.workflow, content.input);
        m_judged = judge(m_root, scope);
    }
    showTree();
    showReasons();
}

void ConditionEditor::setProblems(const Problems &problems)
{
    if (m_display.problems == problems)
        return;
    m_display.problems = problems;
    showTree();
}

void ConditionEditor::retranslate()
{
    m_group->retranslate();
}

void ConditionEditor::forgetTyping()
{
    m_group->show(ConditionNode(), ConditionDisplay());
}

void ConditionEditor::showTree()
{
    m_display.verdict = m_judged ? &*m_judged : nullptr;
    m_group->show(m_root, m_display);
}

void ConditionEditor::showReasons()
{
    const std::optional<QString> excluded = excludedField(conditionsOf(m_root));
    m_excluded->setVisible(excluded.has_value());
    if (excluded)
        m_excluded->setText(tr("This can never hold: the conditions on %1 exclude each other.")
                                .arg(fieldText(*excluded, m_display.fieldChoices)));
    m_verdict->setVisible(m_judged.has_value());
    if (!m_judged)
        return;
    //: In front of the verdict on conditions, which is %1
    const QString mark = m_judged->holds ? tr("✓ %1") : tr("✗ %1");
    m_verdict->setText(mark.arg(verdictText(m_root, *m_judged, m_display.fieldChoices)));
    setTextLook(
        m_verdict, TextStyle::Label, m_judged->holds ? ColorToken::Ok : ColorToken::TextDim);
}

Condition ConditionEditor::newTest() const
{
    Condition test;
    test.op = u"equals"_s;
    test.value = Json("");
    // A part of a result says more than the whole of it.
    const bool isFirst = m_display.fields.empty() && m_laterFields;
    const std::vector<ConditionField> fields = isFirst ? m_laterFields() : m_display.fields;
    for (const ConditionField &field : fields) {
        const bool better = test.field.isEmpty()
            || (!field.member.isEmpty() && !field.within.isEmpty() && !field.values.empty());
        if (better && !(field.within.isEmpty() && !field.member.isEmpty()))
            test.field = field.path;
        if (!field.values.empty() && test.field == field.path) {
            test.value = field.values.front();
            break;
        }
    }
    return test;
}

void ConditionEditor::changeTest(const ConditionPath &path, const Condition &test, Change change)
{
    ConditionNode *node = nodeAt(m_root, path);
    if (!node || node->isGroup())
        return;
    node->test = test;
    emit edited(conditionsOf(m_root), change == Change::Typed ? keyOf(path) : QString());
}

void ConditionEditor::changeKind(const ConditionPath &path, ConditionNode::Kind kind)
{
    ConditionNode *node = nodeAt(m_root, path);
    if (!node || !node->isGroup())
        return;
    node->kind = kind;
    emit edited(conditionsOf(m_root), {});
}

void ConditionEditor::addTest(const ConditionPath &group)
{
    tell(withPart(m_root, group, conditionNode(newTest())));
}

void ConditionEditor::addGroup(const ConditionPath &group)
{
    const ConditionNode *around = nodeAt(m_root, group);
    ConditionNode node;
    node.kind = around && around->kind == ConditionNode::Kind::Any ? ConditionNode::Kind::All
                                                                   : ConditionNode::Kind::Any;
    node.parts.push_back(conditionNode(newTest()));
    tell(withPart(m_root, group, std::move(node)));
}

void ConditionEditor::remove(const ConditionPath &path)
{
    tell(withoutPart(m_root, path));
}

void ConditionEditor::putIntoGroup(const ConditionPath &path)
{
    tell(withPartGrouped(m_root, path));
}

void ConditionEditor::move(const ConditionPath &path, ConditionMove move)
{
    tell(withPartMoved(m_root, path, move));
}

void ConditionEditor::leave()
{
    emit left();
}

void ConditionEditor::tell(const ConditionTreeEdit &edit)
{
    emit edited(conditionsOf(edit.root), {});
    if (ConditionView *view = m_group->viewAt(edit.path))
        view->setFocus(Qt::OtherFocusReason);
}

} // namespace renum::ui
