// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/canvas_overlay.h"

#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/team_document.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto ReadingTime = 6s; ///< as toasts have
} // namespace

CanvasOverlay::CanvasOverlay(TeamDocument *document, TeamCanvas *canvas)
    : QWidget(canvas->viewport())
    , m_document(document)
    , m_canvas(canvas)
    , m_invitation(new WrappedLabel(this))
    , m_hint(new QLabel(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setTextLook(m_invitation, TextStyle::Body, ColorToken::TextDim);
    m_invitation->setObjectName(u"canvasInvitation"_s);
    m_invitation->setAlignment(Qt::AlignHCenter);
    setLook(m_hint, Look::Toast);
    setTextLook(m_hint, TextStyle::Body, ColorToken::Text);
    m_hint->setObjectName(u"canvasHint"_s);
    m_hint->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    m_hint->hide();
    m_reading.setSingleShot(true);
    m_reading.setInterval(ReadingTime);
    connect(&m_reading, &QTimer::timeout, m_hint, &QWidget::hide);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->addWidget(m_invitation);
    layout->addStretch();
    layout->addWidget(m_hint, 0, Qt::AlignHCenter);
    connect(document, &TeamDocument::changed, this, &CanvasOverlay::invite);
    connect(canvas, &TeamCanvas::hintChanged, this, &CanvasOverlay::showHint);
    canvas->viewport()->installEventFilter(this);
    place();
    invite();
}

void CanvasOverlay::showHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    m_reading.start();
    m_hint->setAccessibleName(sentence);
    QAccessibleEvent said(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void CanvasOverlay::invite()
{
    m_invitation->setVisible(m_document->workflow().agents.empty());
    const QString keys
        = m_canvas->command(u"add-member"_s)->shortcut().toString(QKeySequence::NativeText);
    m_invitation->setText(tr("Drag an agent here, or press %1 to search for one. "
                             "Draw wires from the dot at its right to say who gets its result.")
                              .arg(keys));
}

void CanvasOverlay::place()
{
    setGeometry(parentWidget()->rect());
}

void CanvasOverlay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        invite();
    QWidget::changeEvent(event);
}

bool CanvasOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace renum::ui
