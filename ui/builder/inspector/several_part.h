// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

#include <functional>

class QPushButton;

namespace renum {
struct WorkflowAgent;
}

namespace renum::ui {

class ChoiceField;
class FlagField;
class NumberField;

/// What can be changed of several members at once.
class SeveralPart : public InspectorPart {
    Q_OBJECT

public:
    explicit SeveralPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void connectFields();
    void changeModel(const QString &model, const QString &key);
    void changeAll(const QString &step, const QString &key,
        const std::function<void(WorkflowAgent &)> &change);
    [[nodiscard]] std::vector<const WorkflowAgent *> chosen() const;

    ChoiceField *m_model;
    NumberField *m_timeout;
    FlagField *m_active;
    QPushButton *m_remove;
};

} // namespace renum::ui
