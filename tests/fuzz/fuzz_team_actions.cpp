// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_action_reader.h"
#include "tests/fuzz/fuzz_input.h"

#include <QStringList>

using namespace renum;
using namespace renum::fuzz;

namespace {

QString refusalOf(const std::optional<Error> &refusal)
{
    return refusal ? refusal->code : QString();
}

/// What came out, as text that can be compared.
QStringList told(const std::vector<TeamBlock> &blocks)
{
    QStringList texts;
    for (const TeamBlock &block : blocks) {
        require(!block.id.isEmpty(), "a block has an id");
        texts += block.id;
        texts += refusalOf(block.refusal);
        texts += QString::fromUtf8(canonicalJson(block.context));
        for (const TeamCall &call : block.calls) {
            texts += call.tool;
            texts += refusalOf(call.refusal);
            texts += QString::fromUtf8(canonicalJson(call.arguments));
        }
    }
    return texts;
}

QStringList readInPieces(const FuzzInput &input, QStringView text)
{
    TeamActionReader reader;
    QStringList texts;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = std::min(input.pieceAt(at), text.size() - at);
        texts += told(reader.append(0, text.sliced(at, size)));
        at += size;
    }
    return texts + told(reader.finish());
}

} // namespace

/// However an answer is cut into pieces, the same blocks come out, and each of them once.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const FuzzInput input(data, size);
    const QString text = QString::fromUtf8(input.whole());
    TeamActionReader reader;
    std::vector<TeamBlock> blocks = reader.append(0, text);
    const size_t beforeReplay = blocks.size();
    const std::vector<TeamBlock> again = reader.replace(0, text);
    require(again.empty(), "a block comes out once");
    for (TeamBlock &last : reader.finish())
        blocks.push_back(std::move(last));
    require(blocks.size() >= beforeReplay, "nothing is taken back");
    require(blocks.size() <= size_t(TeamActionLimits::MaxBlocksPerRun) + 1, "blocks are bounded");
    require(told(blocks) == readInPieces(input, text), "pieces change nothing");
    return 0;
}
