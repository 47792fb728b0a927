// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/template_files.h"

#include "core/model/error_codes.h"
#include "core/store/definition_errors.h"
#include "core/store/store_errors.h"
#include "core/workspace/json_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TemplateSuffix = ".renum.json"_L1;
constexpr auto OwnPrefix = "own:"_L1;
constexpr auto FilePrefix = "file:"_L1;
constexpr auto FolderList = "folders.json"_L1;
constexpr qsizetype LongestStem = 60;

Error writeError(const QString &path, const QString &reason)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreReadOnly),
        u"The file %1 cannot be written: %2."_s.arg(QDir::toNativeSeparators(path), reason),
        { { u"file"_s, path } } };
}

Error missingFolder(const QString &path)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
        u"The folder %1 cannot be read. Check that it exists and that you may read it."_s.arg(
            QDir::toNativeSeparators(path)),
        { { u"file"_s, path } } };
}

Error tooManyFiles(const QString &path, int read)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileTooLarge),
        u"Only the first %1 files of %2 were read."_s.arg(read).arg(QDir::toNativeSeparators(path)),
        { { u"file"_s, path } } };
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return writeError(path, u"its folder cannot be made"_s);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return writeError(path, file.errorString());
}

/// Letters and digits that every file system takes.
QString stemOf(const QString &name)
{
    QString stem;
    for (const QChar c : name.simplified().left(LongestStem))
        stem.append(c.isLetterOrNumber() ? c.toLower() : u'-');
    return stem.isEmpty() ? u"template"_s : stem;
}

TemplateEntry entryOf(const QFileInfo &file, const TemplateId &id, TemplateEntry::Source source)
{
    TemplateEntry entry;
    entry.source = source;
    entry.path = file.filePath();
    entry.changedAt = fromMicroseconds(file.lastModified().toMSecsSinceEpoch() * 1000);
    const Result<Json> json = readJsonFile(entry.path);
    const Result<TemplateDocument> document
        = json ? readTemplateDocument(*json) : Result<TemplateDocument>(json.error());
    if (document) {
        entry.content = document->content;
        entry.config = document->config;
        entry.author = document->author;
    } else {
        entry.content.name = file.fileName();
        entry.error = document.error();
        entry.error->args.insert(u"file"_s, file.fileName());
    }
    entry.content.id = id;
    return entry;
}

void sortByName(QList<TemplateEntry> &entries)
{
    std::ranges::stable_sort(entries, [](const TemplateEntry &a, const TemplateEntry &b) {
        return QString::compare(a.content.name, b.content.name, Qt::CaseInsensitive) < 0;
    });
}

QFileInfoList filesIn(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryInfoList({ pattern }, QDir::Files | QDir::Readable, QDir::Name);
}

QList<TemplateEntry> entriesOf(TemplateFolder &folder)
{
    const QFileInfo info(folder.path);
    if (!info.isDir() || !info.isReadable()) {
        folder.error = missingFolder(folder.path);
        return {};
    }
    QFileInfoList files = filesIn(folder.path, u"*.json"_s);
    if (files.size() > TemplateFiles::MostFiles) {
        files.resize(TemplateFiles::MostFiles);
        folder.error = tooManyFiles(folder.path, TemplateFiles::MostFiles);
    }
    QList<TemplateEntry> entries;
    for (const QFileInfo &file : std::as_const(files)) {
        const TemplateId id(FilePrefix + file.absoluteFilePath());
        entries.append(entryOf(file, id, TemplateEntry::Source::Folder));
    }
    sortByName(entries);
    return entries;
}

} // namespace

TemplateFiles::TemplateFiles(QString folder)
    : m_folder(std::move(folder))
{
}

TemplateShelf TemplateFiles::shelf() const
{
    TemplateShelf shelf;
    const QFileInfoList own = filesIn(m_folder, u'*' + TemplateSuffix);
    for (const QFileInfo &file : own) {
        const TemplateId id(OwnPrefix + file.fileName());
        shelf.entries.append(entryOf(file, id, TemplateEntry::Source::Own));
    }
    sortByName(shelf.entries);
    const QStringList paths = folders();
    for (const QString &path : paths) {
        TemplateFolder folder { path, {} };
        shelf.entries += entriesOf(folder);
        shelf.folders.append(folder);
    }
    return shelf;
}

