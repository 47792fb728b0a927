// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <QStringList>

namespace renum::ui {

class NoteFiles;

/// What a team was asked to do before, newest first: each text once, at most fifty.
class PromptHistory : public QObject {
    Q_OBJECT

public:
    static constexpr int Most = 50;

    /// Without files it is forgotten with the program. `files` outlive this.
    PromptHistory(NoteFiles *files, const TeamId &team, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &prompts() const noexcept { return m_prompts; }
    /// The newest now.
    void add(const QString &prompt);
    void remove(const QString &prompt);

signals:
    void changed();

private:
    void take(const QByteArray &stored);

    NoteFiles *m_files;
    QString m_file;
    QStringList m_prompts;
    QStringList m_removed; ///< before the stored ones were read
};

} // namespace renum::ui
