// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/context_write.h"
#include "ui/monitor/context/context_fold.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace renum::ui {

class ContextTreeModel;
class JsonDifferenceView;
class Theme;

/// The context that the agents of an execution share (features EM-12, CX-03): its keys live, who
/// wrote them, what a key was before, and what is different between any two versions.
class ContextPanel : public QWidget {
    Q_OBJECT

public:
    explicit ContextPanel(Theme *theme, QWidget *parent = nullptr);

    /// Shows this context, another state of the same execution. Borrows it until clear().
    void setSource(const ContextFold *context);
    /// The borrowed context changed.
    void refresh();
    /// Forgets everything, for another execution.
    void clear();
    /// What a person may do to it now.
    void setAccess(ContextAccess access);
    /// Shows the keys that this agent wrote last; nothing when it wrote none.
    void selectAgent(const AgentId &agent);
    [[nodiscard]] ContextTreeModel *model() const { return m_model; }

signals:
    /// The person wants to set or delete a key of the running execution.
    void writeRequested(const renum::ContextWrite &write);
    /// The person wants that version back; it was not asked yet whether they are sure.
    void restoreRequested(int version);
    /// The agent that wrote the key that was chosen.
    void agentChosen(const renum::AgentId &agent);
    /// The person wants to see the execution as it was when a key was written.
    void momentChosen(qint64 seq);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildLive();
    QWidget *buildTabs();
    void retranslate();
    void connectParts();
    void fillVersions();
    void showVersions();
    void showTree();
    void showKey();
    void showHistory(const ContextKey &key);
    void compareHistoryRow(int row);
    void openDialog(const std::optional<ContextEntry> &entry);
    void updateButtons();
    void keepExpanded();
    [[nodiscard]] const ContextFold &context() const;
    [[nodiscard]] int chosenVersion() const; ///< the latest while it is followed
    [[nodiscard]] std::optional<int> comparedVersion() const;
    [[nodiscard]] std::optional<ContextEntry> chosenEntry() const;

    Theme *m_theme;
    const ContextFold *m_context = nullptr;
    ContextTreeModel *m_model;
    ContextAccess m_access = ContextAccess::Read;
    int m_shownVersions = -1;
    qsizetype m_shownChanges = -1;
    AgentId m_agent; ///< that was last chosen elsewhere
    QSet<QString> m_expanded;
    QList<ContextEntry> m_history; ///< of the chosen key, newest first

    QComboBox *m_version;
    QComboBox *m_compare;
    QPushButton *m_restore;
    QPushButton *m_add;
    QPushButton *m_edit;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QTreeView *m_tree;
    QTabWidget *m_tabs;
    QLabel *m_conflict;
    QPlainTextEdit *m_value;
    QListWidget *m_changes;
    JsonDifferenceView *m_keyDifference;
    JsonDifferenceView *m_difference;
};

} // namespace renum::ui
