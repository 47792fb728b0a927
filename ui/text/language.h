// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <optional>

namespace renum::ui {

/// The language of the interface, changed while running: widgets get QEvent::LanguageChange. Also
/// sets QLocale's default, so that numbers and dates follow. Made once in main().
class Language : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, English, BrazilianPortuguese };
    Q_ENUM(Choice)

    using QObject::QObject;
    ~Language() override;

    void apply(Choice choice);
    [[nodiscard]] Choice choice() const noexcept { return m_choice; }

    /// `system`, `en` or `pt_BR`, as on the command line; none for another name.
    [[nodiscard]] static std::optional<Choice> fromName(const QString &name);

private:
    Choice m_choice = Choice::English;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace renum::ui
