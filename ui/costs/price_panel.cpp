// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_panel.h"

#include "core/costs/price_table.h"
#include "ui/costs/cost_scope.h"
#include "ui/costs/data_table.h"
#include "ui/costs/price_dialog.h"
#include "ui/costs/price_model.h"
#include "ui/shell/state_panel.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

namespace renum::ui {

using namespace Qt::StringLiterals;

PricePanel::PricePanel(CostBook *book, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_model(new PriceModel(this))
    , m_search(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_hint(new WrappedLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new DataTable(u"prices"_s, m_stack))
    , m_state(new StatePanel(theme, m_stack))
{
    build();
    connectParts();
    retranslate();
    m_state->showLoading(tr("Reading the prices…"));
}

void PricePanel::build()
{
    setLook(this, Look::Page);
    m_search->setObjectName(u"searchPrices"_s);
    m_search->setClearButtonEnabled(true);
    m_add->setObjectName(u"addPrice"_s);
    m_remove->setObjectName(u"removePrice"_s);
    m_import->setObjectName(u"importPrices"_s);
    m_export->setObjectName(u"exportPrices"_s);
    setTextLook(m_hint, TextStyle::Body, ColorToken::TextDim);
    m_table->showSorted(m_model, PriceModel::SortRole, PriceModel::Model, Qt::AscendingOrder);
    m_table->fill(PriceModel::Source);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Space2);
    head->addWidget(m_search, 1);
    for (QPushButton *button : { m_add, m_remove, m_import, m_export })
        head->addWidget(button);
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    inCard->addWidget(m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space6, Theme::Space4, Theme::Space6, Theme::Space4);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_hint);
    column->addLayout(head);
    column->addWidget(card, 1);
}

void PricePanel::connectParts()
{
    auto *proxy = qobject_cast<QSortFilterProxyModel *>(m_table->model());
    proxy->setFilterRole(PriceModel::SearchRole);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_search, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table, &DataTable::chosen, this, [this](const QModelIndex &index) {
        open(index.data(PriceModel::EntryRole).value<PriceEntry>());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PricePanel::followSelection);
    connect(m_add, &QPushButton::clicked, this, [this] { open({}); });
    connect(m_remove, &QPushButton::clicked, this, &PricePanel::removeSelected);
    connect(m_import, &QPushButton::clicked, this, &PricePanel::askForImport);
    connect(m_export, &QPushButton::clicked, this, &PricePanel::askForExport);
    connect(m_state, &StatePanel::actionTriggered, this, &PricePanel::reload);
    connect(m_book, &CostBook::pricesChanged, this, &PricePanel::reload);
    followSelection();
}

void PricePanel::retranslate()
{
    m_hint->setText(tr("US dollars for a million tokens. Your own prices win over those that come "
                       "with Renum. A change holds for calls from now on: what is booked keeps the "
                       "amount it was booked with."));
    m_search->setPlaceholderText(tr("Search models, providers, sources"));
    m_search->setAccessibleName(tr("Search prices"));
    m_add->setText(tr("Add…"));
    m_add->setToolTip(tr("Give a model a price of your own"));
    m_remove->setText(tr("Remove"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(
        tr("Take prices from a file: a table of Renum, or the price map of LiteLLM"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the prices to a file"));
    m_table->setAccessibleName(tr("Prices of models"));
    m_table->setToolTip(tr("Press Return to change a price"));
    m_model->retranslate();
    followSelection();
}

void PricePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PricePanel::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

// --- what there is -------------------------------------------------------------------------------

void PricePanel::reload()
{
    m_tasks.start(read());
}

QCoro::Task<> PricePanel::read()
{
    const QPointer<PricePanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceBook> prices = co_await m_book->prices(stop);
    if (!self)
        co_return;
    if (prices) {
        showBook(*prices);
    } else {
        m_state->showError(tr("The prices cannot be read"), prices.error());
        m_stack->setCurrentWidget(m_state);
    }
}

void PricePanel::showBook(const PriceBook &book)
{
    m_stack->setCurrentWidget(m_table);
    const bool same = book.version == m_prices.version && book.own == m_prices.own
        && book.builtIn.size() == m_prices.builtIn.size();
    m_prices = book;
    if (same)
        return; // selection and place stay
    m_model->setBook(book);
    followSelection();
}

std::optional<PriceEntry> PricePanel::selectedOwn() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1 || !rows.constFirst().data(PriceModel::OwnRole).toBool())
        return std::nullopt;
    return rows.constFirst().data(PriceModel::EntryRole).value<PriceEntry>();
}

void PricePanel::followSelection()
{
    const bool own = selectedOwn().has_value();
    m_remove->setEnabled(own);
    m_remove->setToolTip(
        own ? tr("Remove this price of yours") : tr("Select one of your own prices first"));
}

void PricePanel::tell(const Error &error)
{
    emit toastRequested({ errorText(error), {}, {}, true });
}

// --- changing ------------------------------------------------------------------------------------

void PricePanel::open(const PriceEntry &entry)
{
    auto *dialog = new PriceDialog(m_book, entry, window());
    connect(dialog, &QDialog::accepted, this, &PricePanel::reload);
    dialog->open();
}

void PricePanel::editPrice(const QString &model, const QString &provider)
{
    const PriceTable table = PriceTable(QString(), m_prices.builtIn).withOverrides(m_prices.own);
    PriceEntry entry;
    if (const PriceEntry *known = table.find(provider, model, ledgerToday()))
        entry = *known;
    // A price for this model alone, whatever family it belongs to.
    entry.model = modelKey(model);
    entry.match = PriceEntry::Match::Exact;
    open(entry);
}

void PricePanel::removeSelected()
{
    if (const std::optional<PriceEntry> entry = selectedOwn())
        m_tasks.start(removeNow(*entry));
}

QCoro::Task<> PricePanel::removeNow(PriceEntry entry)
{
    const QPointer<PricePanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceBook> left = co_await m_book->removePrice(entry.key(), stop);
    if (!self)
        co_return;
    if (!left) {
        tell(left.error());
        co_return;
    }
    showBook(*left);
    const auto undo = [self, entry] {
        if (self)
            self->m_tasks.start(self->bringBack(entry));
    };
    emit toastRequested(
        { tr("Your price of %1 was removed.").arg(entry.model), tr("Undo"), undo, false });
}

QCoro::Task<> PricePanel::bringBack(PriceEntry entry)
{
    const QPointer<PricePanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceBook> prices = co_await m_book->setPrice(entry, stop);
    if (!self)
        co_return;
    if (prices)
        showBook(*prices);
    else
        tell(prices.error());
}

} // namespace renum::ui
