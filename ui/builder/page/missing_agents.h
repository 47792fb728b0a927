// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <QSet>

#include <vector>

class QWidget;

namespace renum::ui {

class AgentCatalog;
class TeamDocument;

/// Members of a document whose agents the connected services certainly do not have: after opening
/// or importing a team, pasting members or bringing an earlier version back (feature TM-07). The
/// document's list of problems names them too.
class MissingAgents : public QObject {
    Q_OBJECT

public:
    /// Both outlive this, the document as its parent.
    MissingAgents(const AgentCatalog *catalog, TeamDocument *document);

    /// In the order of the team; none while nobody knows which agents there are.
    [[nodiscard]] std::vector<AgentId> members() const;
    /// Lets the person replace them, as one step of the history. Does nothing without any.
    void askAndReplace(QWidget *window);

signals:
    /// There are members that were not missing before; all in all `count`.
    void appeared(int count);
    void changed();

private:
    void update();

    const AgentCatalog *m_catalog;
    TeamDocument *m_document;
    QSet<AgentId> m_known; ///< those that the person knows of
};

} // namespace renum::ui
