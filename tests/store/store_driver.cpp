// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

#include <csignal>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Uses a store in a process of its own, where it can be killed, limited or stripped of rights, and
/// prints what happens, one line each.
namespace {

constexpr uid_t Nobody = 65534;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

QString summary(const Error &error)
{
    return error.code + u' ' + error.message;
}

Result<std::unique_ptr<Store>> opened(const QString &file)
{
    static SystemClock clock;
    return Store::open({ file }, &clock);
}

/// open FILE: `ok`, or the error. Never as superuser.
int openOnly(const QString &file)
{
    if (::geteuid() == 0
        && (::setresgid(Nobody, Nobody, Nobody) != 0 || ::setresuid(Nobody, Nobody, Nobody) != 0))
        return 2;
    const Result<std::unique_ptr<Store>> store = opened(file);
    say(store ? u"ok"_s : summary(store.error()));
    return 0;
}

/// append FILE: adds events until it is killed and prints each seq once it is acknowledged.
int appendForEver(const QString &file)
{
    const Result<std::unique_ptr<Store>> store = opened(file);
    if (!store)
        return 2;
    LogBuilder log;
    ExecutionEvents beginning = log.beginning({ u"a"_s });
    beginning.append(log.step("step_started", u"a"_s, { { "attempt", 1 }, { "prompt", "do a" } }));
    if (!answerOf((*store)->append(beginning)))
        return 2;
    for (bool synced = true;; synced = !synced) {
        const ExecutionEvent event = synced
            ? log.step(
                "step_run_bound", u"a"_s, { { "attempt", 1 }, { "agent_run_id", log.lastSeq() } })
            : log.step("step_output", u"a"_s, { { "kind", "assistant" }, { "delta", "x" } });
        if (!answerOf((*store)->append({ event })))
            return 2;
        say(QString::number(event.seq));
    }
}

/// Appends 64 KiB events until one fails; prints its code, and how many are acknowledged.
bool appendUntilFailure(Store *store, LogBuilder &log)
{
    const QString text(64 * 1024, u'x');
    for (int i = 0; i < 1000; ++i) {
        LogBuilder attempt = log;
        const Result<void> appended = answerOf(store->append({ attempt.step(
            "step_run_bound", u"a"_s, { { "attempt", 1 }, { "filler", toJson(text) } }) }));
        if (!appended) {
            say(appended.error().code);
            return true;
        }
        log = attempt;
    }
    return false;
}

/// What is stored is what was acknowledged, and the store goes on.
int checkRecovered(Store *store, LogBuilder &log)
{
    const Result<Execution> execution = answerOf(store->execution(log.id()));
    say(execution && execution->lastSeq == log.lastSeq() ? u"intact"_s : u"differs"_s);
    const Result<void> appended
        = answerOf(store->append({ log.step("step_run_bound", u"a"_s, { { "attempt", 1 } }) }));
    say(appended ? u"goes on"_s : summary(appended.error()));
    return 0;
}

/// limit FILE: no file may grow beyond 1 MB, until it may again.
int appendWithFileLimit(const QString &file)
{
    ::signal(SIGXFSZ, SIG_IGN);
    const Result<std::unique_ptr<Store>> store = opened(file);
    LogBuilder log;
    if (!store || !answerOf((*store)->append(log.beginning({ u"a"_s }))))
        return 2;
    rlimit limit {};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t whole = limit.rlim_cur;
    limit.rlim_cur = 1'000'000;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const bool failed = appendUntilFailure(store->get(), log);
    limit.rlim_cur = whole;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return failed ? checkRecovered(store->get(), log) : 2;
}

bool mountSmallDisk(const QString &folder)
{
    const int spaces = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    if (::unshare(spaces) != 0)
        return false;
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr); // only this process sees the disk
    const QByteArray path = QFile::encodeName(folder);
    return ::mount("tmpfs", path.constData(), "tmpfs", 0, "size=3m") == 0;
}

bool writeFiller(const QString &path, qint64 size)
{
    QFile filler(path);
    return filler.open(QIODevice::WriteOnly) && filler.write(QByteArray(size, 'f')) == size;
}

/// full FOLDER: on a disk of 3 MB, until something else is deleted from it.
int appendOnSmallDisk(const QString &folder)
{
    if (!mountSmallDisk(folder)) {
        say(u"no disk"_s);
        return 0;
    }
    const QString filler = folder + "/filler"_L1;
    if (!writeFiller(filler, 1'000'000))
        return 2;
    const Result<std::unique_ptr<Store>> store = opened(folder + "/renum.db"_L1);
    LogBuilder log;
    if (!store || !answerOf((*store)->append(log.beginning({ u"a"_s }))))
        return 2;
    if (!appendUntilFailure(store->get(), log))
        return 2;
    QFile::remove(filler);
    return checkRecovered(store->get(), log);
}

/// create FOLDER: a new database on a disk that is full.
int createOnFullDisk(const QString &folder)
{
    if (!mountSmallDisk(folder)) {
        say(u"no disk"_s);
        return 0;
    }
    const QString filler = folder + "/filler"_L1;
    if (!writeFiller(filler, 3 * 1024 * 1024 - 16 * 1024))
        return 2;
    const QString file = folder + "/renum.db"_L1;
    const Result<std::unique_ptr<Store>> refused = opened(file);
    say(refused ? u"ok"_s : refused.error().code);
    say(QDir(folder).entryList(QDir::Files).join(u' '));
    QFile::remove(filler);
    say(opened(file) ? u"ok"_s : u"failed"_s);
    return 0;
}

/// The i-th append of a ledger: the beginning, then a synced event and one that is not in turn.
ExecutionEvents ledgerEntry(LogBuilder &log, int i)
{
    if (log.lastSeq() == 0) {
        ExecutionEvents events = log.beginning({ u"a"_s });
        events.append(log.step("step_started", u"a"_s, { { "attempt", 1 }, { "prompt", "p" } }));
        return events;
    }
    if (i % 2 == 0)
        return { log.step("step_run_bound", u"a"_s, { { "attempt", 1 } }) };
    return { log.step("step_output", u"a"_s, { { "kind", "assistant" }, { "delta", "x" } }) };
}

/// ledger FILE: forty appends one after the other; a refused one is tried again. Prints `ok SEQ`
/// for what is acknowledged and the error for what is not, then `end`.
int appendLedger(const QString &file)
{
    const Result<std::unique_ptr<Store>> store = opened(file);
    LogBuilder log;
    for (int i = 0; store && i < 40; ++i) {
        LogBuilder attempt = log;
        const Result<void> appended = answerOf((*store)->append(ledgerEntry(attempt, i)));
        if (appended)
            log = attempt;
        say(appended ? u"ok %1"_s.arg(log.lastSeq()) : summary(appended.error()));
    }
    if (!store)
        say(summary(store.error()));
    say(u"end"_s);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 3)
        return 2;
    using Mode = int (*)(const QString &);
    const QHash<QString, Mode> modes = { { u"open"_s, openOnly }, { u"append"_s, appendForEver },
        { u"limit"_s, appendWithFileLimit }, { u"full"_s, appendOnSmallDisk },
        { u"create"_s, createOnFullDisk }, { u"ledger"_s, appendLedger } };
    const Mode mode = modes.value(arguments[1]);
    return mode ? mode(arguments[2]) : 2;
}
