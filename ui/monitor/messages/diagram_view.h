// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/messages/diagram_lanes.h"
#include "ui/monitor/messages/message_model.h"

#include <QListView>

namespace renum::ui {

/// A sequence diagram: a lane for each member and person, an arrow for each message. Being a list
/// of rows, it draws only those that can be seen, and keys and screen readers know it.
class DiagramView : public QListView {
    Q_OBJECT

public:
    DiagramView(MessageModel *model, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] const DiagramLanes &lanes() const noexcept { return m_lanes; }
    /// The lanes may have changed.
    void layOut();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void changeEvent(QEvent *event) override;

private:
    class Header;
    void retranslate();

    MessageModel *m_model;
    Theme *m_theme;
    DiagramLanes m_lanes;
    Header *m_header;
};

} // namespace renum::ui
