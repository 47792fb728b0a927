// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace renum {

/// Interventions in a running execution; each is an event of its log. As for Workspace:
/// asynchronous, values only, on the workspace's thread; every call ends early with
/// `user_cancelled` when `stop` is requested.
class ExecutionControls : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
};

} // namespace renum
