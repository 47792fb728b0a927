// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "ui/builder/views/team_text.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace renum::ui {

class JsonEditor;
class LiveRefresh;
class MemberSelection;
class ProblemList;
class TeamDocument;
class Theme;

/// A team as JSON that can be edited. What the person types is read in the background once they
/// pause: a text that is a team becomes one step of the history, another one changes nothing and
/// says why. Changes from elsewhere come into the text, but never over what is being typed.
class JsonView : public QWidget {
    Q_OBJECT

public:
    JsonView(TeamDocument *document, MemberSelection *selection, Theme *theme,
        QWidget *parent = nullptr);
    ~JsonView() override;

    /// Whether the text says something that the document does not, because it cannot be read or was
    /// not yet.
    [[nodiscard]] bool hasUnreadText() const { return m_isTyped; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBanner();
    QWidget *makeFooter();
    void retranslate();
    void onTyped();
    void onDocumentChanged();
    void onPasteRefused();
    void showDocument();
    void readSoon();
    void readNow();
    QCoro::Task<> read(QString text, int job);
    void take(TeamText reading);
    void discardText();
    void keepText();
    /// Whether m_reading is of the text as it is.
    [[nodiscard]] bool isRead() const { return m_readJob == m_job; }
    [[nodiscard]] bool isBroken() const;
    void showMarks();
    void showStatus();
    void showSelected();

    TeamDocument *m_document;
    MemberSelection *m_selection;
    ProblemList *m_problems;
    JsonEditor *m_editor;
    LiveRefresh *m_live;
    QWidget *m_banner;
    QLabel *m_bannerText;
    QPushButton *m_discard;
    QPushButton *m_keep;
    QLabel *m_status;
    QPushButton *m_next;
    QTimer m_pause;
    TeamText m_reading; ///< of the text as it was read last
    std::optional<TeamDraft> m_base; ///< what the document was when text and document agreed
    int m_job = 0; ///< of the reading that counts; older ones are dropped
    int m_readJob = -1; ///< whose reading m_reading is
    bool m_isTyped = false;
    bool m_isShowing = false; ///< the change of the text comes from here
    bool m_isTaking = false; ///< the change of the document comes from here
    bool m_isSelectionDue = false; ///< is shown as soon as the text is read
    bool m_isRefused = false; ///< the last paste was too long
    TaskScope m_tasks;
};

} // namespace renum::ui
