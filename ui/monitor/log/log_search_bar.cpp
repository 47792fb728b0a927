// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_search_bar.h"

#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// A word is searched when it has been typed, not each of its letters.
constexpr int PauseMs = 150;
constexpr int QueryCharacters = 1000;

} // namespace

LogSearchBar::LogSearchBar(const Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hits(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space3, 0, Theme::Space3, Theme::Space2);
    row->setSpacing(Theme::Space1);
    m_field->setObjectName(u"logSearch"_s);
    m_field->setMaxLength(QueryCharacters);
    m_field->setClearButtonEnabled(true);
    m_field->addAction(theme->icon(u"search"_s, ColorToken::TextDim), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    row->addWidget(m_field, 1);
    m_hits->setObjectName(u"logHits"_s);
    setTextLook(m_hits, TextStyle::Label, ColorToken::TextDim);
    row->addWidget(m_hits);
    m_previous = addButton(u"previousHit"_s, {});
    m_previous->setArrowType(Qt::UpArrow);
    m_next = addButton(u"nextHit"_s, {});
    m_next->setArrowType(Qt::DownArrow);
    m_onlyHits = addButton(u"onlyHits"_s, {});
    m_onlyHits->setCheckable(true);
    m_onlyHits->setChecked(true);
    m_filters = addButton(u"showFilters"_s, {});
    m_filters->setCheckable(true);

    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &LogSearchBar::searched);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        if (m_onlyHits->isHidden()) { // nothing was searched yet
            m_all = 0;
            m_more = true;
        }
        showHits();
        m_pause.start();
    });
    connect(m_previous, &QToolButton::clicked, this, &LogSearchBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &LogSearchBar::nextRequested);
    connect(m_onlyHits, &QToolButton::toggled, this, &LogSearchBar::othersToggled);
    connect(m_filters, &QToolButton::toggled, this, &LogSearchBar::filtersToggled);
    retranslate();
}

QToolButton *LogSearchBar::addButton(const QString &name, const QIcon &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon);
    button->setFocusPolicy(Qt::TabFocus);
    setLook(button, Look::QuietButton);
    layout()->addWidget(button);
    return button;
}

void LogSearchBar::retranslate()
{
    m_field->setPlaceholderText(tr("Search the log"));
    m_field->setAccessibleName(tr("Search the log"));
    m_field->setToolTip(tr("Words that a line has, all of them; in quotation marks as one. Prompts "
                           "and results are searched, too."));
    m_previous->setToolTip(tr("Previous hit (Shift+F3)"));
    m_next->setToolTip(tr("Next hit (F3)"));
    m_onlyHits->setText(tr("Only hits"));
    m_onlyHits->setToolTip(tr("Hide lines without what is searched"));
    m_filters->setText(tr("Filter"));
    m_filters->setToolTip(tr("Show levels, categories and agents to choose from"));
    for (QToolButton *button : { m_previous, m_next, m_onlyHits, m_filters })
        button->setAccessibleName(button->toolTip());
    showHits();
}

void LogSearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Enter goes on to the next hit, Escape leaves the search.
bool LogSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (m_pause.isActive()) {
            m_pause.stop();
            emit searched();
        }
        if (key->modifiers() & Qt::ShiftModifier)
            emit previousRequested();
        else
            emit nextRequested();
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString LogSearchBar::text() const
{
    return m_field->text();
}

bool LogSearchBar::hidesOthers() const
{
    return m_onlyHits->isChecked();
}

bool LogSearchBar::showsFilters() const
{
    return m_filters->isChecked();
}

void LogSearchBar::setShowsFilters(bool shown)
{
    m_filters->setChecked(shown);
}

void LogSearchBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LogSearchBar::clear()
{
    m_field->clear();
    m_pause.stop();
    emit searched();
}

void LogSearchBar::setHits(qsizetype current, qsizetype all, bool more)
{
    if (current == m_current && all == m_all && more == m_more)
        return;
    m_current = current;
    m_all = all;
    m_more = more;
    showHits();
}

void LogSearchBar::showHits()
{
    const bool searches = !m_field->text().trimmed().isEmpty();
    m_previous->setEnabled(searches && m_all > 0);
    m_next->setEnabled(searches && m_all > 0);
    for (QToolButton *button : { m_previous, m_next, m_onlyHits })
        button->setVisible(searches); // of no use before
    const QLocale locale;
    if (!searches)
        m_hits->clear();
    else if (m_all == 0)
        m_hits->setText(m_more ? tr("Searching…") : tr("No hit"));
    else if (m_more) //: number of the hit, number of hits until now
        m_hits->setText(tr("%1 of %2…").arg(locale.toString(m_current), locale.toString(m_all)));
    else //: number of the hit, number of hits
        m_hits->setText(tr("%1 of %2").arg(locale.toString(m_current), locale.toString(m_all)));
}

} // namespace renum::ui
