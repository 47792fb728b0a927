// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/strategy_conversion.h"

#include <QDialog>

namespace renum::ui {

/// Says what another strategy would mean for a team, before it happens (feature TB-05): what is
/// lost, and what each member will get to see.
class ConversionDialog : public QDialog {
    Q_OBJECT

public:
    ConversionDialog(
        const TeamDraft &before, const StrategyConversion &conversion, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeLosses(const TeamDraft &before, const StrategyConversion &conversion);
    QWidget *makeSights(const WorkflowDefinition &workflow);
    QWidget *makeButtons(WorkflowType to);
};

} // namespace renum::ui
