// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/secret_scan.h"

#include <QObject>
#include <QThreadPool>

namespace renum::ui {

/// Teams in files, chosen by the person (features TP-03): reading and writing happen on a thread of
/// their own.
class TeamFiles : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    explicit TeamFiles(QWidget *window);
    ~TeamFiles() override;

    void askAndRead();
    /// Asks first what to do with texts that look like secrets.
    void askAndWrite(const TeamDraft &team);
    void read(const QString &path);
    void write(const QString &path, const TeamDraft &team);

signals:
    /// What the file holds, with what was wrong in it.
    void wasRead(const renum::TeamReading &reading);
    void written(const QString &path);
    void failed(const renum::Error &error);

private:
    void askAboutSecrets(const TeamDraft &team, const QList<SecretFinding> &secrets);
    void askWhere(const TeamDraft &team);

    QWidget *m_window;
    QThreadPool m_pool;
};

} // namespace renum::ui
