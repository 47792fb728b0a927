// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace renum {

/// Earlier versions of teams, and templates of one's own (features TM-09, TP-05). As for Workspace:
/// asynchronous, values only, on the workspace's thread; every call ends early with
/// `user_cancelled` when `stop` is requested.
class TeamArchive : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
};

} // namespace renum
