// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/team_files.h"

#include "core/workspace/team_file.h"
#include "ui/text/file_name.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExcerptLength = 80;

/// "Researcher: Use ••• to log in (/workflow_definition/agents/0/instructions)"
QString placeText(const WorkflowDefinition &workflow, const SecretFinding &secret)
{
    const WorkflowAgent *member = workflow.find(secret.member);
    const QString text = secret.masked.simplified().left(ExcerptLength);
    if (!member) {
        //: a text without its secret, and where in a team it is
        return TeamFiles::tr("%1 (%2)").arg(text, secret.path);
    }
    //: a member of a team, a text of it without its secret, and where that is
    return TeamFiles::tr("%1: %2 (%3)").arg(member->displayName(), text, secret.path);
}

} // namespace

TeamFiles::TeamFiles(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

TeamFiles::~TeamFiles()
{
    m_pool.waitForDone();
}

void TeamFiles::askAndRead()
{
    auto *dialog
        = new QFileDialog(m_window, tr("Import a team"), {}, tr("Teams (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TeamFiles::read);
    dialog->open();
}

void TeamFiles::askAndWrite(const TeamDraft &team)
{
    m_pool.start([this, team] {
        const QList<SecretFinding> secrets = secretsIn(team);
        const auto ask = [this, team, secrets] {
            if (secrets.isEmpty())
                askWhere(team);
            else
                askAboutSecrets(team, secrets);
        };
        QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
    });
}

void TeamFiles::askAboutSecrets(const TeamDraft &team, const QList<SecretFinding> &secrets)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"secretsFound"_s);
    box->setWindowTitle(tr("Export the team"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The team holds %n text(s) that look like keys or passwords.", nullptr,
        static_cast<int>(secrets.size())));
    box->setInformativeText(tr("Whoever gets the file can read them. Masked, they become “•••” in "
                               "the file; your team stays as it is."));
    QStringList places;
    for (const SecretFinding &secret : secrets)
        places << placeText(team.workflow, secret);
    box->setDetailedText(places.join(u'\n'));
    QPushButton *mask = box->addButton(tr("Mask them"), QMessageBox::AcceptRole);
    mask->setObjectName(u"maskSecrets"_s);
    QPushButton *keep = box->addButton(tr("Export as it is"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepSecrets"_s);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(mask);
    box->setEscapeButton(cancel);
    connect(mask, &QPushButton::clicked, this, [this, team] { askWhere(withoutSecrets(team)); });
    connect(keep, &QPushButton::clicked, this, [this, team] { askWhere(team); });
    box->open();
}

void TeamFiles::askWhere(const TeamDraft &team)
{
    auto *dialog
        = new QFileDialog(m_window, tr("Export the team"), {}, tr("Teams (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(fileNameFor(team.name) + u".renum.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, team](const QString &path) { write(path, team); });
    dialog->open();
}

void TeamFiles::read(const QString &path)
{
    m_pool.start([this, path] {
        const Result<TeamReading> reading = loadTeamFile(path);
        const auto tell = [this, reading] {
            if (reading)
                emit wasRead(*reading);
            else
                emit failed(reading.error());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void TeamFiles::write(const QString &path, const TeamDraft &team)
{
    m_pool.start([this, path, team] {
        const Result<void> saved = saveTeamFile(path, team);
        const auto tell = [this, saved, path] {
            if (saved)
                emit written(path);
            else
                emit failed(saved.error());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace renum::ui
