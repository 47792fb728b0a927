// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace renum {
class DraftJournal;
struct DraftEntry;
}

namespace renum::ui {

class TeamDocument;

/// Keeps a document in the journal as long as it is another than the stored team, so that a crash
/// loses at most the last moment.
class DocumentKeeper : public QObject {
    Q_OBJECT

public:
    /// Both outlive this. `key` names the entry of a recovered document; else a new one is made.
    DocumentKeeper(TeamDocument *document, DraftJournal *journal, const QString &key = {},
        QObject *parent = nullptr);
    /// Writes what waits to be written.
    ~DocumentKeeper() override;

    /// The person has closed the document: nothing of it is kept.
    void forget();

private:
    void update();
    void write();

    TeamDocument *m_document;
    DraftJournal *m_journal;
    QString m_key;
    QTimer m_pause;
    bool m_isKept;
};

} // namespace renum::ui
