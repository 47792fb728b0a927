// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"

#include "core/model/error_codes.h"
#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/workspace/owner_lock.h"

#include <QDir>
#include <QSaveFile>
#include <QSet>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto DraftSuffix = ".draft.json"_L1;
constexpr qint64 MaxFileBytes = 64 * 1024 * 1024;

Error draftError(const QString &file, const QString &reason)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreReadOnly),
        u"What is being edited cannot be kept in %1: %2. Save the team soon."_s.arg(file, reason),
        { { u"file"_s, file } } };
}

QByteArray textOf(const DraftEntry &entry)
{
    Json json = { { "key", entry.key }, { "draft", toJson(entry.draft) } };
    if (!entry.team.isEmpty()) {
        json["team_id"] = entry.team.toString();
        json["version"] = entry.version;
    }
    if (entry.base)
        json["base"] = toJson(*entry.base);
    return canonicalJson(json);
}

std::optional<DraftEntry> readEntry(const QString &path)
{
    QFile file(path);
    if (file.size() > MaxFileBytes || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    const Json *draft = memberAt(json, "draft");
    const std::optional<QString> key = stringAt(json, "key");
    if (!key || !draft || !draft->is_object())
        return {};
    DraftEntry entry;
    entry.key = *key;
    entry.draft = readTeamDraft(*draft).draft;
    entry.team = TeamId(stringAt(json, "team_id").value_or(QString()));
    entry.version = static_cast<int>(integerAt(json, "version").value_or(0));
    if (const Json *base = memberAt(json, "base"))
        entry.base = readTeamDraft(*base).draft;
    return entry;
}

} // namespace

/// The folder as one process sees it: its own files begin with the name of its lock.
class DraftJournal::Files {
public:
    explicit Files(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<void> save(const DraftEntry &entry)
    {
        if (const Result<void> locked = lock(); !locked)
            return locked;
        QSaveFile file(fileOf(entry.key));
        const QByteArray text = textOf(entry);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return draftError(file.fileName(), file.errorString());
        m_names.insert(entry.key);
        return {};
    }

    void remove(const QString &key)
    {
        if (m_names.remove(key))
            QFile::remove(fileOf(key));
    }

    DraftEntries takeOver()
    {
        DraftEntries entries;
        const QDir folder(m_folder);
        const QStringList names = folder.entryList({ u'*' + DraftSuffix }, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            const QString owner = name.section(u'.', 0, 0);
            if (owner == m_owner || OwnerLock::isHeld(m_folder, owner))
                continue;
            const QString path = folder.filePath(name);
            std::optional<DraftEntry> entry = readEntry(path);
            if (!entry) {
                QFile::rename(path, path + u".damaged"_s);
                continue;
            }
            // Ours from now on; the old file goes when the new one is there.
            entry->key = RandomIdSource().next();
            if (save(*entry))
                QFile::remove(path);
            entries.append(*std::move(entry));
        }
        return entries;
    }

    void release() { m_lock.reset(); }

private:
    Result<void> lock()
    {
        if (m_lock)
            return {};
        if (!QDir().mkpath(m_folder))
            return draftError(m_folder, u"the folder cannot be made"_s);
        Result<std::unique_ptr<OwnerLock>> lock = OwnerLock::acquire(m_folder, m_owner);
        if (!lock)
            return lock.error();
        m_lock = *std::move(lock);
        return {};
    }

    [[nodiscard]] QString fileOf(const QString &key) const
    {
        return m_folder + u'/' + m_owner + u'.' + key + DraftSuffix;
    }

    QString m_folder;
    QString m_owner = RandomIdSource().next();
    std::unique_ptr<OwnerLock> m_lock;
    QSet<QString> m_names;
};

DraftJournal::DraftJournal(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_files(std::make_shared<Files>(folder))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

DraftJournal::~DraftJournal()
{
    // What is written belongs to nobody from here on: the next process may take it over.
    m_pool.start([files = m_files] { files->release(); });
    m_pool.waitForDone();
}

void DraftJournal::save(const DraftEntry &entry)
{
    m_pool.start([this, files = m_files, entry] {
        const Result<void> result = files->save(entry);
        QMetaObject::invokeMethod(
            this, [this, result] { report(result); }, Qt::QueuedConnection);
    });
}

void DraftJournal::remove(const QString &key)
{
    m_pool.start([files = m_files, key] { files->remove(key); });
}

void DraftJournal::recover()
{
    m_pool.start([this, files = m_files] {
        const DraftEntries entries = files->takeOver();
        QMetaObject::invokeMethod(
            this, [this, entries] { emit found(entries); }, Qt::QueuedConnection);
    });
}

void DraftJournal::report(const Result<void> &result)
{
    const bool wasFailing = std::exchange(m_failing, !result.ok());
    if (!result && !wasFailing)
        emit failed(result.error());
}

} // namespace renum
