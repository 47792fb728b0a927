// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/json_difference_view.h"

#include "ui/monitor/context/difference_model.h"
#include "ui/monitor/context/json_text.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// More nodes than that are not opened at once.
constexpr int MostExpanded = 200;

} // namespace

JsonDifferenceView::JsonDifferenceView(const Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new DifferenceModel(theme, this))
    , m_summary(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_words(new TextDifferenceView(theme, this))
{
    m_summary->setObjectName(u"differenceSummary"_s);
    setTextLook(m_summary, TextStyle::Small, ColorToken::TextDim);
    m_tree->setObjectName(u"differenceTree"_s);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_words->setObjectName(u"differenceWords"_s);
    setLook(m_words, Look::Panel);
    m_words->hide();
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_tree);
    split->addWidget(m_words);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addWidget(m_summary);
    column->addWidget(split, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &JsonDifferenceView::showWords);
    retranslate();
}

void JsonDifferenceView::setValues(
    std::shared_ptr<const Json> before, std::shared_ptr<const Json> after)
{
    using Kind = JsonDifference::Kind;
    JsonDifference difference { Kind::Same, {}, before.get(), after.get(), {} };
    if (before && after)
        difference = jsonDifference(*before, *after);
    else if (before || after)
        difference.kind = before ? Kind::Removed : Kind::Added;
    using Pair = std::pair<std::shared_ptr<const Json>, std::shared_ptr<const Json>>;
    setDifference(
        std::move(difference), std::make_shared<const Pair>(std::move(before), std::move(after)));
}

void JsonDifferenceView::setDifference(JsonDifference difference, std::shared_ptr<const void> owner)
{
    m_model->setDifference(std::move(difference), std::move(owner));
    if (countOf(m_model->difference()).all() <= MostExpanded)
        m_tree->expandAll();
    m_tree->resizeColumnToContents(DifferenceModel::Key);
    retranslate();
    showWords();
}

void JsonDifferenceView::retranslate()
{
    m_tree->setAccessibleName(tr("Differences"));
    m_words->setAccessibleName(tr("The value, word by word"));
    const JsonDifferenceCount count = countOf(m_model->difference());
    if (count.all() == 0) {
        m_summary->setText(tr("Nothing is different."));
        return;
    }
    const QStringList parts { tr("%n value(s) changed", nullptr, count.changed),
        tr("%n added", nullptr, count.added), tr("%n removed", nullptr, count.removed) };
    m_summary->setText(parts.join(u" · "_s));
}

void JsonDifferenceView::showWords()
{
    const JsonDifference *shown = m_model->at(m_tree->currentIndex());
    const bool leaf = shown && !shown->isInside();
    m_words->setVisible(leaf);
    if (!leaf)
        return;
    const auto text = [](const Json *value) { return value ? jsonInFull(*value) : QString(); };
    m_words->setTexts(text(shown->before), text(shown->after));
}

void JsonDifferenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
