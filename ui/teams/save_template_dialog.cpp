// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/save_template_dialog.h"

#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int DialogWidth = 15 * Theme::ControlHeight;
constexpr int DescriptionHeight = 3 * Theme::ControlHeight;
constexpr int LongestName = 100;
} // namespace

SaveTemplateDialog::SaveTemplateDialog(
    const TemplateDocument &document, Secrets secrets, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_category(new QLineEdit(this))
    , m_author(new QLineEdit(this))
{
    setWindowTitle(tr("Save as a template"));
    setMinimumWidth(DialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(windowTitle(), TextStyle::Title, ColorToken::Text, this));
    layout->addWidget(wrappedText(slotText(), TextStyle::Body, ColorToken::TextDim, this));
    layout->addWidget(makeForm());
    if (secrets == Secrets::LeftOut) {
        auto *warning = wrappedText(tr("Something in this team looks like a password or a key. It "
                                       "is left out of the template."),
            TextStyle::Body, ColorToken::Warn, this);
        warning->setObjectName(u"templateSecrets"_s);
        layout->addWidget(warning);
    }
    layout->addWidget(makeButtons());
}

QString SaveTemplateDialog::slotText() const
{
    QStringList names;
    for (const WorkflowAgent &member : m_document.content.workflow.agents) {
        if (member.kind == MemberKind::Agent)
            names.append(member.displayName());
    }
    return tr("The agents become places, which are filled when somebody uses the template: %1.")
        .arg(QLocale().createSeparatedList(names));
}

QWidget *SaveTemplateDialog::makeForm()
{
    m_name->setObjectName(u"templateName"_s);
    m_name->setText(m_document.content.name);
    m_name->setMaxLength(LongestName);
    m_description->setObjectName(u"templateDescription"_s);
    m_description->setPlainText(m_document.content.description);
    m_description->setFixedHeight(DescriptionHeight);
    m_description->setTabChangesFocus(true);
    m_category->setObjectName(u"templateCategory"_s);
    m_category->setPlaceholderText(tr("For example Research"));
    m_author->setObjectName(u"templateAuthor"_s);
    m_author->setPlaceholderText(tr("Who made it, for those who get the file"));
    auto *form = new QWidget(this);
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(Theme::Space4);
    rows->setVerticalSpacing(Theme::Space2);
    rows->addRow(tr("&Name"), m_name);
    rows->addRow(tr("&Description"), m_description);
    rows->addRow(tr("&Category"), m_category);
    rows->addRow(tr("&Made by"), m_author);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &name) { m_accept->setEnabled(!name.simplified().isEmpty()); });
    return form;
}

QWidget *SaveTemplateDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(tr("Save template"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"saveTemplate"_s);
    m_accept->setEnabled(!m_name->text().simplified().isEmpty());
    setLook(m_accept, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

TemplateDocument SaveTemplateDialog::document() const
{
    TemplateDocument document = m_document;
    document.content.name = m_name->text().simplified();
    document.content.description = m_description->toPlainText().trimmed();
    document.content.category = m_category->text().simplified();
    document.author = m_author->text().simplified();
    return document;
}

bool SaveTemplateDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return handled;
}

} // namespace renum::ui
