// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_text.h"

#include "app/cli/terminal_text.h"
#include "core/net/redact.h"

#include <array>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownModels = 5;

struct FeatureWords {
    ServiceFeature feature;
    const char *yes;
    const char *no;
    const char *unknown;
};

constexpr std::array Words {
    FeatureWords { ServiceFeature::TeamTools, "Agents can call their team's tools.",
        "Agents cannot call their team's tools.",
        "Whether a model can call its team's tools shows when it works." },
    FeatureWords { ServiceFeature::FollowUpTurns, "A conversation can go on in further turns.",
        "Further turns of a conversation need access to Supabase.", "" },
    FeatureWords { ServiceFeature::FindRunsAgain,
        "Runs go on without Renum and are found again after a crash.",
        "A run ends with Renum: what a crash interrupts is done again.", "" },
    FeatureWords { ServiceFeature::LookUpStarts, "A start whose answer was lost can be looked up.",
        "A start whose answer was lost cannot be looked up beforehand; its runs are listed "
        "afterwards.",
        "" },
    FeatureWords { ServiceFeature::ResumeStreams, "A broken stream goes on where it ended.",
        "A broken stream is read again from its beginning.", "" },
    FeatureWords { ServiceFeature::OwnAgents, "Agents of your own can run here.",
        "Agents are those of the service; your own run at model endpoints.", "" },
    FeatureWords { ServiceFeature::StructuredOutput, "Answers can follow a schema.",
        "Answers cannot follow a schema.",
        "Whether a model follows an output schema shows when it works; Renum checks each answer." },
};

QString safe(const QString &text)
{
    return printable(redact(text), LineBreaks::Fold);
}

QString featureLine(const FeatureSupport &each)
{
    for (const FeatureWords &words : Words) {
        if (words.feature != each.feature)
            continue;
        const char *text = each.support == Support::Yes ? words.yes
            : each.support == Support::No               ? words.no
                                                        : words.unknown;
        return QString::fromLatin1(text);
    }
    return {};
}

QString accountLine(const ServiceAccount &account)
{
    QStringList parts;
    if (!account.plan.isEmpty())
        parts.append(u"plan %1"_s.arg(safe(account.plan)));
    if (!account.credits.isEmpty())
        parts.append(u"credits %1"_s.arg(safe(account.credits)));
    if (account.canRun)
        parts.append(*account.canRun ? u"agents can run"_s : u"agents cannot run now"_s);
    return parts.isEmpty() ? u"The account is accepted."_s
                           : u"Account: %1."_s.arg(parts.join(", "_L1));
}

QString modelsLine(const QStringList &models)
{
    if (models.isEmpty())
        return u"It lists no models."_s;
    QStringList shown;
    for (const QString &model : models.mid(0, ShownModels))
        shown.append(safe(model));
    const QString more = models.size() > ShownModels ? u", …"_s : QString();
    return u"%1 %2: %3%4."_s.arg(QString::number(models.size()),
        models.size() == 1 ? u"model"_s : u"models"_s, shown.join(", "_L1), more);
}

QStringList contentLines(const ConnectionReport &report)
{
    QStringList lines;
    if (report.account)
        lines.append(accountLine(*report.account));
    else if (report.accountError)
        lines.append(u"The account cannot be read: %1"_s.arg(safe(report.accountError->message)));
    if (report.agents)
        lines.append(*report.agents == 1 ? u"1 agent."_s : u"%1 agents."_s.arg(*report.agents));
    else if (report.agentsError)
        lines.append(u"The agents cannot be read: %1"_s.arg(safe(report.agentsError->message)));
    if (report.models)
        lines.append(modelsLine(*report.models));
    else if (report.modelsError)
        lines.append(u"The models cannot be read: %1"_s.arg(safe(report.modelsError->message)));
    if (report.lacksModel())
        lines.append(u"The model \"%1\" is not among them."_s.arg(safe(report.wantedModel)));
    return lines;
}

} // namespace

QStringList reportLines(const ConnectionReport &report)
{
    const bool suna = report.service == ConnectionReport::Service::Suna;
    if (report.error) {
        return { u"%1 cannot be used."_s.arg(safe(report.address)), safe(report.error->message) };
    }
    QStringList lines;
    lines.append(suna
            ? u"Suna %1 answers at %2 and is healthy."_s.arg(report.family, safe(report.address))
            : u"A model endpoint answers at %1."_s.arg(safe(report.address)));
    lines += contentLines(report);
    for (const FeatureSupport &each : report.features)
        lines.append(featureLine(each));
    return lines;
}

} // namespace renum::cli
