// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

#include <functional>

namespace renum {
struct RetryConfig;
}

namespace renum::ui {

class ChoiceField;
class FlagField;
class NumberField;

/// How long a member may take, how often it is tried, and what its failure means.
class LimitsPart : public InspectorPart {
    Q_OBJECT

public:
    explicit LimitsPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void makeCategories();
    void connectFields();
    void connectNumber(NumberField *field, const QString &key,
        const std::function<void(RetryConfig &, std::optional<double>)> &set);
    void changeRetry(const QString &key, const std::function<void(RetryConfig &)> &change);
    void changeCategory(const QString &name, bool on);
    void refreshRetry();

    NumberField *m_timeout;
    NumberField *m_attempts;
    NumberField *m_firstWait;
    NumberField *m_factor;
    NumberField *m_longestWait;
    FlagField *m_ownCategories;
    std::vector<std::pair<QString, FlagField *>> m_categories; ///< by name in `retry_on`
    ChoiceField *m_failure;
};

} // namespace renum::ui
