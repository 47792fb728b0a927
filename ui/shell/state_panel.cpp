// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/state_panel.h"

#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto SkeletonAfter = 300ms;
constexpr auto NameAfter = 1700ms; ///< more, so 2 s in all
constexpr int LargeIcon = 2 * Theme::IconSize;
constexpr int ReadableWidth = 420;
constexpr int SkeletonRows = 5;

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

StatePanel::StatePanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(wrappedLabel(this))
    , m_text(wrappedLabel(this))
    , m_action(new QPushButton(this))
{
    setTextLook(m_title, TextStyle::Title);
    setTextLook(m_text, TextStyle::Body, ColorToken::TextDim);
    setLook(m_action, Look::PrimaryButton);
    m_action->setObjectName(u"stateAction"_s);
    m_text->setObjectName(u"stateText"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    arrange();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
        [this] { setStage(m_stage == Stage::Waiting ? Stage::Skeleton : Stage::Named); });
    connect(m_action, &QPushButton::clicked, this, &StatePanel::actionTriggered);
}

void StatePanel::arrange()
{
    // The texts fill their column, because a wrapped label that is aligned is given too little
    // height.
    auto *column = new QWidget(this);
    column->setFixedWidth(ReadableWidth);
    auto *texts = new QVBoxLayout(column);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(Theme::Space3);
    texts->addWidget(m_icon, 0, Qt::AlignHCenter);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addWidget(m_action, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(column);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addLayout(row);
    layout->addStretch();
}

void StatePanel::showLoading(const QString &waitingFor)
{
    setContent({}, waitingFor, {}, {});
    setStage(Stage::Waiting);
}

void StatePanel::showError(const QString &title, const Error &error)
{
    setContent(
        m_theme->icon(u"alert"_s, ColorToken::Err), title, errorText(error), tr("Try again"));
    m_text->setToolTip(errorDetails(error));
    setStage(Stage::Message);
}

void StatePanel::showMessage(
    const QString &iconName, const QString &title, const QString &text, const QString &actionText)
{
    setContent(m_theme->icon(iconName, ColorToken::TextDim), title, text, actionText);
    m_text->setToolTip({});
    setStage(Stage::Message);
}

void StatePanel::setContent(
    const QIcon &icon, const QString &title, const QString &text, const QString &actionText)
{
    m_icon->setPixmap(icon.pixmap(LargeIcon, LargeIcon));
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(actionText);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void StatePanel::setStage(Stage stage)
{
    m_stage = stage;
    const bool words = stage == Stage::Message || stage == Stage::Named;
    m_icon->setVisible(stage == Stage::Message);
    m_title->setVisible(words);
    m_text->setVisible(stage == Stage::Message && !m_text->text().isEmpty());
    m_action->setVisible(stage == Stage::Message && !m_action->text().isEmpty());
    m_timer.stop();
    if (stage == Stage::Waiting)
        m_timer.start(SkeletonAfter);
    else if (stage == Stage::Skeleton)
        m_timer.start(NameAfter);
    update();
}

void StatePanel::paintEvent(QPaintEvent *)
{
    if (m_stage != Stage::Skeleton && m_stage != Stage::Named)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(ColorToken::NeutralBackground));
    const int rowHeight = 2 * Theme::ControlHeight;
    for (int row = 0; row < SkeletonRows; ++row) {
        const QRect bar(Theme::Space4, Theme::Space4 + row * (rowHeight + Theme::Space2),
            width() - 2 * Theme::Space4, rowHeight);
        painter.drawRoundedRect(bar, Theme::CardRadius, Theme::CardRadius);
    }
}

} // namespace renum::ui
