// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_remover.h"

#include "ui/text/error_text.h"

#include <QPointer>

namespace renum::ui {

ExecutionRemover::ExecutionRemover(ExecutionArchive *archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void ExecutionRemover::remove(const QList<ExecutionId> &ids)
{
    if (!ids.isEmpty())
        m_tasks.start(removeAll(ids));
}

QCoro::Task<> ExecutionRemover::removeAll(QList<ExecutionId> ids)
{
    const QPointer<ExecutionRemover> self(this);
    const std::stop_token stop = m_tasks.token();
    QList<ExecutionId> gone;
    std::optional<Error> failure;
    for (const ExecutionId &id : ids) {
        const Result<void> done = co_await m_archive->remove(id, stop);
        if (!self)
            co_return;
        if (done)
            gone.append(id);
        else
            failure = done.error();
    }
    tell(gone, failure);
}

// One sentence for all of them: what went, or why something stayed.
void ExecutionRemover::tell(const QList<ExecutionId> &gone, const std::optional<Error> &failure)
{
    if (!gone.isEmpty())
        emit removed(gone);
    const QPointer<ExecutionRemover> self(this);
    const auto undo = [self, gone] {
        if (self)
            self->m_tasks.start(self->restoreAll(gone));
    };
    const int count = static_cast<int>(gone.size());
    if (!failure) {
        emit toastRequested({ tr("%n execution(s) deleted.", nullptr, count), tr("Undo"), undo });
        return;
    }
    const QString why = errorText(*failure);
    if (gone.isEmpty())
        emit toastRequested({ why, {}, {}, true });
    else //: some were deleted; why others were not
        emit toastRequested(
            { tr("%n execution(s) deleted. Others were not: %1", nullptr, count).arg(why),
                tr("Undo"), undo, true });
}

QCoro::Task<> ExecutionRemover::restoreAll(QList<ExecutionId> ids)
{
    const QPointer<ExecutionRemover> self(this);
    const std::stop_token stop = m_tasks.token();
    bool tooLate = false;
    for (const ExecutionId &id : ids) {
        const Result<void> done = co_await m_archive->restore(id, stop);
        if (!self)
            co_return;
        tooLate = tooLate || !done;
    }
    if (tooLate)
        emit toastRequested({ tr("It is too late to bring it back."), {}, {}, true });
}

} // namespace renum::ui
