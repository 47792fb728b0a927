// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attention/notifier.h"

#include "ui/monitor/interventions/asking_step.h"
#include "ui/monitor/step_name.h"
#include "ui/settings/app_settings.h"
#include "ui/text/error_text.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Notifier)
};

QString failureText(const Execution &execution)
{
    const QString reason = execution.error ? errorText(*execution.error) : execution.errorMessage;
    //: team, what went wrong
    return Texts::tr("%1: %2").arg(execution.teamName, reason);
}

QString approvalText(const Execution &execution)
{
    const StepRecord *step = stepThatAsks(execution);
    //: agent, team
    return Texts::tr("%1 of %2 waits for your approval")
        .arg(step ? stepName(*step) : QString(), execution.teamName);
}

} // namespace

QString noticeTitle(Notice notice)
{
    switch (notice) {
    case Notice::Finished:
        return Texts::tr("A team has finished");
    case Notice::Failed:
        return Texts::tr("A team has failed");
    case Notice::Approval:
        return Texts::tr("A step waits for you");
    case Notice::Budget:
        break;
    }
    return Texts::tr("A spending limit is reached");
}

QString noticeText(Notice notice, const Execution &execution)
{
    switch (notice) {
    case Notice::Finished:
        return Texts::tr("%1 has finished").arg(execution.teamName);
    case Notice::Failed:
        return failureText(execution);
    case Notice::Approval:
        return approvalText(execution);
    case Notice::Budget:
        break;
    }
    return Texts::tr("%1 holds at its spending limit").arg(execution.teamName);
}

// --- the system's -------------------------------------------------------------------------------

TrayNotices::~TrayNotices() = default;

bool TrayNotices::show(const QString &title, const QString &text, bool isError)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &NativeNotices::clicked);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &NativeNotices::clicked);
    }
    m_icon->setToolTip(text);
    m_icon->show();
    m_icon->showMessage(
        title, text, isError ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    return true;
}

// --- what is told -------------------------------------------------------------------------------

Notifier::Notifier(NativeNotices *native, const AppSettings *settings, QObject *parent)
    : QObject(parent)
    , m_native(native)
    , m_settings(settings)
{
    connect(native, &NativeNotices::clicked, this, [this] {
        if (!m_last.isEmpty())
            emit executionRequested(m_last);
    });
}

bool Notifier::isWanted(Notice notice) const
{
    switch (notice) {
    case Notice::Finished:
        return m_settings->value(settings::NotifyFinished);
    case Notice::Failed:
        return m_settings->value(settings::NotifyFailed);
    case Notice::Approval:
        return m_settings->value(settings::NotifyApproval);
    case Notice::Budget:
        break;
    }
    return m_settings->value(settings::NotifyBudget);
}

bool Notifier::isInFront() const
{
    return m_inFront.value_or(QApplication::applicationState() == Qt::ApplicationActive);
}

void Notifier::tell(Notice notice, const Execution &execution)
{
    if (!isWanted(notice))
        return;
    const bool isError = notice == Notice::Failed;
    const QString text = noticeText(notice, execution);
    if (!isInFront()) {
        if (m_native->show(noticeTitle(notice), text, isError))
            m_last = execution.id;
        return;
    }
    emit toastRequested({ text, Texts::tr("Show"),
        [this, id = execution.id] { emit executionRequested(id); }, isError });
}

} // namespace renum::ui
