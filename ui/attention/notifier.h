// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/attention/attention_item.h"
#include "ui/shell/toast.h"

#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace renum::ui {

class AppSettings;

/// Where a notice goes while the person looks elsewhere.
class NativeNotices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// False where the system shows none.
    virtual bool show(const QString &title, const QString &text, bool isError) = 0;

signals:
    /// The last one that was shown was clicked.
    void clicked();
};

/// By the icon in the system's tray, which is there only while there is something to tell.
class TrayNotices : public NativeNotices {
    Q_OBJECT

public:
    using NativeNotices::NativeNotices;
    ~TrayNotices() override;

    bool show(const QString &title, const QString &text, bool isError) override;

private:
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

/// Tells what happened to executions: by the system while Renum is not in front, else in the
/// window. What is told, the person chooses in the settings.
class Notifier : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    Notifier(NativeNotices *native, const AppSettings *settings, QObject *parent = nullptr);

    void tell(Notice notice, const Execution &execution);
    /// For tests; else the application's state counts.
    void setInFront(std::optional<bool> inFront) { m_inFront = inFront; }

signals:
    void toastRequested(const renum::ui::Toast &toast);
    /// The person wants to see this run, from outside the window too.
    void executionRequested(const renum::ExecutionId &id);

private:
    [[nodiscard]] bool isWanted(Notice notice) const;
    [[nodiscard]] bool isInFront() const;

    NativeNotices *m_native;
    const AppSettings *m_settings;
    std::optional<bool> m_inFront;
    ExecutionId m_last; ///< that the last native notice was about
};

/// Title and sentence of a notice. Pure.
[[nodiscard]] QString noticeTitle(Notice notice);
[[nodiscard]] QString noticeText(Notice notice, const Execution &execution);

} // namespace renum::ui
