// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/document_keeper.h"

#include "core/model/ids.h"
#include "core/workspace/draft_journal.h"
#include "ui/builder/document/team_document.h"

#include <chrono>
#include <utility>

namespace renum::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto WriteAfter = 500ms; ///< at most so much is lost
} // namespace

DocumentKeeper::DocumentKeeper(
    TeamDocument *document, DraftJournal *journal, const QString &key, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_journal(journal)
    , m_key(key.isEmpty() ? RandomIdSource().next() : key)
    , m_isKept(!key.isEmpty())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(WriteAfter);
    connect(&m_pause, &QTimer::timeout, this, &DocumentKeeper::write);
    connect(document, &TeamDocument::changed, this, &DocumentKeeper::update);
    connect(document, &TeamDocument::modifiedChanged, this, &DocumentKeeper::update);
}

DocumentKeeper::~DocumentKeeper()
{
    if (m_pause.isActive())
        write();
}

void DocumentKeeper::forget()
{
    m_pause.stop();
    if (std::exchange(m_isKept, false))
        m_journal->remove(m_key);
}

void DocumentKeeper::update()
{
    if (!m_document->isModified())
        forget();
    else if (!m_pause.isActive())
        m_pause.start();
}

void DocumentKeeper::write()
{
    m_pause.stop();
    DraftEntry entry;
    entry.key = m_key;
    entry.draft = m_document->draft();
    if (m_document->stored()) {
        entry.team = m_document->stored()->id;
        entry.version = m_document->stored()->version;
        entry.base = m_document->stored()->draft();
    }
    m_journal->save(entry);
    m_isKept = true;
}

} // namespace renum::ui
