// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace renum::ui {

/// Small files in one folder for what the program remembers beside its data, such as prompts that
/// were written before. Calls return at once; the work is done on a thread of its own, in order.
class NoteFiles : public QObject {
    Q_OBJECT

public:
    /// `folder` is made when first needed.
    explicit NoteFiles(QString folder, QObject *parent = nullptr);
    /// Finishes what was asked for.
    ~NoteFiles() override;

    /// Replaces the file as a whole, or leaves it as it was. Nothing in it: it is removed.
    void write(const QString &name, const QByteArray &content);
    /// Replaces what is in the file by what `edit` makes of it, on the other thread.
    void change(const QString &name, std::function<QByteArray(const QByteArray &)> edit);
    /// `take` gets the content through the event loop unless `context` is gone by then; empty when
    /// there is no such file, it cannot be read, or it is beyond 64 MiB.
    void read(const QString &name, QObject *context, std::function<void(const QByteArray &)> take);

signals:
    /// Nothing is kept at present; told once until it works again.
    void failed(const renum::Error &error);

private:
    void report(const QString &problem);
    [[nodiscard]] QString pathOf(const QString &name) const;

    QString m_folder;
    bool m_failing = false;
    QThreadPool m_pool;
};

} // namespace renum::ui
