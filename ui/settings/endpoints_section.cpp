// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/endpoints_section.h"

#include "ui/settings/endpoint_dialog.h"
#include "ui/settings/entry_list.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

EndpointsSection::EndpointsSection(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_hint(new WrappedLabel(this))
    , m_list(new EntryList(theme, this))
    , m_add(new QPushButton(this))
{
    setTextLook(m_hint, TextStyle::Body, ColorToken::TextDim);
    m_add->setObjectName(u"addEndpoint"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_hint);
    layout->addWidget(m_list);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list, &EntryList::editAsked, this, &EndpointsSection::edit);
    connect(m_list, &EntryList::removeAsked, this, &EndpointsSection::askAndRemove);
    connect(workspace, &Workspace::ownAgentsChanged, this, &EndpointsSection::reload);
    retranslate();
    reload();
}

QCoro::Task<> EndpointsSection::load()
{
    const QPointer<EndpointsSection> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<EndpointDefinitionList> endpoints = co_await m_workspace->modelEndpoints(stop);
    if (!self)
        co_return;
    m_endpoints = endpoints ? *endpoints : EndpointDefinitionList();
    m_problem = endpoints ? std::nullopt : std::optional(endpoints.error());
    showEndpoints();
}

void EndpointsSection::showEndpoints()
{
    QList<Entry> entries;
    for (const EndpointDefinition &endpoint : std::as_const(m_endpoints)) {
        QStringList detail { endpoint.url };
        if (!endpoint.model.isEmpty())
            detail.append(endpoint.model);
        if (endpoint.usesKey)
            detail.append(tr("key in the keychain"));
        entries.append({ endpoint.id.toString(), endpoint.name, detail.join(u" · "_s) });
    }
    m_list->setEntries(
        entries, m_problem ? errorText(*m_problem) : tr("There are no model endpoints yet."));
}

const EndpointDefinition *EndpointsSection::find(const QString &id) const
{
    const auto found = std::ranges::find(m_endpoints, EndpointId(id), &EndpointDefinition::id);
    return found == m_endpoints.cend() ? nullptr : &*found;
}

void EndpointsSection::edit(const QString &id)
{
    const EndpointDefinition *known = find(id);
    const EndpointDefinition endpoint = known ? *known : EndpointDefinition();
    (new EndpointDialog(m_workspace, m_theme, endpoint, window()))->open();
}

void EndpointsSection::askAndRemove(const QString &id)
{
    const EndpointDefinition *known = find(id);
    if (!known)
        return;
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmRemoveEndpoint"_s);
    box->setWindowTitle(tr("Remove model endpoint"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove the model endpoint “%1”?").arg(known->name));
    box->setInformativeText(known->usesKey
            ? tr("Its key is deleted from the keychain. Executions that run go on.")
            : tr("Executions that run go on."));
    QPushButton *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"confirmRemoveYes"_s);
    setLook(yes, Look::DangerButton);
    QPushButton *no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this,
        [this, endpoint = *known] { m_tasks.start(remove(endpoint)); });
    box->open();
}

QCoro::Task<> EndpointsSection::remove(EndpointDefinition endpoint)
{
    const QPointer<EndpointsSection> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> removed = co_await m_workspace->removeModelEndpoint(endpoint.id, stop);
    if (!self)
        co_return;
    const QString text
        = removed ? tr("“%1” was removed.").arg(endpoint.name) : errorText(removed.error());
    emit toastRequested({ text, {}, {}, !removed });
}

void EndpointsSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showEndpoints();
    }
    QWidget::changeEvent(event);
}

void EndpointsSection::retranslate()
{
    m_hint->setText(tr("Agents can also run at servers that speak as OpenAI does, on this computer "
                       "or elsewhere, with no Suna at all. Their models are agents themselves."));
    m_add->setText(tr("Add an endpoint…"));
}

} // namespace renum::ui
