// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/messages/message_model.h"

#include <QWidget>

class QAbstractItemView;
class QCheckBox;
class QComboBox;
class QItemSelectionModel;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace renum::ui {

class DiagramView;
class MarkdownView;
class Theme;

/// What the agents of an execution and people wrote to each other (feature MS-04): a sequence
/// diagram or a list, filters, and the whole text of one message.
class MessagesPanel : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Diagram, List };

    explicit MessagesPanel(Theme *theme, QWidget *parent = nullptr);

    /// Shows these messages, another state of the same execution. Borrows `flow` until clear().
    void setSource(const MessageFlow *flow);
    /// The borrowed messages changed.
    void refresh();
    /// Forgets everything, for another execution.
    void clear();
    /// Shows where that agent is; changes no filter.
    void selectAgent(const AgentId &agent);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const noexcept { return m_mode; }
    [[nodiscard]] MessageModel *model() const { return m_model; }

signals:
    /// The sender of a message that was chosen.
    void agentChosen(const renum::AgentId &agent);
    /// The person wants to see the execution as it was when the message was sent.
    void momentChosen(qint64 seq);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildFilters();
    QWidget *buildDetail();
    QWidget *buildEmpty();
    void retranslate();
    void applyFilter();
    void fillAgents();
    void showContent();
    void showMessage(int row);
    void showLinked();
    void choose(const QModelIndex &index);
    [[nodiscard]] QAbstractItemView *view() const;

    Theme *m_theme;
    const MessageFlow *m_flow = nullptr;
    MessageModel *m_model;
    QItemSelectionModel *m_selection;
    AgentId m_chosenAgent; ///< elsewhere
    qint64 m_shownRevision = -1;
    Mode m_mode = Mode::Diagram;

    QToolButton *m_diagramButton;
    QToolButton *m_listButton;
    QComboBox *m_agent;
    QComboBox *m_kind;
    QCheckBox *m_openOnly;
    QStackedWidget *m_stack;
    DiagramView *m_diagram;
    QTreeView *m_list;
    QLabel *m_empty;
    QPushButton *m_clearFilter;
    QWidget *m_detail;
    QLabel *m_detailTitle;
    QPushButton *m_linked;
    MarkdownView *m_text;
};

} // namespace renum::ui
