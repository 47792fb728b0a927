// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/conflict_dialog.h"

#include "ui/text/difference_text.h"
#include "ui/text/field_names.h"
#include "ui/text/format.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConflictWidth = 17 * Theme::ControlHeight;
constexpr int ConflictHeight = 10 * Theme::ControlHeight;
constexpr int ShownLetters = 120; ///< of a value; the rest does not help to choose

QString shortened(const QString &text)
{
    return text.size() <= ShownLetters ? text : text.left(ShownLetters) + u'…';
}

} // namespace

ConflictDialog::ConflictDialog(
    const TeamDraft &base, const TeamDraft &mine, const Team &theirs, QWidget *parent)
    : QDialog(parent)
    , m_base(base)
    , m_mine(mine)
    , m_theirs(theirs)
{
    setWindowTitle(tr("The team was changed meanwhile"));
    setMinimumWidth(ConflictWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(windowTitle(), TextStyle::Title, ColorToken::Text, this));
    layout->addWidget(
        wrappedText(tr("Version %1 was stored on %2. Your changes and those are joined; "
                       "where both changed the same, choose.")
                        .arg(theirs.version)
                        .arg(format::dateTime(theirs.updatedAt)),
            TextStyle::Body, ColorToken::TextDim, this));
    auto *content = new QWidget;
    setLook(content, Look::Panel);
    auto *list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(Theme::Space2);
    addConflicts(list);
    addTheirChanges(list);
    list->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(ConflictHeight);
    scroll->setWidget(content);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeButtons());
}

TeamDraft ConflictDialog::merged() const
{
    return mergeDrafts(m_base, m_mine, m_theirs.draft(), m_choices).draft;
}

void ConflictDialog::addConflicts(QVBoxLayout *layout)
{
    const std::vector<MergeConflict> conflicts
        = mergeDrafts(m_base, m_mine, m_theirs.draft()).conflicts;
    int number = 0;
    for (const MergeConflict &conflict : conflicts)
        layout->addWidget(makeConflict(conflict, number++));
    if (conflicts.empty())
        layout->addWidget(wrappedText(tr("Nothing was changed by both. Everything can be kept."),
            TextStyle::Body, ColorToken::Ok, this));
}

QWidget *ConflictDialog::makeConflict(const MergeConflict &conflict, int number)
{
    auto *box = new QWidget(this);
    setLook(box, Look::PanelAlt);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->setSpacing(Theme::Space1);
    const QString place
        = conflict.field.isEmpty() ? tr("In the team or not") : fieldName(conflict.field);
    //: A member of the team, and the field that was changed
    layout->addWidget(wrappedText(tr("%1: %2").arg(nameOf(conflict.member), place),
        TextStyle::BodyStrong, ColorToken::Text, box));
    const auto text = [&](const Json &value) {
        if (conflict.field.isEmpty())
            return value.is_null() ? tr("removed") : tr("kept, with its changes");
        return shortened(fieldValueText(value));
    };
    auto *mine = new QRadioButton(tr("Mine: %1").arg(text(conflict.mine)), box);
    auto *theirs = new QRadioButton(tr("Stored: %1").arg(text(conflict.theirs)), box);
    mine->setObjectName(u"mine-%1"_s.arg(number));
    theirs->setObjectName(u"theirs-%1"_s.arg(number));
    mine->setChecked(true);
    connect(theirs, &QRadioButton::toggled, this, [this, key = conflict.key()](bool chosen) {
        if (chosen)
            m_choices.insert(key);
        else
            m_choices.erase(key);
    });
    layout->addWidget(mine);
    layout->addWidget(theirs);
    return box;
}

void ConflictDialog::addTheirChanges(QVBoxLayout *layout)
{
    layout->addWidget(wrappedText(
        tr("Changed in the stored version"), TextStyle::BodyStrong, ColorToken::Text, this));
    const TeamDraft theirs = m_theirs.draft();
    for (const TeamDifference &difference : teamDifferences(m_base, theirs)) {
        layout->addWidget(wrappedText(differenceText(difference, m_base, theirs), TextStyle::Body,
            ColorToken::TextDim, this));
    }
}

QWidget *ConflictDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *back = buttons->addButton(tr("Go on editing"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"goOnEditing"_s);
    QPushButton *join = buttons->addButton(tr("Join and save"), QDialogButtonBox::AcceptRole);
    join->setObjectName(u"joinAndSave"_s);
    setLook(join, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QString ConflictDialog::nameOf(const AgentId &member) const
{
    if (member.isEmpty())
        return tr("Team");
    for (const WorkflowDefinition *workflow : { &m_mine.workflow, &m_theirs.workflow }) {
        if (const WorkflowAgent *found = workflow->find(member))
            return found->displayName();
    }
    return member.toString();
}

bool ConflictDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return handled;
}

} // namespace renum::ui
