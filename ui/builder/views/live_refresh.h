// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace renum::ui {

/// Keeps a view up to date that may be hidden behind others: what it shows is read again at once
/// while it can be seen, else when it is shown next.
class LiveRefresh : public QObject {
    Q_OBJECT

public:
    /// The view is the owner.
    LiveRefresh(QWidget *view, std::function<void()> refresh);

    /// Something that the view shows has changed.
    void request();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_view;
    std::function<void()> m_refresh;
    bool m_isStale = true;
};

} // namespace renum::ui
