// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace renum::ui {

class Theme;

/// One thing that a person has defined.
struct Entry {
    QString id;
    QString title;
    QString detail;

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// A short list of things that can be edited and removed, one row each.
class EntryList : public QWidget {
    Q_OBJECT

public:
    explicit EntryList(Theme *theme, QWidget *parent = nullptr);

    /// Only what has changed is built anew. The text is shown when there are none.
    void setEntries(const QList<Entry> &entries, const QString &emptyText);

signals:
    void editAsked(const QString &id);
    void removeAsked(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRow(const Entry &entry);
    void rebuild();

    Theme *m_theme;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QList<Entry> m_entries;
};

} // namespace renum::ui
