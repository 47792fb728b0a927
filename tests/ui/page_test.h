// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error_codes.h"
#include "tests/ui/fake_workspace.h"
#include "tests/ui/sample_data.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace renum::ui {

/// The visible descendant with that object name, or nullptr.
template<typename T>
T *visibleChild(const QWidget *parent, const QString &name)
{
    const QList<T *> all = parent->findChildren<T *>(name);
    for (T *child : all) {
        if (child->isVisible())
            return child;
    }
    return nullptr;
}

/// The visible dialog of that type, or nullptr.
template<typename T>
T *openDialog()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (auto *dialog = qobject_cast<T *>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// A failure as the store or a service would report it.
inline Error failure(const char *code)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code), QStringLiteral("English."),
        {} };
}

} // namespace renum::ui
