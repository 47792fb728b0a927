// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/version_delegate.h"

#include "ui/builder/versions/version_list_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

namespace renum::ui {

namespace {
constexpr int SentenceLines = 2;
} // namespace

VersionDelegate::VersionDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize VersionDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    const int title = QFontMetrics(m_theme->font(TextStyle::BodyStrong)).height();
    const int line = QFontMetrics(m_theme->font(TextStyle::Label)).height();
    return { 0, title + (1 + SentenceLines) * line + 2 * Theme::Space1 + 2 * Theme::Space2 };
}

void VersionDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The background and the sign of the focus as in every list.
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    painter->save();
    QRect line = option.rect.adjusted(Theme::Space3, Theme::Space2, -Theme::Space3, -Theme::Space2);
    const auto write = [&](const QString &text, TextStyle textStyle, ColorToken color) {
        painter->setFont(m_theme->font(textStyle));
        painter->setPen(m_theme->color(color));
        const QFontMetrics metrics = painter->fontMetrics();
        line.setHeight(metrics.height());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height() + Theme::Space1);
    };
    write(index.data().toString(), TextStyle::BodyStrong, ColorToken::Text);
    write(
        index.data(VersionListModel::SavedRole).toString(), TextStyle::Label, ColorToken::TextDim);
    line.setBottom(option.rect.bottom() - Theme::Space2);
    painter->setPen(m_theme->color(ColorToken::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
        index.data(VersionListModel::SentenceRole).toString());
    painter->restore();
}

} // namespace renum::ui
