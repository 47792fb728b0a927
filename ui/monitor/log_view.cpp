// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log_view.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct LevelColors {
    ColorToken text;
    ColorToken background;
};

LevelColors colorsOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return { ColorToken::Err, ColorToken::ErrBackground };
    case LogLevel::Warning:
        return { ColorToken::Warn, ColorToken::WarnBackground };
    case LogLevel::Info:
        return { ColorToken::Ok, ColorToken::OkBackground };
    case LogLevel::Debug:
        break;
    }
    return { ColorToken::Neutral, ColorToken::NeutralBackground };
}

/// Time, level and sentence in three columns.
class LogDelegate : public QStyledItemDelegate {
public:
    LogDelegate(const Theme *theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        const QFontMetrics metrics(m_theme->font(TextStyle::Label));
        return { 0, metrics.height() + 2 * Theme::Space1 + 1 };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme->color(ColorToken::AccentBackground));
        QRect rest = option.rect.adjusted(Theme::Space3, 0, -Theme::Space2, 0);

        painter->setFont(m_theme->font(TextStyle::Mono));
        painter->setPen(m_theme->color(ColorToken::TextDim));
        const int timeWidth = painter->fontMetrics().horizontalAdvance(u"00:00:00.0"_s);
        painter->drawText(
            rest, Qt::AlignLeft | Qt::AlignVCenter, index.data(LogModel::TimeRole).toString());
        rest.setLeft(rest.left() + timeWidth + Theme::Space2);

        rest.setLeft(rest.left() + paintLevel(*painter, rest, index) + Theme::Space3);
        painter->setFont(m_theme->font(TextStyle::Label));
        painter->setPen(m_theme->color(ColorToken::Text));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data(LogModel::TextRole).toString(), Qt::ElideRight, rest.width()));
        painter->setPen(m_theme->color(ColorToken::Line));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

private:
    /// The width of the level's column.
    int paintLevel(QPainter &painter, const QRect &at, const QModelIndex &index) const
    {
        const auto level = static_cast<LogLevel>(index.data(LogModel::LevelRole).toInt());
        const LevelColors colors = colorsOf(level);
        const QString word = LogModel::levelText(level);
        painter.setFont(m_theme->font(TextStyle::Small));
        int column = 0;
        for (const LogLevel each :
            { LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error })
            column = std::max(
                column, painter.fontMetrics().horizontalAdvance(LogModel::levelText(each)));
        const int width = painter.fontMetrics().horizontalAdvance(word) + 2 * Theme::Space2;
        const int height = painter.fontMetrics().height() + 2;
        const QRectF pill(at.left(), at.center().y() - height / 2.0, width, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(colors.background));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(m_theme->color(colors.text));
        painter.drawText(pill, Qt::AlignCenter, word);
        return column + 2 * Theme::Space2;
    }

    const Theme *m_theme;
};

} // namespace

LogView::LogView(LogModel *model, Theme *theme, QWidget *parent)
    : QListView(parent)
{
    setModel(model);
    setItemDelegate(new LogDelegate(theme, this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Log"));
    setToolTip(tr("What happened, oldest first. Choose a row to see its agent."));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
        [this](int value) { m_follow = value >= verticalScrollBar()->maximum(); });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        if (m_follow)
            verticalScrollBar()->setValue(maximum);
    });
    const auto choose = [this](const QModelIndex &index) {
        const auto agent = index.data(LogModel::AgentRole).value<AgentId>();
        if (!agent.isEmpty())
            emit agentChosen(agent);
    };
    connect(this, &QListView::activated, this, choose);
    connect(this, &QListView::clicked, this, choose);
    connect(theme, &Theme::changed, this, [this] { viewport()->update(); });
}

} // namespace renum::ui
