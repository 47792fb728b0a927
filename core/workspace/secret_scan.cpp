// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/secret_scan.h"

#include "core/net/redact_json.h"
#include "core/workflow/editing/problem_place.h"

#include <QRegularExpression>

#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Shapes that a log of ours never has, but that people paste into instructions.
const std::array<QRegularExpression, 5> &pastedShapes()
{
    static const std::array<QRegularExpression, 5> shapes {
        QRegularExpression(uR"re(-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----)re"
                           uR"re(.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$))re"_s,
            QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(uR"re((?<![A-Za-z0-9])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9]))re"_s),
        QRegularExpression(uR"re((?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,})re"_s),
        QRegularExpression(uR"re((?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,})re"_s),
        QRegularExpression(uR"re((?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,})re"_s),
    };
    return shapes;
}

Json withoutPasted(const Json &value)
{
    if (value.is_string()) {
        QString text = toQString(value);
        for (const QRegularExpression &shape : pastedShapes())
            text.replace(shape, u"•••"_s);
        return toJson(text);
    }
    Json clean = value;
    if (value.is_structured()) {
        for (auto &member : clean)
            member = withoutPasted(member);
    }
    return clean;
}

Json masked(const TeamDraft &team)
{
    return redactedJson(withoutPasted(toJson(team)));
}

QString segmentOf(const std::string &key)
{
    QString segment = QString::fromStdString(key);
    return u'/' + segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

/// The texts that masking has changed.
class Differences {
public:
    explicit Differences(const WorkflowDefinition &workflow)
        : m_workflow(workflow)
    {
    }

    void compare(const Json &before, const Json &after, const QString &path)
    {
        if (before == after)
            return;
        if (before.is_object() && after.is_object()) {
            for (const auto &[key, value] : before.items())
                compare(value, after.value(key, Json()), path + segmentOf(key));
        } else if (before.is_array() && after.is_array() && before.size() == after.size()) {
            for (size_t i = 0; i < before.size(); ++i)
                compare(before[i], after[i], path + u'/' + QString::number(i));
        } else {
            m_findings.append({ path, memberOf(m_workflow, { {}, {}, path, {}, {} }),
                after.is_string() ? toQString(after) : u"•••"_s });
        }
    }

    QList<SecretFinding> take() { return std::move(m_findings); }

private:
    const WorkflowDefinition &m_workflow;
    QList<SecretFinding> m_findings;
};

} // namespace

QList<SecretFinding> secretsIn(const TeamDraft &team)
{
    Differences differences(team.workflow);
    differences.compare(toJson(team), masked(team), {});
    return differences.take();
}

TeamDraft withoutSecrets(const TeamDraft &team)
{
    return readTeamDraft(masked(team)).draft;
}

} // namespace renum
