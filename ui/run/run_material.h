// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QWidget>

namespace renum::ui {

class ObjectInput;
class Theme;

/// What a person gives a run to begin with, besides the prompt: values in the context, which every
/// agent sees, and in the shared memory.
class RunMaterial : public QWidget {
    Q_OBJECT

public:
    explicit RunMaterial(Theme *theme, QWidget *parent = nullptr);

    /// Writes what was given. False, with the field in focus, when something is no object.
    [[nodiscard]] bool apply(ExecutionConfig &config);

signals:
    void changed();

private:
    ObjectInput *m_context;
    ObjectInput *m_memory;
};

} // namespace renum::ui
