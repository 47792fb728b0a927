// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_exporter.h"

#include "ui/text/error_text.h"

#include <QDir>
#include <QPointer>
#include <QSaveFile>

namespace renum::ui {

namespace {
/// Bookings of a part: writing them fits in a frame.
constexpr int PartRows = 200;
} // namespace

LedgerExporter::LedgerExporter(CostBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
}

LedgerExporter::~LedgerExporter() = default;

void LedgerExporter::start(const LedgerQuery &query, const QString &path)
{
    ++m_turn;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(cannotWrite(*m_file));
        return;
    }
    LedgerQuery all = query;
    all.page = { PartRows, {} };
    m_tasks.start(write(all, m_turn));
}

void LedgerExporter::cancel()
{
    if (!m_file)
        return;
    ++m_turn;
    m_file.reset(); // nothing of it stays
    emit cancelled();
}

QString LedgerExporter::cannotWrite(const QSaveFile &file) const
{
    //: path, why
    return tr("The file %1 cannot be written: %2")
        .arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
}

bool LedgerExporter::put(const QByteArray &bytes)
{
    return m_file->write(bytes) == bytes.size();
}

QCoro::Task<> LedgerExporter::write(LedgerQuery query, int turn)
{
    const QPointer<LedgerExporter> self(this);
    const std::stop_token stop = m_tasks.token();
    bool written = put(ledgerCsvHeader());
    qsizetype count = 0;
    do {
        const Result<renum::Page<LedgerRow>> page = co_await m_book->ledger(query, stop);
        if (!self || turn != m_turn)
            co_return;
        if (!page) {
            fail(errorText(page.error()));
            co_return;
        }
        QByteArray lines;
        for (const LedgerRow &row : page->items)
            lines += ledgerCsvLine(row);
        written = written && put(lines);
        count += page->items.size();
        query.page.after = page->next;
        emit progressed(count);
        if (!self || turn != m_turn)
            co_return;
    } while (written && !query.page.after.isEmpty());
    if (written)
        finish(count);
    else
        fail(cannotWrite(*m_file));
}

void LedgerExporter::finish(qsizetype written)
{
    const std::unique_ptr<QSaveFile> file = std::move(m_file);
    if (file->commit())
        emit finished(file->fileName(), written);
    else
        emit failed(cannotWrite(*file));
}

void LedgerExporter::fail(const QString &sentence)
{
    m_file.reset();
    emit failed(sentence);
}

} // namespace renum::ui
