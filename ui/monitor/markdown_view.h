// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>
#include <QTimer>

namespace renum::ui {

class Theme;

/// Shows an agent's words, which are untrusted: Markdown without HTML, without automatic links,
/// without loading anything from anywhere; links are not followed. A text may grow: finished blocks
/// are rendered once, the unfinished end is plain text, and no update costs more than a frame.
class MarkdownView : public QTextEdit {
    Q_OBJECT

public:
    enum class Mode {
        Growing, ///< more may come: the end is plain, with a caret
        Complete,
        Raw, ///< the characters as they are
    };
    /// More than this is not shown; the note at the end says so.
    static constexpr qsizetype MostCharacters = 2'000'000;

    explicit MarkdownView(Theme *theme, QWidget *parent = nullptr);

    /// Shows `text`; cheap when it only grew.
    void setSource(const QString &text, Mode mode);
    [[nodiscard]] const QString &source() const noexcept { return m_source; }
    /// Everything has been rendered (long texts take several frames).
    [[nodiscard]] bool isSettled() const { return !m_work.isActive(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void reset();
    void renderSlice();
    void renderPiece(const QString &markdown);
    void appendRaw(const QString &text);
    void showTail();
    void removeTail();
    [[nodiscard]] bool isAtEnd() const;
    void scrollToEnd();

    Theme *m_theme;
    QString m_source;
    Mode m_mode = Mode::Complete;
    qsizetype m_rendered = 0; ///< characters of m_source that are rendered for good
    QString m_fence; ///< code fence open at m_rendered
    int m_tailStart = -1; ///< document position of the plain end; -1: none is shown
    QString m_tail; ///< what is shown there, without caret
    QTimer m_work;
};

} // namespace renum::ui
