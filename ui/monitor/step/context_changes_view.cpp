// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/context_changes_view.h"

#include "ui/monitor/context/text_difference_view.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { KeyColumn, BeforeColumn, AfterColumn, WhenColumn };

/// What fits a row of a table; the tool tip has more.
QString cellText(const QString &value)
{
    constexpr qsizetype most = 200;
    return value.left(most).simplified();
}

} // namespace

ContextChangesView::ContextChangesView(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_empty(new QLabel(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_tree(new QTreeWidget(this))
    , m_words(new TextDifferenceView(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_split, 1);
    m_split->addWidget(m_tree);
    m_split->addWidget(m_words);
    m_split->setStretchFactor(1, 1);
    m_empty->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, 0);
    m_empty->setWordWrap(true);
    setTextLook(m_empty, TextStyle::Body, ColorToken::TextDim);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_tree->setObjectName(u"contextTouches"_s);
    connect(theme, &Theme::changed, this, &ContextChangesView::showTouches);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ContextChangesView::showWords);
    retranslate();
}

void ContextChangesView::retranslate()
{
    m_empty->setText(tr("This agent has changed nothing of what the team shares."));
    m_tree->setHeaderLabels({ tr("Value"), tr("Before"), tr("After"), tr("When") });
    m_tree->setAccessibleName(tr("What the agent changed of what the team shares"));
    m_tree->setToolTip(tr("Choose a value to see what is not the same"));
    m_words->setAccessibleName(tr("The chosen value, before and after"));
    showTouches();
}

void ContextChangesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ContextChangesView::setTouches(const QList<ContextTouch> &touches)
{
    if (touches == m_touches)
        return;
    m_touches = touches;
    showTouches();
}

void ContextChangesView::showTouches()
{
    m_empty->setVisible(m_touches.isEmpty());
    m_split->setVisible(!m_touches.isEmpty());
    const int chosen = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_tree->clear();
    QList<QTreeWidgetItem *> rows;
    for (const ContextTouch &touch : std::as_const(m_touches)) {
        const QString key = touch.memory ? tr("%1 (memory)").arg(touch.key) : touch.key;
        const QString before = touch.before.isEmpty() ? tr("(none)") : cellText(touch.before);
        const QString after = touch.after.isEmpty() ? tr("(deleted)") : cellText(touch.after);
        auto *row = new QTreeWidgetItem({ key, before, after, format::dateTime(touch.time) });
        row->setToolTip(KeyColumn, key);
        row->setToolTip(BeforeColumn, Qt::convertFromPlainText(touch.before));
        row->setToolTip(AfterColumn, Qt::convertFromPlainText(touch.after));
        row->setForeground(BeforeColumn, m_theme->color(ColorToken::Err));
        row->setForeground(AfterColumn, m_theme->color(ColorToken::Ok));
        for (const int column : { BeforeColumn, AfterColumn })
            row->setFont(column, m_theme->font(TextStyle::Mono));
        rows << row;
    }
    m_tree->addTopLevelItems(rows);
    // What is added stands at the end: what the person chose stays where it is.
    m_tree->setCurrentItem(chosen < 0 ? rows.value(0) : rows.value(chosen, rows.value(0)));
    showWords();
}

void ContextChangesView::showWords()
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    if (row >= 0 && row < m_touches.size())
        m_words->setTexts(m_touches.at(row).before, m_touches.at(row).after);
}

} // namespace renum::ui
