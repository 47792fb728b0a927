// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/template_catalog.h"

#include "core/model/error_codes.h"
#include "core/model/workflow_codec.h"
#include "core/net/json_limits.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

// Outside any namespace, as the macro asks: the linker drops the resource of a static library
// unless someone calls its initialiser.
static void initTemplateResource()
{
    Q_INIT_RESOURCE(renum_templates);
}

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Result<TeamTemplate> loadTemplate(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::FileUnreadable),
            u"The template %1 cannot be read: %2"_s.arg(path, file.errorString()),
            { { u"file"_s, path } } };
    }
    const Result<Json> json = parseJson(file.readAll());
    if (!json)
        return json.error();
    return readTemplate(*json);
}

using AgentBySlot = QHash<QString, AgentId>;

// One pass with all names, longest first, so that an agent's id is never taken for a slot.
QRegularExpression slotPattern(const TeamTemplate &source)
{
    QStringList names;
    for (const TemplateSlot &slot : source.slotList)
        names.append(QRegularExpression::escape(slot.slot));
    std::ranges::sort(names, std::ranges::greater(), &QString::size);
    return QRegularExpression(u"slot:(%1)(?![A-Za-z0-9-])"_s.arg(names.join(u'|')));
}

QString replaceSlots(
    const QString &text, const QRegularExpression &pattern, const AgentBySlot &agentBySlot)
{
    QString result;
    qsizetype end = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += agentBySlot.value(match.captured(1)).toString();
        end = match.capturedEnd();
    }
    return result + QStringView(text).mid(end);
}

void replaceSlots(Json &json, const QRegularExpression &pattern, const AgentBySlot &agentBySlot)
{
    if (json.is_string()) {
        json = toJson(replaceSlots(toQString(json), pattern, agentBySlot));
    } else if (json.is_structured()) {
        for (Json &child : json)
            replaceSlots(child, pattern, agentBySlot);
    }
}

QStringList slotsWithoutAgent(const TeamTemplate &source, const AgentBySlot &agentBySlot)
{
    QStringList missing;
    for (const TemplateSlot &slot : source.slotList) {
        if (agentBySlot.value(slot.slot).isEmpty())
            missing.append(slot.slot);
    }
    return missing;
}

} // namespace

Result<QList<TeamTemplate>> builtInTemplates()
{
    initTemplateResource();
    QList<TeamTemplate> templates;
    for (const auto name : { "market-analysis"_L1, "software-dev"_L1, "customer-service"_L1 }) {
        const Result<TeamTemplate> loaded
            = loadTemplate(QString(u":/renum/templates/"_s + name + u".json"_s));
        if (!loaded)
            return loaded.error();
        templates.append(*loaded);
    }
    return templates;
}

Result<TeamDraft> fillTemplate(
    const TeamTemplate &source, const QString &name, const QHash<QString, AgentId> &agentBySlot)
{
    const QStringList missing = slotsWithoutAgent(source, agentBySlot);
    if (!missing.isEmpty()) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::AgentNotFound),
            u"Choose an agent for: %1."_s.arg(missing.join(u", "_s)),
            { { u"slots"_s, missing.join(u", "_s) } } };
    }
    Json json = toJson(source.workflow);
    replaceSlots(json, slotPattern(source), agentBySlot);
    const WorkflowReading reading = readWorkflow(json);
    TeamDraft draft;
    draft.name = name.trimmed().isEmpty() ? source.name : name.trimmed();
    draft.description = source.description;
    draft.workflow = reading.definition;
    return draft;
}

} // namespace renum
