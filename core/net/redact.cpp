// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact.h"

#include <QRegularExpression>

#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

Rule rule(const QString &pattern, const QString &replacement)
{
    Rule made { QRegularExpression(pattern,
                    QRegularExpression::CaseInsensitiveOption
                        | QRegularExpression::DotMatchesEverythingOption),
        replacement };
    made.pattern.optimize();
    return made;
}

// A value after a telling name. Quoted ones may hold escapes, may stand inside a JSON text that is
// itself a JSON string (\"…\"), and may have been cut before the closing quote.
const QString quotedValue = uR"re("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|$))re"
                            uR"re(|'[^'\\]*+(?:\\.[^'\\]*+)*+(?:'|$))re"
                            uR"re(|\\+"[^"\\]*+(?:\\+"|\\*$))re"_s;
const QString nestedValue = uR"re(\{[^{}]*+\}?|\[[^\[\]]*+\]?)re"_s;
const QString plainValue = uR"re([^\s"',;&{}\[\]\\]+)re"_s;

/// Ordered: whole shapes first, so that the rules for names find them already replaced.
const std::array<Rule, 8> &rules()
{
    static const std::array<Rule, 8> all {
        rule(uR"re((://[^/\s:@]+):[^/\s@]+@)re"_s, u"\\1:•••@"_s),
        rule(uR"re((?<![a-z0-9])pk_[^\s:"'&]+:sk_[^\s"'&,;\\]+)re"_s, u"•••"_s),
        rule(uR"re((?<![a-z0-9])(?:sk-|sk_|rnm_)[a-z0-9_-]{6,})re"_s, u"•••"_s),
        rule(uR"re((?<![a-z0-9])eyJ[a-z0-9_-]{6,}(?:\.[a-z0-9_-]*){0,2})re"_s, u"•••"_s),
        rule(uR"re(\b(bearer)\s+[a-z0-9._~+/=-]{6,})re"_s, u"\\1 •••"_s),
        rule(uR"re((authorization\\*["']?\s*[:=]\s*)(?:)re"_s % quotedValue
                % uR"re(|(?:(?:basic|bearer|digest|token|apikey)\s+)?[^\s"',;&]+))re"_s,
            u"\\1•••"_s),
        rule(uR"re(((?:token|api[_-]?keys?|encrypted_[a-z0-9_]+|password|passwd|secret))re"_s
             uR"re(\\*["']?\s*[:=]\s*)(?:)re"_s
                % quotedValue % u'|' % nestedValue % u'|' % plainValue % u')',
            u"\\1•••"_s),
        // What a rule for names left of `Authorization: Bearer <token with odd characters>`.
        rule(uR"re(\b(bearer)\s+•••[^\s"',;&\\]+)re"_s, u"\\1 •••"_s),
    };
    return all;
}

} // namespace

QString redact(const QString &text)
{
    QString clean = text;
    for (const Rule &each : rules())
        clean.replace(each.pattern, each.replacement);
    return clean;
}

} // namespace renum
