// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPlainTextEdit>
#include <QPointer>

#include <map>

namespace renum::ui {

class JsonGutter;
class Theme;

/// Something to see at a place of the text.
struct JsonMark {
    qsizetype offset = 0;
    bool isError = false;
    QString sentence;
};

/// An editor for JSON: line numbers, marks at lines with something wrong, new lines that begin
/// where they should. Tab leaves it, as it leaves other fields.
class JsonEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit JsonEditor(const Theme *theme, QWidget *parent = nullptr);

    /// The text as it is, without what a text document makes of some characters.
    [[nodiscard]] QString text() const;
    /// Another text: what differs is replaced, so that cursor and scrolling stay where they are.
    /// Not to be taken back by the person.
    void replaceText(const QString &text);

    /// A list over the editor: while it can be seen, Enter, Tab and Escape are its own.
    void setPopup(const QWidget *popup) { m_popup = popup; }

    void setMarks(const QList<JsonMark> &marks);
    /// The next marked line after the cursor, from the top again after the last.
    void goToNextMark();
    void goTo(qsizetype offset);

signals:
    /// The person wants to paste more than the editor takes.
    void pasteRefused();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class JsonGutter;
    struct LineMark {
        bool isError = false;
        QString sentences;
    };
    [[nodiscard]] int gutterWidth() const;
    void placeGutter();
    void paintGutter(QPaintEvent *event);
    void underline(const QList<JsonMark> &marks);
    void beginLine();

    const Theme *m_theme;
    JsonGutter *m_gutter;
    QPointer<const QWidget> m_popup;
    std::map<int, LineMark> m_marks; ///< by line
};

} // namespace renum::ui
