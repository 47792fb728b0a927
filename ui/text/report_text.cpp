// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/report_text.h"

#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr qsizetype ShownModels = 5;

struct FeatureSentences {
    ServiceFeature feature;
    const char *yes;
    const char *no;
    const char *unknown;
};

constexpr std::array Features {
    FeatureSentences { ServiceFeature::TeamTools,
        QT_TRANSLATE_NOOP("Report", "Agents can call their team's tools."),
        QT_TRANSLATE_NOOP("Report", "Agents cannot call their team's tools."),
        QT_TRANSLATE_NOOP(
            "Report", "Whether a model can call its team's tools shows when it works.") },
    FeatureSentences { ServiceFeature::FollowUpTurns,
        QT_TRANSLATE_NOOP("Report", "A conversation can go on in further turns."),
        QT_TRANSLATE_NOOP("Report", "Further turns of a conversation need access to Supabase."),
        "" },
    FeatureSentences { ServiceFeature::FindRunsAgain,
        QT_TRANSLATE_NOOP("Report", "Runs go on without Renum and are found again after a crash."),
        QT_TRANSLATE_NOOP(
            "Report", "A run ends with Renum: what a crash interrupts is done again."),
        "" },
    FeatureSentences { ServiceFeature::LookUpStarts,
        QT_TRANSLATE_NOOP("Report", "A start whose answer was lost can be looked up."),
        QT_TRANSLATE_NOOP("Report",
            "A start whose answer was lost cannot be looked up beforehand; its runs are listed "
            "afterwards."),
        "" },
    FeatureSentences { ServiceFeature::ResumeStreams,
        QT_TRANSLATE_NOOP("Report", "A broken stream goes on where it ended."),
        QT_TRANSLATE_NOOP("Report", "A broken stream is read again from its beginning."), "" },
    FeatureSentences { ServiceFeature::OwnAgents,
        QT_TRANSLATE_NOOP("Report", "Agents of your own can run here."),
        QT_TRANSLATE_NOOP(
            "Report", "Agents are those of the service; your own run at model endpoints."),
        "" },
    FeatureSentences { ServiceFeature::StructuredOutput,
        QT_TRANSLATE_NOOP("Report", "Answers can follow a schema."),
        QT_TRANSLATE_NOOP("Report", "Answers cannot follow a schema."),
        QT_TRANSLATE_NOOP("Report",
            "Whether a model follows an output schema shows when it works; Renum checks each "
            "answer.") },
};

QString featureSentence(const FeatureSupport &each)
{
    for (const FeatureSentences &row : Features) {
        if (row.feature != each.feature)
            continue;
        const char *text = each.support == Support::Yes ? row.yes
            : each.support == Support::No               ? row.no
                                                        : row.unknown;
        return ReportWords::tr(text);
    }
    return {};
}

QString accountSentence(const ServiceAccount &account)
{
    if (account.canRun && !*account.canRun)
        return ReportWords::tr(
            "The account cannot run agents now. Look at its plan and credits there.");
    bool isNumber = false;
    const double credits = account.credits.toDouble(&isNumber);
    const QString amount = isNumber
        ? QLocale().toString(credits, 'f', QLocale::FloatingPointShortest)
        : account.credits;
    if (!account.plan.isEmpty() && !amount.isEmpty())
        //: The name of a plan, and a number of credits
        return ReportWords::tr("Account: plan %1, credits %2.").arg(account.plan, amount);
    if (!account.plan.isEmpty())
        return ReportWords::tr("Account: plan %1.").arg(account.plan);
    return amount.isEmpty() ? ReportWords::tr("The account is accepted.")
                            : ReportWords::tr("Account: credits %1.").arg(amount);
}

QString modelsSentence(const QStringList &models)
{
    if (models.isEmpty())
        return ReportWords::tr("It lists no models.");
    const QString shown = models.mid(0, ShownModels).join(", "_L1);
    const int count = int(models.size());
    //: How many models there are, then the names of the first
    return models.size() > ShownModels
        ? ReportWords::tr("%n model(s), for example: %1", nullptr, count).arg(shown)
        : ReportWords::tr("%n model(s): %1", nullptr, count).arg(shown);
}

QStringList contentSentences(const ConnectionReport &report)
{
    QStringList sentences;
    if (report.account)
        sentences.append(accountSentence(*report.account));
    else if (report.accountError)
        sentences.append(
            ReportWords::tr("The account cannot be read: %1").arg(errorText(*report.accountError)));
    if (report.agents)
        sentences.append(ReportWords::tr("%n agent(s) there.", nullptr, int(*report.agents)));
    if (report.models)
        sentences.append(modelsSentence(*report.models));
    else if (report.modelsError)
        sentences.append(
            ReportWords::tr("The models cannot be read: %1").arg(errorText(*report.modelsError)));
    return sentences;
}

QString headline(const ConnectionReport &report)
{
    if (report.error)
        return errorText(*report.error);
    if (report.agentsError)
        return ReportWords::tr("It answers, but the agents cannot be read: %1")
            .arg(errorText(*report.agentsError));
    if (report.lacksModel())
        return ReportWords::tr("It answers, but it does not list the model “%1”.")
            .arg(report.wantedModel);
    if (report.service == ConnectionReport::Service::Suna)
        //: The generation of Suna's API, for example V3, then an address
        return ReportWords::tr("Suna %1 answers at %2 and is healthy.")
            .arg(report.family, report.address);
    return ReportWords::tr("A model endpoint answers at %1.").arg(report.address);
}

} // namespace

QStringList reportSentences(const ConnectionReport &report)
{
    QStringList sentences { headline(report) };
    if (report.error)
        return sentences;
    sentences += contentSentences(report);
    for (const FeatureSupport &each : report.features)
        sentences.append(featureSentence(each));
    return sentences;
}

} // namespace renum::ui
