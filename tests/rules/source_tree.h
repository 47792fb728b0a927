// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace renum::test {

/// One C++ file of the tree, read once.
struct SourceFile {
    QString path; ///< relative to the root, with slashes
    QString text;
    QStringList lines;

    /// The text without comments and with the contents of string literals emptied, line by line.
    [[nodiscard]] QStringList code() const;
};

/// One #include line.
struct Include {
    QString file; ///< who includes
    int line = 0;
    QString target; ///< what, without quotes or brackets
    bool quoted = false;
};

/// All .h and .cpp files below these folders of the source tree, by path.
[[nodiscard]] QList<SourceFile> sourceFiles(const QStringList &folders);
[[nodiscard]] QList<Include> includesOf(const SourceFile &file);

/// The same from a text, for testing the rules themselves.
[[nodiscard]] SourceFile sourceFile(const QString &path, const QString &text);

} // namespace renum::test
