// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace renum::ui {

/// The named colours of the product (visual design, "One place"). No colour literal anywhere else.
enum class ColorToken {
    Window,
    Panel,
    PanelAlt,
    Line,
    Canvas,
    CanvasDot,
    Text,
    TextDim,
    TextFaint,
    Accent,
    AccentBackground,
    AccentText, ///< on Accent
    AccentStrong, ///< accent-coloured words, also on AccentBackground
    Ok,
    OkBackground,
    Warn,
    WarnBackground,
    Err,
    ErrBackground,
    Neutral, ///< waiting, skipped, stopped
    NeutralBackground,
};

/// Type scale, in steps from the system's font size.
enum class TextStyle { Small, Label, Body, BodyStrong, Title, Headline, Figure, Mono };

/// How one state looks: icon, word and colour always together, never colour alone.
struct StateLook {
    QString icon; ///< name for Theme::icon
    QString word; ///< translated
    ColorToken color = ColorToken::Neutral;
    ColorToken background = ColorToken::NeutralBackground;
};

/// Colours, fonts, sizes and icons of the product, light and dark, following the system while
/// running. Under a high-contrast or custom palette it keeps that palette. Made once in main() and
/// passed to whoever paints; lives on the GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    // 4 px grid, in device-independent pixels.
    static constexpr int Space1 = 4;
    static constexpr int Space2 = 8;
    static constexpr int Space3 = 12;
    static constexpr int Space4 = 16;
    static constexpr int Space6 = 24;
    static constexpr int ControlHeight = 32;
    static constexpr int TargetSize = 24; ///< smallest thing a pointer has to hit
    static constexpr int IconSize = 20;
    static constexpr int SmallIconSize = 16;
    static constexpr int Hairline = 1;
    static constexpr int ControlRadius = 6;
    static constexpr int CardRadius = 8;
    static constexpr int RailWidth = 72;
    static constexpr int HeaderHeight = 52;

    explicit Theme(Mode mode = Mode::System, QObject *parent = nullptr);
    ~Theme() override;

    /// Sets the application's style, palette, font and style sheet, now and on every change.
    void install();

    [[nodiscard]] Mode mode() const noexcept;
    void setMode(Mode mode);
    /// `system`, `light` or `dark`, as on the command line; none for another name.
    [[nodiscard]] static std::optional<Mode> modeFromName(const QString &name);
    [[nodiscard]] bool isDark() const noexcept;

    [[nodiscard]] QColor color(ColorToken token) const;
    /// Colour of the n-th agent or data series, from 0; four base colours, then shades of them.
    [[nodiscard]] QColor seriesColor(int index) const;
    [[nodiscard]] QFont font(TextStyle style) const;
    /// A monochrome icon of resources/icons, tinted with the token's colour when it is painted, so
    /// it follows the theme. A checked tool button or menu entry shows it in `checked`, a disabled
    /// one faint.
    [[nodiscard]] QIcon icon(const QString &name, ColorToken token = ColorToken::Text) const;
    [[nodiscard]] QIcon icon(const QString &name, ColorToken token, ColorToken checked) const;

    [[nodiscard]] static StateLook look(StepStatus status);
    [[nodiscard]] static StateLook look(ExecutionStatus status);
    /// Look of a step in full: a running step that waits for its next attempt is "Retry".
    [[nodiscard]] static StateLook look(const StepRecord &step);

    /// Colours of a custom or high-contrast system palette are in use instead of ours.
    [[nodiscard]] bool usesSystemPalette() const noexcept;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
