// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/compare_picker.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostExecutions = 100;
constexpr int IdRole = Qt::UserRole;
constexpr int TimeRole = Qt::UserRole + 1;
constexpr qsizetype MostPrompt = 120;

} // namespace

ComparePicker::ComparePicker(
    Workspace *workspace, Theme *theme, const Execution &execution, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_execution(execution.id)
    , m_team(execution.teamId)
    , m_createdAt(execution.createdAt)
{
    build();
    m_tasks.start(read());
}

void ComparePicker::build()
{
    setWindowTitle(tr("Compare with…"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_message = new QLabel(tr("Reading the runs of this team…"), this);
    m_message->setObjectName(u"pickerMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"pickerList"_s);
    m_list->setAccessibleName(tr("Other runs of this team, newest first"));
    m_list->setMinimumSize(20 * Theme::Space6, 12 * Theme::Space6);
    auto *buttons = new QDialogButtonBox(this);
    m_compare = buttons->addButton(tr("&Compare"), QDialogButtonBox::AcceptRole);
    m_compare->setObjectName(u"pickerCompare"_s);
    m_compare->setEnabled(false);
    m_compare->setToolTip(tr("Show both runs side by side"));
    setLook(m_compare, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this (Esc)"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_compare, &QPushButton::clicked, this, &ComparePicker::finish);
    connect(m_list, &QListWidget::itemActivated, this, &ComparePicker::finish);
    connect(m_list, &QListWidget::currentRowChanged, this,
        [this](int row) { m_compare->setEnabled(row >= 0); });
}

QCoro::Task<> ComparePicker::read()
{
    const QPointer<ComparePicker> self(this);
    const std::stop_token stop = m_tasks.token();
    ExecutionQuery query;
    query.team = m_team;
    query.page.limit = MostExecutions;
    const Result<Page<Execution>> page = co_await m_workspace->executions(query, stop);
    if (!self)
        co_return;
    if (!page) {
        m_message->setText(errorText(page.error()));
        co_return;
    }
    for (const Execution &execution : page->items)
        add(execution);
    m_message->setText(m_list->count() > 0
            ? tr("With which run shall it be compared?")
            : tr("This team has no other run yet. Run it again, or fork this run, to compare."));
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void ComparePicker::add(const Execution &execution)
{
    if (execution.id == m_execution)
        return;
    const StateLook look = Theme::look(execution.status);
    const QStringList parts { format::dateTime(execution.createdAt), look.word,
        execution.initialPrompt.left(MostPrompt).simplified() };
    auto *item = new QListWidgetItem(m_theme->icon(look.icon, look.color), parts.join(u" · "_s));
    item->setData(IdRole, execution.id.toString());
    item->setData(TimeRole, toMicroseconds(execution.createdAt));
    m_list->addItem(item);
}

void ComparePicker::finish()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const ExecutionId other(item->data(IdRole).toString());
    const bool older = item->data(TimeRole).toLongLong() <= toMicroseconds(m_createdAt);
    emit confirmed(older ? other : m_execution, older ? m_execution : other);
    accept();
}

} // namespace renum::ui
