// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

class QLabel;
class QMenu;
class QPushButton;

namespace renum {
struct InputSpec;
}

namespace renum::ui {

class FlagField;
class LongTextField;
class PromptPreviewView;
class SourceList;

/// What a member gets to work on, and what comes of it.
class InputPart : public InspectorPart {
    Q_OBJECT

public:
    explicit InputPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void connectFields();
    void fillPlaceholders();
    void change(
        const QString &step, const QString &key, const std::function<void(InputSpec &)> &change);

    QLabel *m_fixed;
    SourceList *m_sources;
    LongTextField *m_template;
    QPushButton *m_insert;
    QMenu *m_placeholders;
    FlagField *m_includeContext;
    PromptPreviewView *m_preview;
};

} // namespace renum::ui
