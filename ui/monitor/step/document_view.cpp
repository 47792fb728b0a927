// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/document_view.h"

#include "ui/monitor/markdown_view.h"
#include "ui/monitor/step/safe_text.h"
#include "ui/theme/look.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

DocumentView::DocumentView(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(new MarkdownView(theme, this))
    , m_raw(addButton(u"document"_s))
    , m_copy(addButton(u"copy"_s))
    , m_save(addButton(u"save"_s))
    , m_said(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, 0);
    row->setSpacing(Theme::Space1);
    for (QToolButton *button : { m_raw, m_copy, m_save })
        row->addWidget(button);
    row->addWidget(m_said, 1);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    m_raw->setCheckable(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    retranslate();
    connect(m_raw, &QToolButton::toggled, this, &DocumentView::showText);
    connect(m_copy, &QToolButton::clicked, this, &DocumentView::copy);
    connect(m_save, &QToolButton::clicked, this, &DocumentView::askForFile);
}

QToolButton *DocumentView::addButton(const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto tint = [this, button, icon] { button->setIcon(m_theme->icon(icon)); };
    tint();
    connect(m_theme, &Theme::changed, button, tint);
    return button;
}

void DocumentView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &toolTip) {
        button->setText(text);
        button->setToolTip(toolTip);
        button->setAccessibleDescription(toolTip);
    };
    name(m_raw, tr("Ra&w"), tr("Show the text as the agent wrote it"));
    name(m_copy, tr("&Copy"), tr("Copy the whole text"));
    name(m_save, tr("Sa&ve…"), tr("Save the whole text to a file"));
}

void DocumentView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DocumentView::setDocument(const QString &text, Kind kind, const QString &fileName)
{
    m_fileName = fileName;
    if (text == m_text && kind == m_kind)
        return;
    m_text = text;
    m_kind = kind;
    m_said->clear();
    m_raw->setVisible(kind != Kind::Plain);
    showText();
}

void DocumentView::clear()
{
    setDocument({}, Kind::Markdown, m_fileName);
}

void DocumentView::showText()
{
    // What is not shown is not looked through.
    const QString shown = m_text.size() > MarkdownView::MostCharacters
        ? m_text.left(MarkdownView::MostCharacters)
        : m_text;
    if (m_raw->isChecked() || m_kind == Kind::Plain)
        m_view->setSource(withVisibleControls(shown), MarkdownView::Mode::Raw);
    else
        m_view->setSource(withoutTerminalCodes(shown),
            m_kind == Kind::Growing ? MarkdownView::Mode::Growing : MarkdownView::Mode::Complete);
}

void DocumentView::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    say(tr("Copied."), false);
}

void DocumentView::askForFile()
{
    auto *dialog = new QFileDialog(
        this, tr("Save the text"), m_fileName, tr("Markdown (*.md);;Text (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentView::save);
    dialog->open();
}

void DocumentView::save(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_text.toUtf8();
    const bool saved
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (saved) //: %1 is a path
        say(tr("Saved to %1.").arg(path), false);
    else //: path, what the system says
        say(tr("%1 could not be written: %2. Choose another place.").arg(path, file.errorString()),
            true);
}

void DocumentView::say(const QString &sentence, bool isError)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    setTextLook(m_said, TextStyle::Label, isError ? ColorToken::Err : ColorToken::TextDim);
}

} // namespace renum::ui
