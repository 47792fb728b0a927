// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace renum::test {

using namespace Qt::StringLiterals;

QStringList SourceFile::code() const
{
    QStringList result;
    bool inComment = false;
    for (const QString &line : lines) {
        QString out;
        bool inString = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QStringView rest = QStringView(line).mid(i);
            if (inComment) {
                if (rest.startsWith("*/"_L1)) {
                    inComment = false;
                    ++i;
                }
            } else if (inString) {
                if (line[i] == u'\\')
                    ++i;
                else if (line[i] == u'"')
                    inString = false;
                if (!inString)
                    out += u'"';
            } else if (rest.startsWith("//"_L1)) {
                break;
            } else if (rest.startsWith("/*"_L1)) {
                inComment = true;
                ++i;
            } else {
                inString = line[i] == u'"' && (i == 0 || line[i - 1] != u'\'');
                out += line[i];
            }
        }
        result.append(out);
    }
    return result;
}

SourceFile sourceFile(const QString &path, const QString &text)
{
    return { path, text, text.split(u'\n') };
}

QList<SourceFile> sourceFiles(const QStringList &folders)
{
    const QDir root(QStringLiteral(RENUM_SOURCE_DIR));
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.append(sourceFile(
                    root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QList<Include> includes;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const QRegularExpressionMatch match = pattern.match(file.lines[i]);
        if (match.hasMatch())
            includes.append(
                { file.path, int(i) + 1, match.captured(2), match.captured(1) == u"\""_s });
    }
    return includes;
}

} // namespace renum::test
