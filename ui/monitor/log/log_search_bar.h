// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace renum::ui {

class Theme;

/// Where a person types what to look for in the log, goes from hit to hit, and says whether other
/// lines are shown.
class LogSearchBar : public QWidget {
    Q_OBJECT

public:
    explicit LogSearchBar(const Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool hidesOthers() const;
    [[nodiscard]] bool showsFilters() const;
    void setShowsFilters(bool shown);
    /// The current hit, from 1, or 0 when none is; `more`: not all has been searched yet.
    void setHits(qsizetype current, qsizetype all, bool more);
    void focusField();
    void clear();

signals:
    void searched();
    void othersToggled();
    void filtersToggled(bool shown);
    void nextRequested();
    void previousRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QIcon &icon);
    void retranslate();
    void showHits();

    QLineEdit *m_field;
    QLabel *m_hits;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_onlyHits;
    QToolButton *m_filters;
    QTimer m_pause; ///< while somebody types
    qsizetype m_current = 0;
    qsizetype m_all = 0;
    bool m_more = false;
};

} // namespace renum::ui
