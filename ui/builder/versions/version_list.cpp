// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/version_list.h"

#include "ui/builder/versions/team_history.h"
#include "ui/builder/versions/version_delegate.h"
#include "ui/builder/versions/version_list_model.h"
#include "ui/shell/state_panel.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

VersionList::VersionList(TeamHistory *history, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_theme(theme)
    , m_model(new VersionListModel(history, this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
    , m_state(new StatePanel(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_label(new QPushButton(this))
    , m_labelAction(new QAction(this))
{
    setLook(this, Look::Panel);
    setTextLook(m_title, TextStyle::BodyStrong);
    m_title->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    makeList();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    foot->addWidget(m_label);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    setFocusProxy(m_list);
    connect(m_state, &StatePanel::actionTriggered, m_history, &TeamHistory::reload);
    connect(m_history, &TeamHistory::changed, this, &VersionList::showState);
    retranslate();
}

void VersionList::makeList()
{
    m_list->setObjectName(u"versionList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new VersionDelegate(m_theme, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this] { emit currentChanged(current()); });
    connect(m_theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    m_label->setObjectName(u"labelVersion"_s);
    m_labelAction->setObjectName(u"labelVersionAction"_s);
    m_labelAction->setShortcut(QKeySequence(Qt::Key_F2));
    m_labelAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_labelAction);
    connect(m_labelAction, &QAction::triggered, this, &VersionList::askLabel);
    connect(m_label, &QPushButton::clicked, this, &VersionList::askLabel);
}

void VersionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void VersionList::retranslate()
{
    m_title->setText(tr("Versions"));
    m_list->setAccessibleName(tr("Versions of the team"));
    m_label->setText(tr("Name this version…"));
    m_label->setToolTip(tr("A version with a name is kept for good (F2)"));
    m_labelAction->setText(m_label->text());
    m_model->refresh();
    showState();
}

int VersionList::current() const
{
    return m_list->currentIndex().data(VersionListModel::VersionRole).toInt();
}

void VersionList::showState()
{
    using State = TeamHistory::State;
    switch (m_history->state()) {
    case State::NotStored:
        m_state->showMessage(u"history"_s, tr("No versions yet"),
            tr("Each time this team is saved, a version of it is kept here. You can compare it "
               "with others and bring it back."));
        break;
    case State::Loading:
        m_state->showLoading(tr("Reading the versions…"));
        break;
    case State::Failed:
        m_state->showError(tr("The versions could not be read"), *m_history->error());
        break;
    case State::Ready:
        break;
    }
    const bool isReady = m_history->state() == State::Ready;
    // What is not seen needs no room beside the comparison.
    m_state->setSizePolicy(
        isReady ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_stack->setCurrentWidget(isReady ? static_cast<QWidget *>(m_list) : m_state);
    if (isReady && !m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_label->setEnabled(isReady && current() > 0);
}

void VersionList::askLabel()
{
    const int version = current();
    if (version == 0)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"versionLabel"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name the version"));
    dialog->setLabelText(tr("What to call version %1. Without a name, it goes when there are many "
                            "newer ones.")
                             .arg(version));
    dialog->setTextValue(m_list->currentIndex().data(VersionListModel::LabelRole).toString());
    if (auto *line = dialog->findChild<QLineEdit *>())
        line->setMaxLength(MaxVersionLabel);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, version](const QString &text) { m_history->setLabel(version, text); });
    dialog->open();
}

} // namespace renum::ui
