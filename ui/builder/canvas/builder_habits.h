// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace renum::ui {

class AppSettings;
class TeamCanvas;

/// How a person likes the canvas to behave. Every change is remembered and works at once in every
/// canvas that follows.
class BuilderHabits : public QObject {
    Q_OBJECT

public:
    enum class Wheel { Pans, Zooms }; ///< Ctrl does the other one
    Q_ENUM(Wheel)

    /// `settings` outlive this.
    explicit BuilderHabits(AppSettings *settings, QObject *parent = nullptr);

    [[nodiscard]] bool tabAdds() const;
    [[nodiscard]] bool letterKeys() const;
    [[nodiscard]] bool snaps() const;
    [[nodiscard]] Wheel wheel() const;
    void setTabAdds(bool adds);
    void setLetterKeys(bool enabled);
    void setSnaps(bool snaps);
    void setWheel(Wheel wheel);

    /// From now on the canvas behaves like that.
    void follow(TeamCanvas *canvas);

signals:
    void changed();

private:
    void apply(TeamCanvas *canvas) const;

    AppSettings *m_settings;
};

} // namespace renum::ui
