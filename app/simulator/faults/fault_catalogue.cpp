// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_catalogue.h"

#include "core/model/error_codes.h"

#include <QFile>

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

QString textAt(const Json &object, const char *key)
{
    return stringAt(object, key).value_or(QString());
}

CatalogueEntry readEntry(const Json &json)
{
    CatalogueEntry entry { textAt(json, "id"), textAt(json, "title"), textAt(json, "operation"), {},
        {} };
    for (const Json &profile : json.at("families"))
        entry.profiles += toQString(profile);
    for (const Json &variant : json.at("variants"))
        entry.variants.append({ textAt(variant, "name"), variant.at("plays") });
    return entry;
}

/// The file is part of the program, so that what is wrong with it is a mistake of ours.
QList<CatalogueEntry> readCatalogue()
{
    QFile file(u":/suna-sim/catalogue.json"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    const QByteArray bytes = open ? file.readAll() : QByteArray();
    const Json json = Json::parse(bytes.cbegin(), bytes.cend());
    QList<CatalogueEntry> entries;
    for (const Json &entry : json.at("faults"))
        entries.append(readEntry(entry));
    return entries;
}

} // namespace

const CatalogueEntry::Variant *CatalogueEntry::variant(const QString &name) const
{
    if (name.isEmpty())
        return &variants.constFirst();
    const auto found = std::ranges::find(variants, name, &Variant::name);
    return found == variants.cend() ? nullptr : &*found;
}

const QList<CatalogueEntry> &faultCatalogue()
{
    static const QList<CatalogueEntry> entries = readCatalogue();
    return entries;
}

const CatalogueEntry *catalogueEntry(const QString &id)
{
    const QList<CatalogueEntry> &entries = faultCatalogue();
    const auto found = std::ranges::find(entries, id, &CatalogueEntry::id);
    return found == entries.cend() ? nullptr : &*found;
}

QStringList faultsNotShownBy(Family family, const QList<Fault> &faults)
{
    QStringList shown;
    QStringList asked;
    for (const Fault &fault : faults) {
        if (!fault.id.isEmpty())
            (fault.families.contains(family) ? shown : asked).append(fault.id);
    }
    asked.removeDuplicates();
    asked.removeIf([&shown](const QString &id) { return shown.contains(id); });
    return asked;
}

std::optional<Error> faultsProblem(Family family, const QList<Fault> &faults)
{
    const QStringList ids = faultsNotShownBy(family, faults);
    if (ids.isEmpty())
        return std::nullopt;
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"This version of Suna does not show these faults: %1. Leave them out, or choose another "
        "profile."_s.arg(ids.join(", "_L1)) };
}

} // namespace renum::sim
