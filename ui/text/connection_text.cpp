// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/connection_text.h"

#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

QString placeOf(const ConnectionStatus &status)
{
    const bool local = status.place.isEmpty() || status.place == u"This computer"_s;
    return local ? ConnectionWords::tr("This computer") : status.place;
}

bool hasOnlyModels(const ConnectionStatus &status)
{
    return !status.parts.isEmpty()
        && status.parts.constFirst().kind == ConnectionPart::Kind::Models;
}

/// What does not answer while something else does.
QStringList failingSentences(const ConnectionStatus &status)
{
    QStringList sentences;
    for (const ConnectionPart &part : status.parts) {
        if (part.error)
            //: A server's name or address, then what is wrong with it
            sentences.append(
                ConnectionWords::tr("%1 cannot be used: %2")
                    .arg(part.name.isEmpty() ? part.address : part.name, errorText(*part.error)));
    }
    return sentences;
}

QString connectedSentence(const ConnectionStatus &status)
{
    return status.demo ? ConnectionWords::tr(
               "The demo is running on this computer. Its agents are simulated and cost "
               "nothing.")
                       : ConnectionWords::tr("Connected: %1.").arg(status.service);
}

QString serviceOf(const ConnectionStatus &status)
{
    if (status.demo)
        return ConnectionWords::tr("Demo");
    switch (status.state) {
    case ConnectionStatus::State::Unconfigured:
        return ConnectionWords::tr("no agent service");
    case ConnectionStatus::State::Connecting:
        return ConnectionWords::tr("connecting…");
    case ConnectionStatus::State::Connected:
        return hasOnlyModels(status) ? ConnectionWords::tr("models") : ConnectionWords::tr("Suna");
    case ConnectionStatus::State::Failed:
        return hasOnlyModels(status) ? ConnectionWords::tr("models unreachable")
                                     : ConnectionWords::tr("Suna unreachable");
    }
    Q_UNREACHABLE();
}

} // namespace

QString connectionSummary(const ConnectionStatus &status)
{
    //: Where teams are kept, then the service that runs the agents
    return ConnectionWords::tr("%1 · %2").arg(placeOf(status), serviceOf(status));
}

QString connectionSentence(const ConnectionStatus &status)
{
    switch (status.state) {
    case ConnectionStatus::State::Unconfigured:
        return ConnectionWords::tr(
            "No agent service is connected. Teams can be edited, but not run.");
    case ConnectionStatus::State::Connecting:
        return ConnectionWords::tr("Connecting to the agent service…");
    case ConnectionStatus::State::Connected:
        return QStringList(QStringList { connectedSentence(status) } + failingSentences(status))
            .join(u'\n');
    case ConnectionStatus::State::Failed:
        return status.error ? errorText(*status.error)
                            : ConnectionWords::tr("The agent service cannot be reached.");
    }
    Q_UNREACHABLE();
}

} // namespace renum::ui
