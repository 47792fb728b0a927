// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/template_keeper.h"

#include "core/workspace/workspace.h"
#include "ui/teams/save_template_dialog.h"
#include "ui/text/error_text.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QPointer>

namespace renum::ui {

using namespace Qt::StringLiterals;

TemplateKeeper::TemplateKeeper(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_archive(workspace->teamArchive())
    , m_window(window)
{
}

void TemplateKeeper::tell(const Error &error)
{
    emit toastRequested({ errorText(error), {}, {}, true });
}

void TemplateKeeper::askAndSave(const TeamDraft &team)
{
    using Secrets = SaveTemplateDialog::Secrets;
    auto *dialog = new SaveTemplateDialog(
        templateOf(team), hasSecrets(team) ? Secrets::LeftOut : Secrets::None, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog] { m_tasks.start(save(dialog->document())); });
    dialog->open();
}

QCoro::Task<> TemplateKeeper::save(TemplateDocument document)
{
    const QPointer<TemplateKeeper> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<TemplateEntry> saved = co_await m_archive->saveTemplate(document, stop);
    if (!self)
        co_return;
    if (saved) {
        emit toastRequested(
            { tr("“%1” is among your templates now.").arg(saved->content.name), {}, {}, false });
    } else {
        tell(saved.error());
    }
}

void TemplateKeeper::askAndRename(const TemplateEntry &entry)
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"renameTemplate"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the template"));
    dialog->setLabelText(tr("What to call “%1” from now on").arg(entry.content.name));
    dialog->setTextValue(entry.content.name);
    const TemplateId id = entry.content.id;
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString &text) {
        const QString name = text.simplified();
        if (!name.isEmpty())
            m_tasks.start(storeName(id, name));
    });
    dialog->open();
}

QCoro::Task<> TemplateKeeper::storeName(TemplateId id, QString name)
{
    const QPointer<TemplateKeeper> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<TemplateEntry> renamed = co_await m_archive->renameTemplate(id, name, stop);
    if (self && !renamed)
        tell(renamed.error());
}

void TemplateKeeper::remove(const TemplateEntry &entry)
{
    m_tasks.start(removeEntry(entry));
}

QCoro::Task<> TemplateKeeper::removeEntry(TemplateEntry entry)
{
    const QPointer<TemplateKeeper> self(this);
    const std::stop_token stop = m_tasks.token();
    const TemplateId id = entry.content.id;
    const Result<RemovedTemplate> removed = co_await m_archive->removeTemplate(id, stop);
    if (!self)
        co_return;
    if (!removed) {
        tell(removed.error());
        co_return;
    }
    const auto undo = [self, document = *removed] {
        if (self)
            self->bringBack(document);
    };
    emit toastRequested(
        { tr("The template “%1” was deleted.").arg(entry.content.name), tr("Undo"), undo, false });
}

void TemplateKeeper::bringBack(const RemovedTemplate &removed)
{
    m_tasks.start(tellFailure(m_archive->restoreTemplate(removed, m_tasks.token())));
}

void TemplateKeeper::askForFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Add a folder of templates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplateKeeper::addFolder);
    dialog->open();
}

void TemplateKeeper::addFolder(const QString &path)
{
    m_tasks.start(tellFailure(m_archive->addTemplateFolder(path, m_tasks.token())));
}

void TemplateKeeper::removeFolder(const QString &path)
{
    m_tasks.start(tellFailure(m_archive->removeTemplateFolder(path, m_tasks.token())));
}

QCoro::Task<> TemplateKeeper::tellFailure(QCoro::Task<Result<void>> change)
{
    const QPointer<TemplateKeeper> self(this);
    const Result<void> changed = co_await change;
    if (self && !changed)
        tell(changed.error());
}

} // namespace renum::ui
