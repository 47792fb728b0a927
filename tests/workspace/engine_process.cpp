// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that can be killed: takes an owner's lock, writes an unfinished execution, waits.
#include "core/store/store.h"
#include "core/workspace/owner_lock.h"
#include "tests/workspace/workspace_bench.h"

#include <QCoreApplication>

#include <cstdio>

using namespace renum;
using namespace renum::test;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString dataDir = arguments.at(1);
    const QString owner = arguments.at(2);
    const ExecutionId id(arguments.at(3));

    SystemClock clock;
    auto store = Store::open({ QString(dataDir + QStringLiteral("/renum.db")) }, &clock);
    auto lock = OwnerLock::acquire(dataDir, owner);
    if (!store || !lock)
        return 1;
    const ExecutionEvents events = openExecution(id, WorkspaceBench::draft(), owner, 5);
    const auto stored = await((*store)->append(events));
    if (!stored || !*stored)
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
