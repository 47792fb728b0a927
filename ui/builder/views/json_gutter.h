// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/json_editor.h"

namespace renum::ui {

/// The strip at the left of a JsonEditor.
class JsonGutter : public QWidget {
    Q_OBJECT

public:
    explicit JsonGutter(JsonEditor *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

private:
    JsonEditor *m_editor;
};

} // namespace renum::ui
