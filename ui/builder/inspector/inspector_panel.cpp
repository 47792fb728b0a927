// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/inspector_panel.h"

#include "ui/builder/inspector/fields/field.h"
#include "ui/builder/inspector/inspector_part.h"
#include "ui/builder/inspector/section.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// The first control inside that takes the focus.
QWidget *firstControl(const QWidget *inside)
{
    for (QWidget *widget = inside->nextInFocusChain(); widget && inside->isAncestorOf(widget);
         widget = widget->nextInFocusChain()) {
        const bool takesFocus = widget->focusPolicy() & Qt::TabFocus;
        if (takesFocus && !widget->focusProxy() && widget->isEnabled()
            && widget->isVisibleTo(inside))
            return widget;
    }
    return nullptr;
}

} // namespace

InspectorPanel::InspectorPanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_general(new WrappedLabel(this))
    , m_rows(new QVBoxLayout(this))
{
    m_general->setObjectName(u"generalProblems"_s);
    m_general->hide();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::Space3);
    m_rows->addWidget(m_general);
}

void InspectorPanel::add(InspectorPart *part, const QString &name, Fold fold)
{
    auto *section = new Section(m_theme, part, this);
    section->heading()->setObjectName(name);
    section->setOpen(fold == Fold::Open);
    m_rows->addWidget(section);
    m_entries.push_back({ part, section });
    connect(section, &Section::opened, this, [this, index = m_entries.size() - 1] {
        Entry &entry = m_entries[index];
        if (std::exchange(entry.isStale, false))
            entry.part->refresh();
    });
}

void InspectorPanel::retranslate()
{
    for (const Entry &entry : m_entries) {
        entry.part->retranslate();
        entry.section->setTitle(entry.part->title());
    }
}

void InspectorPanel::refresh(const Problems &problems)
{
    Problems rest = problems;
    for (Entry &entry : m_entries) {
        const bool applies = entry.part->applies();
        entry.section->setVisible(applies);
        if (!applies)
            continue;
        // While the person types elsewhere, nobody sees what is folded.
        entry.isStale = entry.shows && !entry.section->isOpen();
        if (!entry.isStale)
            entry.part->refresh();
        entry.shows = true;
        rest = entry.part->showProblems(rest);
    }
    QStringList texts;
    for (const Problem &problem : std::as_const(rest))
        texts += fieldProblemText(problem);
    texts.removeDuplicates();
    m_general->setVisible(!texts.isEmpty());
    m_general->setText(texts.join(u'\n'));
    setTextLook(m_general, TextStyle::Label, hasErrors(rest) ? ColorToken::Err : ColorToken::Warn);
}

void InspectorPanel::forgetTyping()
{
    for (Entry &entry : m_entries) {
        entry.part->forgetTyping();
        entry.shows = false;
    }
}

void InspectorPanel::focusFirstField()
{
    for (const Entry &entry : m_entries) {
        if (entry.section->isHidden())
            continue;
        entry.section->setOpen(true);
        if (QWidget *control = firstControl(entry.part)) {
            control->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace renum::ui
