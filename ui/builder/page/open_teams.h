// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "ui/builder/page/builder_parts.h"

#include <QWidget>

#include <memory>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace renum::ui {

class AgentCatalog;
class BuilderView;
class DocumentKeeper;
class TeamDocument;

/// The teams that are open for editing; with tabs when there are several.
class OpenTeams : public QWidget {
    Q_OBJECT

public:
    /// `catalog` outlives this.
    OpenTeams(const BuilderParts &parts, AgentCatalog *catalog, QWidget *parent = nullptr);
    ~OpenTeams() override;

    /// Opens a document and shows it; `key` is that of its entry in the journal when it comes from
    /// there. Takes the document over.
    BuilderView *add(TeamDocument *document, const QString &key = {});
    /// The one that is shown; null when none is open.
    [[nodiscard]] BuilderView *current() const;
    void setCurrent(BuilderView *view);
    /// Where a stored team is open, or null.
    [[nodiscard]] BuilderView *find(const TeamId &team) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_open.size()); }
    /// Without asking; nothing of it is kept.
    void close(BuilderView *view);

signals:
    void currentChanged();
    void closeRequested(renum::ui::BuilderView *view);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Open {
        BuilderView *view;
        std::unique_ptr<DocumentKeeper> keeper; ///< goes before the view's document
    };
    [[nodiscard]] const Open &at(int index) const
    {
        return m_open[static_cast<std::size_t>(index)];
    }
    void updateTabs();
    [[nodiscard]] int indexOf(const BuilderView *view) const;

    BuilderParts m_parts;
    AgentCatalog *m_catalog;
    std::vector<Open> m_open; ///< in the order of the tabs
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace renum::ui
