// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_import_dialog.h"

#include "ui/costs/price_model.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QDialogButtonBox>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ImportWidth = 20 * Theme::ControlHeight;
constexpr int ImportHeight = 14 * Theme::ControlHeight;
} // namespace

PriceImportDialog::PriceImportDialog(
    CostBook *book, const QByteArray &file, const QString &source, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_file(file)
    , m_source(source)
    , m_summary(new WrappedLabel(this))
    , m_diff(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take prices from a file"));
    resize(ImportWidth, ImportHeight);
    build();
    m_tasks.start(preview());
}

void PriceImportDialog::build()
{
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setText(tr("Comparing with the prices that are there…"));
    m_diff->setObjectName(u"importDiff"_s);
    m_diff->setHeaderLabels({ tr("Model"), tr("Now"), tr("In the file") });
    m_diff->setUniformRowHeights(true);
    m_diff->setAccessibleName(tr("What would change"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_take = buttons->addButton(tr("Take these prices"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"takePrices"_s);
    m_take->setEnabled(false);
    setLook(m_take, Look::PrimaryButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_summary);
    layout->addWidget(m_diff, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_take->setEnabled(false);
        m_tasks.start(take());
    });
}

void PriceImportDialog::showDiff(const PriceImport &preview)
{
    const PriceDiff &diff = preview.diff;
    QStringList sentences {
        tr("%n new price(s).", nullptr, int(diff.added.size())),
        tr("%n changed.", "prices", int(diff.changed.size())),
        tr("%n as they are.", "prices", diff.unchanged),
    };
    if (!preview.skipped.isEmpty())
        sentences << tr("%n model(s) of the file without a usable price are left out.", nullptr,
            int(preview.skipped.size()));
    m_summary->setText(sentences.join(u' '));
    m_diff->clear();
    for (const PriceDiff::Change &change : diff.changed)
        m_diff->addTopLevelItem(new QTreeWidgetItem(
            { change.after.model, ratesText(change.before.rates), ratesText(change.after.rates) }));
    for (const PriceEntry &entry : diff.added)
        m_diff->addTopLevelItem(
            new QTreeWidgetItem({ entry.model, tr("no price"), ratesText(entry.rates) }));
    for (int column = 0; column < m_diff->columnCount(); ++column)
        m_diff->resizeColumnToContents(column);
    m_take->setEnabled(!diff.isEmpty());
}

void PriceImportDialog::showFailure(const Error &error)
{
    setTextLook(m_summary, TextStyle::Body, ColorToken::Err);
    m_summary->setText(errorText(error));
}

QCoro::Task<> PriceImportDialog::preview()
{
    const QPointer<PriceImportDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceImport> found = co_await m_book->previewImport(m_file, m_source, stop);
    if (!self)
        co_return;
    if (found)
        showDiff(*found);
    else
        showFailure(found.error());
}

QCoro::Task<> PriceImportDialog::take()
{
    const QPointer<PriceImportDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<PriceImport> stored = co_await m_book->importPrices(m_file, m_source, stop);
    if (!self)
        co_return;
    if (!stored) {
        showFailure(stored.error());
        m_take->setEnabled(true);
        co_return;
    }
    emit imported(*stored);
    if (self)
        accept();
}

} // namespace renum::ui
