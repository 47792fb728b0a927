// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace renum::ui {

struct RunOffer;
class Theme;

/// Says that only a part of a team runs, whose results are kept, and what is missing. Hidden when
/// there is nothing of this to say.
class PartNote : public QWidget {
    Q_OBJECT

public:
    PartNote(const RunOffer &offer, Theme *theme, QWidget *parent = nullptr);

private:
    void add(const QString &name, const QString &icon, const QString &sentence);

    Theme *m_theme;
    QVBoxLayout *m_lines;
};

} // namespace renum::ui
