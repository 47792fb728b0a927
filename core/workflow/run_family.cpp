// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_family.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace renum {

namespace {

using Index = std::size_t;

class Family {
public:
    explicit Family(const std::vector<FamilyMember> &known)
        : m_known(known)
    {
        for (Index i = 0; i < known.size(); ++i)
            m_indexOf.insert(known[i].id, i);
        for (Index i = 0; i < known.size(); ++i) {
            if (known[i].origin)
                m_childrenOf[*known[i].origin].push_back(i);
        }
    }

    [[nodiscard]] std::optional<Index> firstOf(const ExecutionId &execution) const
    {
        const auto found = m_indexOf.constFind(execution);
        if (found == m_indexOf.cend())
            return {};
        Index first = *found;
        QSet<ExecutionId> seen { execution };
        while (m_known[first].origin) {
            const auto before = m_indexOf.constFind(*m_known[first].origin);
            if (before == m_indexOf.cend() || seen.contains(m_known[*before].id))
                break;
            first = *before;
            seen.insert(m_known[first].id);
        }
        return first;
    }

    [[nodiscard]] FamilyTree treeFrom(Index index, QSet<ExecutionId> &seen) const
    {
        FamilyTree tree { m_known[index], {} };
        seen.insert(tree.member.id);
        std::vector<Index> children = m_childrenOf.value(tree.member.id);
        std::ranges::sort(children, {}, [this](Index i) { return m_known[i].createdAt; });
        for (const Index child : children) {
            if (!seen.contains(m_known[child].id))
                tree.children.push_back(treeFrom(child, seen));
        }
        return tree;
    }

private:
    const std::vector<FamilyMember> &m_known;
    QHash<ExecutionId, Index> m_indexOf;
    QHash<ExecutionId, std::vector<Index>> m_childrenOf;
};

} // namespace

std::optional<FamilyTree> familyOf(
    const std::vector<FamilyMember> &known, const ExecutionId &execution)
{
    const Family family(known);
    const std::optional<Index> first = family.firstOf(execution);
    if (!first)
        return {};
    QSet<ExecutionId> seen;
    return family.treeFrom(*first, seen);
}

} // namespace renum
