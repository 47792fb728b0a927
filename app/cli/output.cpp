// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/terminal_text.h"
#include "core/net/redact.h"

#include <cstdio>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &text)
{
    write(stdout, text.toUtf8() + '\n');
}

void printJson(const Json &value)
{
    write(stdout, canonicalJson(value) + '\n');
}

void printRaw(const QString &text)
{
    write(stdout, text.toUtf8());
}

void printError(const Error &error)
{
    const QString text
        = u"renumctl: %1\n"_s.arg(printable(redact(error.message), LineBreaks::Keep));
    write(stderr, text.toUtf8());
}

void printNote(const QString &text)
{
    write(stderr, text.toUtf8() + '\n');
}

void printProblems(const Problems &problems)
{
    for (const Problem &problem : problems) {
        const QString severity
            = problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s;
        printNote(u"%1 %2 at %3: %4"_s.arg(severity, problem.code,
            problem.path.isEmpty() ? u"/"_s : problem.path,
            printable(problem.message, LineBreaks::Fold)));
    }
}

} // namespace renum::cli
