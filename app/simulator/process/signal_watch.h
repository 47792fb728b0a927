// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum::sim {

/// Lets SIGINT and SIGTERM end the event loop of the application, so that everything is closed
/// properly. Needs a QCoreApplication; once a process.
void quitOnSignals();

} // namespace renum::sim
