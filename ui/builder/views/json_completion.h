// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/json_suggestions.h"

#include <QObject>

#include <functional>

class QCompleter;
class QModelIndex;
class QStandardItemModel;

namespace renum::ui {

class JsonEditor;

/// Offers what can be written at the cursor of a JsonEditor: Ctrl+Space asks, typing narrows, Enter
/// or Tab takes.
class JsonCompletion : public QObject {
    Q_OBJECT

public:
    /// `suggest` tells what can be written at a place of the editor's text. The editor is the
    /// owner.
    JsonCompletion(
        JsonEditor *editor, std::function<JsonSuggestions(const QString &, qsizetype)> suggest);

    [[nodiscard]] QCompleter *completer() const { return m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();
    void narrow();
    void take(const QModelIndex &index);

    JsonEditor *m_editor;
    std::function<JsonSuggestions(const QString &, qsizetype)> m_suggest;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    JsonSuggestions m_offered;
};

} // namespace renum::ui
