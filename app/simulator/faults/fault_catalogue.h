// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "core/model/error.h"
#include "core/model/json.h"

namespace renum::sim {

/// One of the numbered faults of suna-api §11, as catalogue.json writes it down.
struct CatalogueEntry {
    struct Variant {
        QString name;
        Json plays; ///< an array of faults as a scenario would spell them out
    };
    QString id; ///< `F01` to `F51`
    QString title;
    QString operation; ///< what a client does when it meets the fault
    QStringList profiles; ///< names of those that show it
    QList<Variant> variants; ///< the first one is meant when none is named

    /// Empty: the first. Nullptr when there is none of that name. Borrowed.
    [[nodiscard]] const Variant *variant(const QString &name) const;
};

/// All of them, in the order of their numbers.
[[nodiscard]] const QList<CatalogueEntry> &faultCatalogue();
/// Nullptr when there is none. Borrowed.
[[nodiscard]] const CatalogueEntry *catalogueEntry(const QString &id);
/// The numbered faults among these that `family` cannot show, for example `F08`.
[[nodiscard]] QStringList faultsNotShownBy(Family family, const QList<Fault> &faults);
/// The same as a sentence; none when all can be shown.
[[nodiscard]] std::optional<Error> faultsProblem(Family family, const QList<Fault> &faults);

} // namespace renum::sim
