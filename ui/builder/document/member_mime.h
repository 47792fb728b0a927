// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMimeData>

namespace renum::ui {

/// Members of a team as copiedMembers() writes them: on the clipboard, and while dragged.
inline constexpr const char *MembersMimeType = "application/vnd.renum.members+json";

/// The members' text in what was dragged or copied, else its plain text: a person may have got it
/// from a file or a message. Empty when there is neither.
[[nodiscard]] inline QByteArray membersText(const QMimeData *mime)
{
    if (!mime)
        return {};
    const QString type = QString::fromLatin1(MembersMimeType);
    return mime->hasFormat(type) ? mime->data(type) : mime->text().toUtf8();
}

} // namespace renum::ui
