// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace renum {

/// Finding, counting and deleting executions, and searching what they wrote down (features EM-05,
/// EM-09). As for Workspace: asynchronous, values only, on the workspace's thread; every call ends
/// early with `user_cancelled` when `stop` is requested.
class ExecutionArchive : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
};

} // namespace renum
