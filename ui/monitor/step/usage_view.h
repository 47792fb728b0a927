// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/usage.h"

#include <QTreeWidget>

namespace renum::ui {

/// What a step took: calls, tokens of each kind, money and where the amount comes from. Unknown is
/// said, never shown as zero.
class UsageView : public QTreeWidget {
    Q_OBJECT

public:
    explicit UsageView(QWidget *parent = nullptr);
    /// Cheap when nothing is new.
    void setUsage(const Usage &usage);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showUsage();

    Usage m_usage;
};

/// The rows: what, and how much. Pure.
[[nodiscard]] QList<QStringList> usageRows(const Usage &usage);

} // namespace renum::ui
