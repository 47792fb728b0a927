// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/net/json_limits.h"
#include "tests/fuzz/fuzz_input.h"

using namespace renum;
using namespace renum::fuzz;

namespace {

constexpr JsonLimits Limits { .maxBytes = 64 * 1024, .maxDepth = 32 };

int depthOf(const Json &value)
{
    if (!value.is_structured())
        return 0;
    int deepest = 0;
    for (const Json &inner : value)
        deepest = std::max(deepest, depthOf(inner));
    return deepest + 1;
}

} // namespace

/// What is accepted keeps the limits, and survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<Json> value = parseJson(bytes, Limits);
    if (!value) {
        require(!value.error().code.isEmpty(), "an error has a code");
        require(!value.error().message.isEmpty(), "an error has a sentence");
        return 0;
    }
    require(size <= size_t(Limits.maxBytes), "what is accepted is not too large");
    require(depthOf(*value) <= Limits.maxDepth, "what is accepted is not too deep");
    const QByteArray written = canonicalJson(*value);
    const Result<Json> again = parseJson(written, JsonLimits { .maxDepth = Limits.maxDepth });
    require(again.ok(), "what was written can be read");
    require(canonicalJson(*again) == written, "writing is canonical");
    return 0;
}
