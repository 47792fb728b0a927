// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace renum {

/// A text that is looked for in the values of JSON, in any case of letters, without parsing: a log
/// has millions of values.
class TextNeedle {
public:
    explicit TextNeedle(const QString &text);

    /// Names of members do not count. `json` is canonical.
    [[nodiscard]] bool isInValuesOf(QByteArrayView json) const;
    /// For SQL's LIKE with `\` as escape: matches at least wherever the text is.
    [[nodiscard]] QString likePattern() const;

private:
    [[nodiscard]] bool isIn(QByteArrayView text) const;
    [[nodiscard]] bool isBytewiseIn(QByteArrayView text) const;

    QString m_escaped; ///< as it is written in JSON
    QByteArray m_folded; ///< the same in lower case; empty when letters need more than that
};

} // namespace renum
