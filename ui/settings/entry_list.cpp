// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/entry_list.h"

#include "ui/monitor/elided_label.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

EntryList::EntryList(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(new QVBoxLayout(this))
    , m_empty(new WrappedLabel(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::Space2);
    setTextLook(m_empty, TextStyle::Body, ColorToken::TextDim);
    m_empty->setObjectName(u"emptyText"_s);
    m_rows->addWidget(m_empty);
}

void EntryList::setEntries(const QList<Entry> &entries, const QString &emptyText)
{
    m_empty->setText(emptyText);
    m_empty->setVisible(entries.isEmpty());
    if (entries == m_entries)
        return;
    m_entries = entries;
    rebuild();
}

void EntryList::rebuild()
{
    while (m_rows->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(1));
        // Later: a button of the row may be what led here.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const Entry &entry : std::as_const(m_entries))
        m_rows->addWidget(makeRow(entry));
}

QWidget *EntryList::makeRow(const Entry &entry)
{
    auto *row = new QFrame(this);
    setLook(row, Look::PanelAlt);
    row->setObjectName(u"entry-"_s + entry.id);
    auto *title = new ElidedLabel(row);
    title->setText(entry.title);
    title->setToolTip(entry.title.toHtmlEscaped());
    setTextLook(title, TextStyle::BodyStrong);
    auto *detail = new ElidedLabel(row);
    detail->setText(entry.detail);
    setTextLook(detail, TextStyle::Label, ColorToken::TextDim);
    for (QWidget *text : { title, detail })
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *edit = new QPushButton(tr("Edit…"), row);
    edit->setObjectName(u"edit-"_s + entry.id);
    edit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    edit->setAccessibleName(tr("Edit “%1”").arg(entry.title));
    auto *remove = new QToolButton(row);
    remove->setObjectName(u"remove-"_s + entry.id);
    setLook(remove, Look::QuietButton);
    remove->setIcon(m_theme->icon(u"trash"_s, ColorToken::TextDim));
    remove->setFixedSize(Theme::ControlHeight, Theme::ControlHeight);
    remove->setAccessibleName(tr("Remove “%1”").arg(entry.title));
    remove->setToolTip(tr("Remove"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(title);
    texts->addWidget(detail);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space2, Theme::Space2);
    layout->setSpacing(Theme::Space2);
    layout->addLayout(texts, 1);
    layout->addWidget(edit);
    layout->addWidget(remove);
    connect(edit, &QPushButton::clicked, this, [this, id = entry.id] { emit editAsked(id); });
    connect(remove, &QToolButton::clicked, this, [this, id = entry.id] { emit removeAsked(id); });
    return row;
}

void EntryList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
