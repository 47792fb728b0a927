// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/prompt_history.h"

#include "core/workspace/json_file.h"
#include "ui/run/note_files.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Ids may come from a file that somebody else wrote.
QString fileNameOf(const TeamId &team)
{
    return QString(u"prompts-"_s
        % QString::fromLatin1(team.toString().toUtf8().toPercentEncoding({}, ".")) % u".json"_s);
}

QStringList promptsIn(const QByteArray &stored)
{
    QStringList prompts;
    const Result<Json> json = readKeptJson(stored);
    if (!json || !json->is_array())
        return prompts;
    for (const Json &entry : *json) {
        const QString prompt = entry.is_string() ? toQString(entry) : QString();
        if (!prompt.isEmpty() && !prompts.contains(prompt))
            prompts.append(prompt);
    }
    return prompts.first(std::min<qsizetype>(prompts.size(), PromptHistory::Most));
}

QStringList withNewest(QStringList prompts, const QString &prompt)
{
    prompts.removeAll(prompt);
    prompts.prepend(prompt);
    return prompts.first(std::min<qsizetype>(prompts.size(), PromptHistory::Most));
}

QByteArray toStored(const QStringList &prompts)
{
    Json list = Json::array();
    for (const QString &prompt : prompts)
        list.push_back(toJson(prompt));
    return prompts.isEmpty() ? QByteArray() : canonicalJson(list);
}

} // namespace

PromptHistory::PromptHistory(NoteFiles *files, const TeamId &team, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_file(fileNameOf(team))
{
    if (m_files)
        m_files->read(m_file, this, [this](const QByteArray &stored) { take(stored); });
}

void PromptHistory::take(const QByteArray &stored)
{
    const QStringList prompts = promptsIn(stored);
    for (const QString &prompt : prompts) {
        const bool isNew = !m_prompts.contains(prompt) && !m_removed.contains(prompt);
        if (isNew && m_prompts.size() < Most)
            m_prompts.append(prompt);
    }
    emit changed();
}

// In the file too it is added to what is there, which may not have been read yet.
void PromptHistory::add(const QString &prompt)
{
    m_prompts = withNewest(m_prompts, prompt);
    m_removed.removeAll(prompt);
    if (m_files) {
        m_files->change(m_file, [prompt](const QByteArray &stored) {
            return toStored(withNewest(promptsIn(stored), prompt));
        });
    }
    emit changed();
}

void PromptHistory::remove(const QString &prompt)
{
    m_prompts.removeAll(prompt);
    m_removed.append(prompt);
    if (m_files) {
        m_files->change(m_file, [prompt](const QByteArray &stored) {
            QStringList prompts = promptsIn(stored);
            prompts.removeAll(prompt);
            return toStored(prompts);
        });
    }
    emit changed();
}

} // namespace renum::ui
