// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/conversion_dialog.h"

#include "ui/builder/page/conversion_text.h"
#include "ui/builder/page/strategy_bar.h"
#include "ui/builder/views/member_text.h"
#include "ui/text/format.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConversionWidth = 15 * Theme::ControlHeight;
constexpr int MostListHeight = 8 * Theme::ControlHeight;

} // namespace

ConversionDialog::ConversionDialog(
    const TeamDraft &before, const StrategyConversion &conversion, QWidget *parent)
    : QDialog(parent)
{
    const WorkflowType to = conversion.draft.workflow.type;
    //: The argument is a strategy, for example Parallel
    setWindowTitle(tr("Change to “%1”").arg(format::workflowType(to)));
    setMinimumWidth(ConversionWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(windowTitle(), TextStyle::Title, ColorToken::Text, this));
    layout->addWidget(
        wrappedText(StrategyBar::explanation(to), TextStyle::Body, ColorToken::TextDim, this));
    layout->addWidget(makeLosses(before, conversion));
    layout->addWidget(makeSights(conversion.draft.workflow));
    layout->addWidget(makeButtons(to));
}

QWidget *ConversionDialog::makeLosses(const TeamDraft &before, const StrategyConversion &conversion)
{
    auto *banner = new QWidget(this);
    setLook(banner, Look::WarnBanner);
    auto *layout = new QVBoxLayout(banner);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(
        wrappedText(tr("What is lost"), TextStyle::BodyStrong, ColorToken::Text, banner));
    for (const ConversionLoss &loss : conversion.losses) {
        auto *line = wrappedText(lossText(loss, before), TextStyle::Body, ColorToken::Text, banner);
        line->setObjectName(u"conversionLoss"_s);
        layout->addWidget(line);
    }
    return banner;
}

QWidget *ConversionDialog::makeSights(const WorkflowDefinition &workflow)
{
    auto *content = new QWidget;
    setLook(content, Look::Panel);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(wrappedText(
        tr("What each one will get"), TextStyle::BodyStrong, ColorToken::Text, content));
    const MemberNames names(workflow);
    for (const WorkflowAgent &member : workflow.agents) {
        //: A member of the team, and what it gets to see
        const QString text = tr("%1: %2").arg(member.displayName(), inputText(member.input, names));
        layout->addWidget(wrappedText(text, TextStyle::Body, ColorToken::TextDim, content));
    }
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(
        std::min(MostListHeight, static_cast<int>(workflow.agents.size() + 2) * Theme::TargetSize));
    scroll->setWidget(content);
    return scroll;
}

QWidget *ConversionDialog::makeButtons(WorkflowType to)
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *keep = buttons->addButton(tr("Keep as it is"), QDialogButtonBox::RejectRole);
    keep->setObjectName(u"keepStrategy"_s);
    QPushButton *convert = buttons->addButton(
        tr("Change to “%1”").arg(format::workflowType(to)), QDialogButtonBox::AcceptRole);
    convert->setObjectName(u"convertStrategy"_s);
    convert->setToolTip(tr("It can be undone"));
    setLook(convert, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

bool ConversionDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return handled;
}

} // namespace renum::ui
