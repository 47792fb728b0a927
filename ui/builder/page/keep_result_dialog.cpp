// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/keep_result_dialog.h"

#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int KeepWidth = 16 * Theme::ControlHeight;
constexpr int TextHeight = 7 * Theme::ControlHeight;
} // namespace

KeepResultDialog::KeepResultDialog(const QString &member, std::optional<KeptMember> kept,
    std::optional<KeptMember> last, QWidget *parent)
    : QDialog(parent)
    , m_kept(std::move(kept))
    , m_last(std::move(last))
    , m_origin(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"keepResultDialog"_s);
    setWindowTitle(tr("Keep a result"));
    setMinimumWidth(KeepWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(wrappedText(
        tr("Keep the result of “%1”").arg(member), TextStyle::Title, ColorToken::Text, this));
    layout->addWidget(wrappedText(tr("While it is kept, “%1” is not called and costs nothing: runs "
                                     "from this editor use the text below. It stays on this "
                                     "computer and is no part of the team.")
                                      .arg(member),
        TextStyle::Body, ColorToken::TextDim, this));
    m_origin->setObjectName(u"keptOrigin"_s);
    setTextLook(m_origin, TextStyle::Label, ColorToken::TextDim);
    m_text->setObjectName(u"keptText"_s);
    m_text->setAccessibleName(tr("Kept result"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(TextHeight);
    layout->addWidget(m_origin);
    layout->addWidget(m_text, 1);
    layout->addWidget(makeButtons());
    connect(m_text, &QPlainTextEdit::textChanged, this, &KeepResultDialog::showState);
    begin(m_kept ? *m_kept : m_last.value_or(KeptMember {}));
    m_text->setFocus();
}

QWidget *KeepResultDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space2);
    m_useLast = new QPushButton(tr("Use the last result"), bar);
    m_useLast->setObjectName(u"useLastResult"_s);
    m_useLast->setToolTip(m_last ? tr("What it said when it last ran")
                                 : tr("This member has no result of an earlier run"));
    auto *forget = new QPushButton(tr("Do not keep"), bar);
    forget->setObjectName(u"forgetResult"_s);
    forget->setToolTip(tr("The member works again"));
    forget->setVisible(m_kept.has_value());
    auto *cancel = new QPushButton(tr("Cancel"), bar);
    m_keep = new QPushButton(tr("Keep"), bar);
    m_keep->setObjectName(u"keepResult"_s);
    m_keep->setToolTip(tr("Keep this text (Ctrl+Enter)"));
    setLook(m_keep, Look::PrimaryButton);
    layout->addWidget(m_useLast);
    layout->addStretch();
    for (QPushButton *button : { forget, cancel, m_keep })
        layout->addWidget(button);
    for (QPushButton *button : { m_useLast, forget, cancel, m_keep })
        button->setAutoDefault(false);
    const auto keep = [this] {
        if (!m_keep->isEnabled())
            return;
        emit kept(result());
        accept();
    };
    connect(m_useLast, &QPushButton::clicked, this, [this] { begin(*m_last); });
    connect(forget, &QPushButton::clicked, this, [this] {
        emit forgotten();
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, keep);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter })
        connect(
            new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this, keep);
    return bar;
}

void KeepResultDialog::begin(const KeptMember &base)
{
    m_base = base;
    m_text->setPlainText(base.output.result);
    showState();
}

KeptMember KeepResultDialog::result() const
{
    const QString text = m_text->toPlainText();
    if (text == m_base.output.result)
        return m_base;
    return { readStepOutput(text), m_base.when, true };
}

void KeepResultDialog::showState()
{
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    m_keep->setEnabled(!isEmpty);
    m_useLast->setEnabled(m_last && m_last->output.result != m_text->toPlainText());
    //: %1 is such as: of 23 Nov 2026 10:32, changed by you
    m_origin->setText(isEmpty ? tr("Write the result that the others shall get.")
                              : tr("Result %1").arg(keptOrigin(result())));
}

} // namespace renum::ui
