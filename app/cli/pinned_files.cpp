// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pinned_files.h"

#include "core/model/error_codes.h"

#include <QFile>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxBytes = qint64(4) * 1024 * 1024;

Error fileError(const char *code, const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message };
}

} // namespace

Result<KeptResults> readPinnedFiles(const QHash<QString, QString> &fileByAgent)
{
    KeptResults kept;
    for (const auto &[agent, path] : fileByAgent.asKeyValueRange()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return fileError(code::FileUnreadable,
                u"The kept result %1 cannot be read: %2."_s.arg(path, file.errorString()));
        }
        // The size that a file tells may be wrong: what is read counts.
        const QByteArray text = file.read(MaxBytes + 1);
        if (text.size() > MaxBytes) {
            return fileError(code::FileTooLarge,
                u"The kept result %1 is larger than the 4 MiB that it may have."_s.arg(path));
        }
        kept.insert(AgentId(agent), readStepOutput(QString::fromUtf8(text)));
    }
    return kept;
}

} // namespace renum::cli
