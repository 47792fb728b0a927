// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/result_view.h"

#include "ui/monitor/markdown_view.h"
#include "ui/monitor/result_text.h"
#include "ui/theme/look.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

ResultView::ResultView(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(new MarkdownView(theme, this))
    , m_said(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, 0);
    row->setSpacing(Theme::Space1);
    column->addLayout(row);
    column->addWidget(m_view, 1);

    m_raw = addButton(tr("Ra&w"), u"document"_s, tr("Show the text as the agent wrote it"));
    m_raw->setCheckable(true);
    QToolButton *copyButton = addButton(tr("&Copy"), u"copy"_s, tr("Copy the result"));
    QToolButton *saveButton = addButton(tr("Sa&ve…"), u"save"_s, tr("Save the result to a file"));
    row->addWidget(m_raw);
    row->addWidget(copyButton);
    row->addWidget(saveButton);
    row->addWidget(m_said, 1);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_view->setAccessibleName(tr("Result"));
    connect(m_raw, &QToolButton::toggled, this, &ResultView::showText);
    connect(copyButton, &QToolButton::clicked, this, &ResultView::copy);
    connect(saveButton, &QToolButton::clicked, this, &ResultView::askForFile);
}

QToolButton *ResultView::addButton(const QString &text, const QString &icon, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto tint = [this, button, icon] { button->setIcon(m_theme->icon(icon)); };
    tint();
    connect(m_theme, &Theme::changed, button, tint);
    return button;
}

void ResultView::setExecution(const Execution &execution, const AgentNames &names)
{
    const QString text
        = execution.finalResult ? resultMarkdown(*execution.finalResult, names) : QString();
    m_fileName = resultFileName(execution);
    if (text == m_text)
        return;
    m_text = text;
    m_said->clear();
    showText();
}

void ResultView::clear()
{
    m_text.clear();
    m_said->clear();
    showText();
}

void ResultView::showText()
{
    m_view->setSource(
        m_text, m_raw->isChecked() ? MarkdownView::Mode::Raw : MarkdownView::Mode::Complete);
}

void ResultView::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    say(tr("Copied."), false);
}

void ResultView::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the result"), m_fileName,
        tr("Markdown (*.md);;Text (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &ResultView::save);
    dialog->open();
}

void ResultView::save(const QString &path)
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

void ResultView::say(const QString &sentence, bool isError)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    setTextLook(m_said, TextStyle::Label, isError ? ColorToken::Err : ColorToken::TextDim);
}

} // namespace renum::ui