// Only the name of a file in the folder: an id is no way out of it.
QString TemplateFiles::pathOf(const TemplateId &id) const
{
    if (!id.toString().startsWith(OwnPrefix))
        return {};
    const QString name = id.toString().sliced(OwnPrefix.size());
    const bool isPlain = name == QFileInfo(name).fileName() && !name.startsWith(u'.')
        && !name.contains(u'\\') && name.endsWith(TemplateSuffix);
    const QString path = m_folder + u'/' + name;
    return isPlain && QFileInfo(path).isFile() ? path : QString();
}

Result<void> TemplateFiles::checkName(const QString &name, const TemplateId &except) const
{
    const QList<TemplateEntry> entries = shelf().entries;
    const auto same = [&](const TemplateEntry &entry) {
        return entry.source == TemplateEntry::Source::Own && entry.content.id != except
            && entry.content.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (std::ranges::any_of(entries, same))
        return nameTakenError(name);
    return {};
}

Result<TemplateEntry> TemplateFiles::write(
    const QString &fileName, const TemplateDocument &document) const
{
    const QString path = m_folder + u'/' + fileName;
    const Result<void> written = writeFile(path, prettyJson(toJson(document)) + '\n');
    if (!written)
        return written.error();
    return entryOf(QFileInfo(path), TemplateId(OwnPrefix + fileName), TemplateEntry::Source::Own);
}

Result<TemplateEntry> TemplateFiles::save(const TemplateDocument &document) const
{
    if (const Result<void> free = checkName(document.content.name, {}); !free)
        return free.error();
    const QString stem = stemOf(document.content.name);
    QString fileName = stem + TemplateSuffix;
    for (int number = 2; QFileInfo::exists(m_folder + u'/' + fileName); ++number)
        fileName = u"%1-%2%3"_s.arg(stem).arg(number).arg(TemplateSuffix);
    return write(fileName, document);
}

Result<TemplateEntry> TemplateFiles::rename(const TemplateId &id, const QString &name) const
{
    const QString path = pathOf(id);
    if (path.isEmpty())
        return notFoundError(u"template"_s, id.toString());
    const Result<Json> json = readJsonFile(path);
    if (!json)
        return json.error();
    Result<TemplateDocument> document = readTemplateDocument(*json);
    if (!document)
        return document.error();
    if (const Result<void> free = checkName(name, id); !free)
        return free.error();
    document->content.name = name;
    return write(QFileInfo(path).fileName(), *document);
}

Result<RemovedTemplate> TemplateFiles::remove(const TemplateId &id) const
{
    const QString path = pathOf(id);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return notFoundError(u"template"_s, id.toString());
    RemovedTemplate removed { QFileInfo(path).fileName(), file.readAll() };
    file.close();
    if (!file.remove())
        return writeError(path, file.errorString());
    return removed;
}

Result<void> TemplateFiles::restore(const RemovedTemplate &removed) const
{
    return writeFile(m_folder + u'/' + QFileInfo(removed.fileName).fileName(), removed.document);
}

QStringList TemplateFiles::folders() const
{
    const QString path = m_folder + u'/' + FolderList;
    if (!QFileInfo::exists(path))
        return {};
    const Result<Json> json = readJsonFile(path);
    QStringList folders;
    if (!json || !json->is_array())
        return folders;
    for (const Json &folder : *json) {
        if (const QString text = folder.is_string() ? toQString(folder) : QString();
            QDir::isAbsolutePath(text) && !folders.contains(text))
            folders.append(text);
    }
    return folders;
}

Result<void> TemplateFiles::storeFolders(const QStringList &folders) const
{
    Json json = Json::array();
    for (const QString &folder : folders)
        json.push_back(toJson(folder));
    return writeFile(m_folder + u'/' + FolderList, prettyJson(json) + '\n');
}

Result<void> TemplateFiles::addFolder(const QString &path) const
{
    const QFileInfo info(path);
    if (!info.isDir() || !info.isReadable())
        return missingFolder(path);
    QStringList known = folders();
    const QString folder = QDir::cleanPath(info.absoluteFilePath());
    if (known.contains(folder))
        return {};
    known.append(folder);
    return storeFolders(known);
}

Result<void> TemplateFiles::removeFolder(const QString &path) const
{
    QStringList known = folders();
    if (known.removeAll(path) == 0)
        return {};
    return storeFolders(known);
}

} // namespace renum
