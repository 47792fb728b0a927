// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QToolButton;

namespace renum::ui {

class MarkdownView;
class Theme;

/// A text that an agent or a team wrote: rendered safely or raw, to copy and to save. What is
/// copied and saved is the text itself, whatever is shown of it.
class DocumentView : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Growing, ///< Markdown, and more may come
        Markdown,
        Plain, ///< always as it is
    };

    explicit DocumentView(Theme *theme, QWidget *parent = nullptr);

    /// Cheap when it only grew. `fileName` is offered for saving.
    void setDocument(const QString &text, Kind kind, const QString &fileName);
    void clear();
    [[nodiscard]] bool isEmpty() const noexcept { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    [[nodiscard]] MarkdownView *view() const noexcept { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &icon);
    void retranslate();
    void showText();
    void copy();
    void askForFile();
    void save(const QString &path);
    void say(const QString &sentence, bool isError);

    Theme *m_theme;
    MarkdownView *m_view;
    QToolButton *m_raw;
    QToolButton *m_copy;
    QToolButton *m_save;
    QLabel *m_said;
    QString m_text;
    Kind m_kind = Kind::Markdown;
    QString m_fileName;
};

} // namespace renum::ui
