// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/critical_path.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <tuple>

namespace renum {

namespace {

using Index = std::size_t;

bool endsLater(const WorkSpan &a, const WorkSpan &b)
{
    return std::tie(a.end, a.start) > std::tie(b.end, b.start);
}

} // namespace

std::vector<std::size_t> criticalPath(const std::vector<WorkSpan> &spans)
{
    QHash<StepId, Index> indexOf;
    std::optional<Index> current;
    for (Index i = 0; i < spans.size(); ++i) {
        indexOf.insert(spans[i].step, i);
        if (!current || endsLater(spans[i], spans[*current]))
            current = i;
    }
    std::vector<Index> path;
    std::vector<bool> visited(spans.size(), false); // a damaged log may go in circles
    while (current && !visited[*current]) {
        visited[*current] = true;
        path.push_back(*current);
        std::optional<Index> before;
        for (const StepId &step : spans[*current].after) {
            const auto found = indexOf.constFind(step);
            if (found == indexOf.cend() || visited[*found])
                continue;
            if (!before || endsLater(spans[*found], spans[*before]))
                before = *found;
        }
        current = before;
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace renum
