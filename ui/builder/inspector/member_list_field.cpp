// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member_list_field.h"

#include "ui/builder/inspector/fields/choice_input.h"
#include "ui/monitor/elided_label.h"
#include "ui/theme/look.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

MemberListField::MemberListField(Theme *theme, QWidget *parent)
    : Field(new ChoiceInput, parent)
    , m_theme(theme)
    , m_add(static_cast<ChoiceInput *>(control()))
    , m_list(new QWidget(this))
    , m_rows(new QVBoxLayout(m_list))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::Space1);
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(1, m_list);
    connect(m_add, &QComboBox::activated, this, [this](int index) {
        const QString id = m_add->itemData(index).toString();
        m_add->setCurrentIndex(0);
        if (!id.isEmpty())
            emit added(id);
    });
}

void MemberListField::setPrompt(const QString &prompt)
{
    // Everything that has words is made anew by the next show().
    m_prompt = prompt;
    m_offered.clear();
    m_add->clear();
    m_members.clear();
    rebuild();
}

void MemberListField::show(const std::vector<Choice> &members, const std::vector<Choice> &offered)
{
    offer(offered);
    m_list->setVisible(!members.empty());
    if (m_members == members)
        return;
    m_members = members;
    rebuild();
}

void MemberListField::offer(const std::vector<Choice> &offered)
{
    m_add->setVisible(!offered.empty());
    if (m_offered == offered)
        return;
    m_offered = offered;
    m_add->clear();
    m_add->addItem(m_prompt, QString());
    for (const Choice &choice : offered)
        m_add->addItem(choice.text, choice.value);
}

void MemberListField::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // The one that was clicked is among them.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Choice &member : m_members) {
        QWidget *row = makeRow(member);
        m_rows->addWidget(row);
        row->show();
    }
}

QWidget *MemberListField::makeRow(const Choice &member)
{
    auto *row = new QWidget(m_list);
    setLook(row, Look::PanelAlt);
    auto *name = new ElidedLabel(row);
    name->setText(member.text);
    name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *remove = new QToolButton(row);
    remove->setObjectName(u"removeMember"_s);
    remove->setIcon(m_theme->icon(u"cross"_s, ColorToken::TextDim));
    remove->setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
    remove->setToolTip(tr("Take %1 out").arg(member.text));
    remove->setAccessibleName(remove->toolTip());
    setLook(remove, Look::QuietButton);
    connect(remove, &QToolButton::clicked, this, [this, id = member.value] { emit removed(id); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(Theme::Space2, 0, 0, 0);
    layout->addWidget(name, 1);
    layout->addWidget(remove);
    return row;
}

} // namespace renum::ui
