// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/versions_view.h"

#include "core/workspace/workspace.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/versions/comparison_panel.h"
#include "ui/builder/versions/team_history.h"
#include "ui/builder/versions/version_list.h"
#include "ui/builder/versions/version_words.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/shell/state_panel.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto EditingPause = 300ms;
constexpr int ListWidth = 9 * Theme::ControlHeight;
constexpr int ComparisonWidth = 20 * Theme::ControlHeight;
constexpr int ChoiceWidth = 7 * Theme::ControlHeight;
} // namespace

VersionsView::VersionsView(TeamDocument *document, MemberSelection *selection, Workspace *workspace,
    Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_history(new TeamHistory(document, workspace, this))
    , m_list(new VersionList(m_history, theme, this))
    , m_between(new QLabel(this))
    , m_otherLabel(new QLabel(this))
    , m_other(new QComboBox(this))
    , m_restore(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_comparison(new ComparisonPanel(theme, this))
    , m_state(new StatePanel(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_live(new LiveRefresh(this, [this] { m_history->reload(); }))
{
    setLook(this, Look::Panel);
    m_pause.setSingleShot(true);
    m_pause.setInterval(EditingPause);
    arrange(theme);
    connectParts();
    connect(workspace, &Workspace::teamsChanged, m_live, &LiveRefresh::request);
    connect(document, &TeamDocument::modifiedChanged, m_live, &LiveRefresh::request);
    setFocusProxy(m_list);
    retranslate();
}

void VersionsView::arrange(Theme *theme)
{
    m_stack->addWidget(m_comparison);
    m_stack->addWidget(m_state);
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->setHandleWidth(Theme::Hairline);
    m_list->setMinimumWidth(ListWidth);
    columns->addWidget(m_list);
    columns->addWidget(m_stack);
    columns->setStretchFactor(1, 1);
    // What the list would like for its widest sentence is no reason to take it from the comparison.
    columns->setSizes({ ListWidth, ComparisonWidth });
    columns->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead(theme));
    layout->addWidget(columns, 1);
}

QWidget *VersionsView::makeHead(Theme *theme)
{
    auto *head = new QWidget(this);
    setLook(head, Look::Header);
    setTextLook(m_between, TextStyle::BodyStrong);
    m_between->setObjectName(u"comparedVersions"_s);
    m_between->setTextFormat(Qt::PlainText);
    setTextLook(m_otherLabel, TextStyle::Label, ColorToken::TextDim);
    m_otherLabel->setBuddy(m_other);
    m_other->setObjectName(u"comparedWith"_s);
    m_other->setMinimumWidth(ChoiceWidth);
    m_restore->setObjectName(u"restoreVersion"_s);
    setLook(m_restore, Look::PrimaryButton);
    m_close->setObjectName(u"closeVersions"_s);
    m_close->setIcon(theme->icon(u"cross"_s, ColorToken::TextDim));
    setLook(m_close, Look::QuietButton);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space2, Theme::Space2);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_between, 1);
    layout->addWidget(m_otherLabel);
    layout->addWidget(m_other);
    layout->addWidget(m_restore);
    layout->addWidget(m_close);
    return head;
}

void VersionsView::connectParts()
{
    connect(m_history, &TeamHistory::changed, this, [this] {
        fillOthers();
        compare();
    });
    connect(m_history, &TeamHistory::draftRead, this, &VersionsView::compare);
    connect(m_history, &TeamHistory::draftFailed, this,
        [this](int, const Error &error) { showFailure(error); });
    connect(m_history, &TeamHistory::failed, this, &VersionsView::failed);
    connect(m_list, &VersionList::currentChanged, this, [this] {
        fillOthers();
        compare();
    });
    connect(m_other, &QComboBox::activated, this, &VersionsView::compare);
    connect(m_state, &StatePanel::actionTriggered, this, &VersionsView::compare);
    connect(m_document, &TeamDocument::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (isVisible())
            compare();
    });
    connect(m_comparison, &ComparisonPanel::memberChosen, this, &VersionsView::choose);
    connect(m_restore, &QPushButton::clicked, this, &VersionsView::restore);
    connect(m_close, &QToolButton::clicked, this, &VersionsView::closeRequested);
}

void VersionsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void VersionsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void VersionsView::retranslate()
{
    setAccessibleName(tr("Versions of the team"));
    m_otherLabel->setText(tr("&Compared with"));
    m_close->setText(tr("Back to the canvas"));
    m_close->setAccessibleName(m_close->text());
    m_close->setToolTip(tr("Back to the canvas (Esc)"));
    fillOthers();
    compare();
}

void VersionsView::fillOthers()
{
    const QVariant chosen = m_other->currentData();
    m_other->clear();
    m_other->addItem(tr("What is in the editor"), static_cast<int>(Editor));
    m_other->addItem(tr("The version before it"), static_cast<int>(VersionBefore));
    const QList<TeamVersionInfo> &versions = m_history->versions();
    for (const TeamVersionInfo &version : versions) {
        if (version.version != m_list->current())
            m_other->addItem(versionTitle(version.version, version.label), version.version);
    }
    m_other->setCurrentIndex(std::max(0, m_other->findData(chosen)));
}

int VersionsView::otherVersion(int version) const
{
    const int chosen = m_other->currentData().toInt();
    if (chosen != VersionBefore)
        return chosen;
    const QList<TeamVersionInfo> &versions = m_history->versions();
    const auto before = std::ranges::find_if(
        versions, [version](const TeamVersionInfo &other) { return other.version < version; });
    return before == versions.cend() ? version : before->version;
}

QString VersionsView::nameOf(int version) const
{
    if (version == Editor)
        return tr("What is in the editor");
    const TeamVersionInfo *known = m_history->find(version);
    return versionTitle(version, known ? known->label : QString());
}

void VersionsView::compare()
{
    const int version = m_list->current();
    m_restore->setEnabled(false);
    m_restore->setText(version > 0 ? tr("Restore version %1").arg(version) : tr("Restore"));
    m_restore->setToolTip(
        tr("Puts this version into the editor, as a step that can be undone. It is stored when "
           "you save."));
    if (version == 0) {
        showReading();
        return;
    }
    const int other = otherVersion(version);
    const TeamDraft *chosen = m_history->draft(version);
    if (!chosen || (other != Editor && !m_history->draft(other))) {
        showReading();
        return;
    }
    // Asked for again: the second question may have moved the answer to the first.
    const TeamDraft mine = *m_history->draft(version);
    const TeamDraft theirs = other == Editor ? m_document->draft() : *m_history->draft(other);
    const bool isOlder = other == Editor || version <= other;
    m_comparison->setVersions(isOlder ? mine : theirs, isOlder ? theirs : mine);
    showTexts(nameOf(isOlder ? version : other), nameOf(isOlder ? other : version));
    m_stack->setCurrentWidget(m_comparison);
    m_restore->setEnabled(!(mine == m_document->draft()));
}

void VersionsView::showTexts(const QString &older, const QString &newer)
{
    //: Two versions of a team that are compared
    m_between->setText(tr("%1 → %2").arg(older, newer));
    m_between->setToolTip(m_between->text());
}

void VersionsView::showReading()
{
    m_between->setText(tr("Versions"));
    const bool isReading = m_history->state() == TeamHistory::State::Loading
        || m_history->state() == TeamHistory::State::Ready;
    if (isReading) {
        m_state->showLoading(tr("Reading the version…"));
    } else {
        m_state->showMessage(u"history"_s, tr("Nothing to compare"),
            tr("What changed between two versions is shown here."));
    }
    m_stack->setCurrentWidget(m_state);
}

void VersionsView::showFailure(const Error &error)
{
    m_state->showError(tr("The version could not be read"), error);
    m_stack->setCurrentWidget(m_state);
}

void VersionsView::restore()
{
    const int version = m_list->current();
    const TeamDraft *draft = m_history->draft(version);
    if (!draft)
        return;
    //: A step of the history of edits
    m_document->edit(tr("Restore version %1").arg(version), *draft);
    emit restored(version);
}

void VersionsView::choose(const AgentId &member)
{
    if (m_document->workflow().find(member))
        m_selection->select(member);
    else
        m_selection->clear();
}

} // namespace renum::ui
