// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/team.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace renum {

/// A team as it stood in an editor, apart from the stored version.
struct DraftEntry {
    /// Names the open editor; the journal keeps one entry of each.
    QString key;
    TeamId team; ///< empty: it was never stored
    int version = 0; ///< of the stored team that the edits began with
    std::optional<TeamDraft> base; ///< that version
    TeamDraft draft;

    friend bool operator==(const DraftEntry &, const DraftEntry &) = default;
};
using DraftEntries = QList<DraftEntry>;

/// What is being edited, written beside the database so that a crash loses at most the last moment.
/// One file an editor; written as a whole and renamed into place. Several processes may share the
/// folder: entries of one that lives are its own. Calls return at once; the work is done on a
/// thread of its own, in order. Answers come on the thread that made the journal.
class DraftJournal : public QObject {
    Q_OBJECT

public:
    /// `folder` is made when first needed.
    explicit DraftJournal(const QString &folder, QObject *parent = nullptr);
    /// Finishes what was asked for.
    ~DraftJournal() override;

    /// Replaces the entry with that key.
    void save(const DraftEntry &entry);
    void remove(const QString &key);
    /// Takes over what processes left that are gone, and tells it with found(). A file that cannot
    /// be read stays, with `.damaged` at the end of its name.
    void recover();

signals:
    void found(const renum::DraftEntries &entries);
    /// Nothing is kept at present; told once until it works again.
    void failed(const renum::Error &error);

private:
    class Files;
    void report(const Result<void> &result);

    std::shared_ptr<Files> m_files; ///< touched by the pool's one thread only
    bool m_failing = false;
    QThreadPool m_pool;
};

} // namespace renum
