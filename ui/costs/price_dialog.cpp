// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_dialog.h"

#include "ui/costs/cost_scope.h"
#include "ui/settings/form_look.h"
#include "ui/text/error_text.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PriceDialogWidth = 14 * Theme::ControlHeight;
constexpr double PriceNanosPerDollar = 1e9;
constexpr int Digits = 6;
constexpr int MostPriceLetters = 200;

QLineEdit *makeLine(QWidget *parent, const QString &name, const QString &text)
{
    auto *line = new QLineEdit(text, parent);
    line->setObjectName(name);
    line->setMaxLength(MostPriceLetters);
    return line;
}

NanoUsdPerMillion nanosOf(const QDoubleSpinBox *field)
{
    return std::llround(field->value() * PriceNanosPerDollar);
}

} // namespace

PriceDialog::PriceDialog(CostBook *book, const PriceEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_entry(entry)
    , m_model(makeLine(this, u"priceModel"_s, entry.model))
    , m_provider(makeLine(this, u"priceProvider"_s, entry.provider))
    , m_family(new QCheckBox(tr("And every model whose name goes on after it"), this))
    , m_input(makePrice(u"priceInput"_s, entry.rates.input))
    , m_output(makePrice(u"priceOutput"_s, entry.rates.output))
    , m_cacheRead(makeOptional(u"priceCacheRead"_s, entry.rates.cacheRead))
    , m_cacheWrite(makeOptional(u"priceCacheWrite"_s, entry.rates.cacheWrite))
    , m_reasoning(makeOptional(u"priceReasoning"_s, entry.rates.reasoning))
    , m_source(makeLine(this, u"priceSource"_s, entry.source))
    , m_problem(new WrappedLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Price of a model"));
    setMinimumWidth(PriceDialogWidth);
    m_family->setObjectName(u"priceFamily"_s);
    m_family->setChecked(entry.match == PriceEntry::Match::Prefix);
    m_provider->setPlaceholderText(tr("Whoever offers it"));
    m_source->setPlaceholderText(tr("Where you read it"));
    m_problem->setObjectName(u"priceProblem"_s);
    setTextLook(m_problem, TextStyle::Body, ColorToken::Err);
    m_problem->hide();
    build();
    follow();
}

bool PriceDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return done;
}

QDoubleSpinBox *PriceDialog::makePrice(const QString &name, NanoUsdPerMillion price)
{
    auto *field = new QDoubleSpinBox(this);
    field->setObjectName(name);
    field->setRange(0, double(MaxPrice) / PriceNanosPerDollar);
    field->setDecimals(Digits);
    //: in front of an amount of US dollars
    field->setPrefix(tr("US$ "));
    field->setValue(double(price) / PriceNanosPerDollar);
    return field;
}

PriceDialog::Optional PriceDialog::makeOptional(
    const QString &name, const std::optional<NanoUsdPerMillion> &price)
{
    const Optional both { new QCheckBox(this), makePrice(name, price.value_or(0)) };
    both.isTold->setObjectName(name + u"Told"_s);
    both.isTold->setChecked(price.has_value());
    both.isTold->setToolTip(tr("It has a price of its own"));
    both.isTold->setAccessibleName(both.isTold->toolTip());
    both.price->setEnabled(price.has_value());
    connect(both.isTold, &QCheckBox::toggled, both.price, &QWidget::setEnabled);
    return both;
}

void PriceDialog::build()
{
    auto *form = new QFormLayout;
    form->addRow(tr("Model"), m_model);
    form->addRow(QString(), m_family);
    form->addRow(tr("Provider"), m_provider);
    form->addRow(tr("Input"), m_input);
    form->addRow(tr("Output"), m_output);
    const auto addOptional = [form](const QString &label, const Optional &both) {
        auto *row = new QHBoxLayout;
        row->addWidget(both.isTold);
        row->addWidget(both.price, 1);
        form->addRow(label, row);
    };
    addOptional(tr("Input read from a cache"), m_cacheRead);
    addOptional(tr("Input written to a cache"), m_cacheWrite);
    addOptional(tr("Reasoning"), m_reasoning);
    form->addRow(tr("Source"), m_source);
    dressForm(form);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"savePrice"_s);
    m_save->setDefault(true);
    setLook(m_save, Look::PrimaryButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(
        tr("In US dollars for a million tokens. It holds for calls from now on; what is booked "
           "stays as it is."),
        TextStyle::Body, ColorToken::TextDim, this));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PriceDialog::save);
    connect(m_model, &QLineEdit::textChanged, this, &PriceDialog::follow);
}

PriceEntry PriceDialog::entered() const
{
    const auto told = [](const Optional &both) {
        return both.isTold->isChecked() ? std::optional(nanosOf(both.price)) : std::nullopt;
    };
    PriceEntry entry = m_entry;
    entry.model = modelKey(m_model->text().trimmed());
    entry.provider = m_provider->text().trimmed().toLower();
    entry.match = m_family->isChecked() ? PriceEntry::Match::Prefix : PriceEntry::Match::Exact;
    entry.rates.input = nanosOf(m_input);
    entry.rates.output = nanosOf(m_output);
    entry.rates.cacheRead = told(m_cacheRead);
    entry.rates.cacheWrite = told(m_cacheWrite);
    entry.rates.reasoning = told(m_reasoning);
    entry.source = m_source->text().trimmed();
    entry.sourceDate = ledgerToday();
    return entry;
}

void PriceDialog::follow()
{
    const bool named = !m_model->text().trimmed().isEmpty();
    m_save->setEnabled(named);
    m_save->setToolTip(named ? QString() : tr("Name the model first"));
}

void PriceDialog::save()
{
    m_save->setEnabled(false);
    m_tasks.start(saveNow(entered()));
}

QCoro::Task<> PriceDialog::saveNow(PriceEntry entry)
{
    const QPointer<PriceDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceBook> stored = co_await m_book->setPrice(entry, stop);
    if (!self)
        co_return;
    if (stored) {
        accept();
        co_return;
    }
    m_problem->setText(errorText(stored.error()));
    m_problem->show();
    m_save->setEnabled(true);
}

} // namespace renum::ui
