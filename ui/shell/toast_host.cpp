// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast_host.h"

#include "ui/theme/look.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto ReadingTime = 6s;
constexpr auto DecidingTime = 10s; ///< with an action to choose

} // namespace

ToastHost::ToastHost(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setLook(this, Look::Toast);
    setLook(m_action, Look::LinkButton);
    setObjectName(u"toast"_s);
    m_action->setObjectName(u"toastAction"_s);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &ToastHost::runAction);
    parent->installEventFilter(this);
    hide();
}

void ToastHost::showToast(const Toast &toast)
{
    m_run = toast.action;
    m_text->setText(toast.text);
    const auto icon = toast.isError ? m_theme->icon(u"alert"_s, ColorToken::Err)
                                    : m_theme->icon(u"check"_s, ColorToken::Ok);
    m_icon->setPixmap(icon.pixmap(Theme::IconSize, Theme::IconSize));
    m_action->setText(toast.actionText);
    m_action->setVisible(!toast.actionText.isEmpty());
    m_timer.start(toast.actionText.isEmpty() ? ReadingTime : DecidingTime);
    setAccessibleName(toast.text);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ToastHost::text() const
{
    return isVisible() ? m_text->text() : QString();
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastHost::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void ToastHost::leaveEvent(QEvent *event)
{
    m_timer.start(ReadingTime);
    QWidget::leaveEvent(event);
}

void ToastHost::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void ToastHost::place()
{
    const int widest = parentWidget()->width() - 2 * Theme::Space6;
    m_text->setWordWrap(false);
    if (sizeHint().width() > widest)
        m_text->setWordWrap(true);
    const int width = std::min(sizeHint().width(), widest);
    const int height = std::max(
        sizeHint().height(), layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : 0);
    const QRect area = parentWidget()->rect();
    setGeometry((area.width() - width) / 2, area.height() - height - Theme::Space6, width, height);
}

void ToastHost::runAction()
{
    hide();
    if (const auto run = std::exchange(m_run, nullptr))
        run();
}

} // namespace renum::ui
