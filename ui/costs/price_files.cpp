// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_import_dialog.h"
#include "ui/costs/price_panel.h"
#include "ui/text/error_text.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>

/// Prices from files and to files.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
/// The largest price map that is known is a tenth of it.
constexpr qint64 MostBytes = qint64(32) * 1024 * 1024;
} // namespace

void PricePanel::askForImport()
{
    auto *dialog = new QFileDialog(
        this, tr("Take prices from a file"), QString(), tr("Prices (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PricePanel::importFile);
    dialog->open();
}

void PricePanel::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MostBytes) {
        const QString why = file.isOpen() ? tr("it is too large") : file.errorString();
        //: path, why
        const QString text = tr("The file %1 cannot be read: %2");
        emit toastRequested({ text.arg(QDir::toNativeSeparators(path), why), {}, {}, true });
        return;
    }
    auto *dialog
        = new PriceImportDialog(m_book, file.readAll(), QFileInfo(path).fileName(), window());
    connect(dialog, &PriceImportDialog::imported, this, [this](const PriceImport &result) {
        const int taken = int(result.diff.added.size() + result.diff.changed.size());
        emit toastRequested({ tr("%n price(s) taken.", nullptr, taken), {}, {}, false });
        reload();
    });
    dialog->open();
}

void PricePanel::askForExport()
{
    const QString own = tr("Table of Renum (*.json)");
    const QString liteLlm = tr("Price map of LiteLLM (*.json)");
    auto *dialog = new QFileDialog(
        this, tr("Export the prices"), u"prices.json"_s, QString(own + u";;"_s + liteLlm));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, liteLlm](const QString &path) {
        const bool map = dialog->selectedNameFilter() == liteLlm;
        m_tasks.start(exportTo(path, map ? PriceFormat::LiteLlm : PriceFormat::Renum));
    });
    dialog->open();
}

QCoro::Task<> PricePanel::exportTo(QString path, PriceFormat format)
{
    const QPointer<PricePanel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QByteArray> bytes = co_await m_book->exportPrices(format, stop);
    if (!self)
        co_return;
    if (!bytes) {
        tell(bytes.error());
        co_return;
    }
    QSaveFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit();
    if (written) {
        emit toastRequested({ tr("The prices were exported."), {}, {}, false });
        co_return;
    }
    //: path, why
    const QString text = tr("The file %1 cannot be written: %2");
    emit toastRequested(
        { text.arg(QDir::toNativeSeparators(path), file.errorString()), {}, {}, true });
}

} // namespace renum::ui
