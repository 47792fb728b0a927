// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/budget_panel.h"

#include "ui/costs/budget_dialog.h"
#include "ui/costs/budget_row.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

BudgetPanel::BudgetPanel(CostBook *book, Theme *theme, QWidget *parent)
    : QFrame(parent)
    , m_book(book)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_message(new WrappedLabel(this))
    , m_retry(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
{
    setObjectName(u"budgets"_s);
    setLook(this, Look::Card);
    setTextLook(m_title, TextStyle::BodyStrong);
    setTextLook(m_message, TextStyle::Body, ColorToken::TextDim);
    m_message->setObjectName(u"budgetsMessage"_s);
    m_retry->setObjectName(u"budgetsRetry"_s);
    m_add->setObjectName(u"addBudget"_s);
    m_add->setIcon(theme->icon(u"plus"_s, ColorToken::AccentStrong));
    setLook(m_add, Look::LinkButton);
    setLook(m_list, Look::Panel);
    m_rows->setContentsMargins(0, 0, Theme::Space2, 0);
    m_rows->setSpacing(Theme::Space3);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(Theme::Space2);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addWidget(scroll, 1);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &BudgetPanel::addBudget);
    connect(m_retry, &QPushButton::clicked, this, &BudgetPanel::reload);
    connect(book, &CostBook::budgetsChanged, this, &BudgetPanel::reload);
    retranslate();
}

void BudgetPanel::retranslate()
{
    m_title->setText(tr("Budgets"));
    m_add->setText(tr("Add a budget"));
    m_add->setToolTip(tr("Limit what may be spent"));
    m_retry->setText(tr("Try again"));
    rebuild();
}

void BudgetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void BudgetPanel::setNames(const CostNames &names)
{
    m_names = names;
    rebuild();
}

void BudgetPanel::reload()
{
    m_tasks.start(read(++m_turn));
}

QCoro::Task<> BudgetPanel::read(int turn)
{
    const QPointer<BudgetPanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<BudgetStatus>> budgets = co_await m_book->budgets(stop);
    if (!self || turn != m_turn)
        co_return;
    m_error.reset();
    if (budgets)
        m_budgets = *budgets;
    else
        m_error = budgets.error();
    m_isRead = m_isRead || budgets;
    rebuild();
}

void BudgetPanel::rebuild()
{
    const bool sameRows = std::ranges::equal(
        m_shown, m_budgets, {}, {}, [](const BudgetStatus &status) { return status.budget.id; });
    if (!sameRows)
        makeRows();
    for (int i = 0; i < m_rows->count() - 1; ++i) {
        auto *row = qobject_cast<BudgetRow *>(m_rows->itemAt(i)->widget());
        row->showStatus(m_budgets.at(i), m_names);
    }
    QString message;
    if (m_error)
        message = tr("The budgets cannot be read. %1").arg(errorText(*m_error));
    else if (m_isRead && m_budgets.isEmpty())
        message = tr("Nothing is limited. A budget stops agents before they spend more than you "
                     "want: in a run, a day or a month.");
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_retry->setVisible(m_error.has_value());
}

// Only when there are others than before: what has the focus keeps it while amounts move.
void BudgetPanel::makeRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    m_shown.clear();
    for (const BudgetStatus &status : std::as_const(m_budgets)) {
        auto *row = new BudgetRow(m_theme, m_list);
        connect(row, &BudgetRow::editRequested, this, [this, row] { edit(row->budget()); });
        connect(row, &BudgetRow::removeRequested, this,
            [this, row] { m_tasks.start(removeNow(row->budget())); });
        m_rows->addWidget(row);
        m_shown.append(status.budget.id);
    }
    m_rows->addStretch(1);
}

void BudgetPanel::addBudget()
{
    edit({});
}

void BudgetPanel::edit(const Budget &budget)
{
    auto *dialog = new BudgetDialog(m_book, budget, m_names, window());
    connect(dialog, &QDialog::accepted, this, &BudgetPanel::reload);
    dialog->open();
}

// --- removing can be undone ----------------------------------------------------------------------

QCoro::Task<> BudgetPanel::removeNow(Budget budget)
{
    const QPointer<BudgetPanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> removed = co_await m_book->removeBudget(budget.id, stop);
    if (!self)
        co_return;
    reload();
    if (!removed) {
        emit toastRequested({ errorText(removed.error()), {}, {}, true });
        co_return;
    }
    const auto undo = [self, budget] {
        if (self)
            self->m_tasks.start(self->bringBack(budget));
    };
    emit toastRequested({ tr("The budget “%1” was removed.").arg(budgetTitle(budget, m_names)),
        tr("Undo"), undo, false });
}

QCoro::Task<> BudgetPanel::bringBack(Budget budget)
{
    const QPointer<BudgetPanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Budget> saved = co_await m_book->saveBudget(budget, stop);
    if (!self)
        co_return;
    reload();
    if (!saved)
        emit toastRequested({ errorText(saved.error()), {}, {}, true });
}

} // namespace renum::ui
