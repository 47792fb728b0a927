// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/endpoints_section.h"

#include "ui/settings/endpoint_dialog.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

EndpointsSection::EndpointsSection(Workspace *workspace, Theme *theme, QWidget *parent)
    : DefinitionsSection(workspace, theme, parent)
{
    m_add->setObjectName(u"addEndpoint"_s);
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
    showEntries();
}

void EndpointsSection::showEntries()
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

void EndpointsSection::edit(const QString &id)
{
    const EndpointDefinition *known = find(m_endpoints, id);
    const EndpointDefinition endpoint = known ? *known : EndpointDefinition();
    (new EndpointDialog(m_workspace, m_theme, endpoint, window()))->open();
}

void EndpointsSection::removeAsked(const QString &id)
{
    const EndpointDefinition *known = find(m_endpoints, id);
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
    if (!removed)
        showFailure(removed.error());
    else
        emit toastRequested({ tr("“%1” was removed.").arg(endpoint.name), {}, {}, false });
}

void EndpointsSection::retranslate()
{
    m_hint->setText(tr("Agents can also run at servers that speak as OpenAI does, on this computer "
                       "or elsewhere, with no Suna at all. Their models are agents themselves."));
    m_add->setText(tr("Add an endpoint…"));
}

} // namespace renum::ui
