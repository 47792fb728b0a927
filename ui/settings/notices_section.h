// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QCheckBox;

namespace renum::ui {

class AppSettings;

/// Which events the person is told about while they look elsewhere.
class NoticesSection : public QWidget {
    Q_OBJECT

public:
    explicit NoticesSection(AppSettings *settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<QCheckBox *, 4> m_boxes {};
};

} // namespace renum::ui
