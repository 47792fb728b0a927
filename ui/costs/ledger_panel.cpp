// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_panel.h"

#include "ui/costs/data_table.h"
#include "ui/costs/ledger_exporter.h"
#include "ui/costs/ledger_model.h"
#include "ui/shell/state_panel.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
/// What is listed, in the order of the choices.
enum CallKind { AllCalls, WithoutPrice, ToLookAt, KindCount };
} // namespace

LedgerPanel::LedgerPanel(CostBook *book, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new LedgerModel(book, this))
    , m_exporter(new LedgerExporter(book, this))
    , m_kind(new QComboBox(this))
    , m_progress(new QLabel(this))
    , m_cancel(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new DataTable(u"calls"_s, m_stack))
    , m_state(new StatePanel(theme, m_stack))
{
    build();
    connectParts();
    retranslate();
    showState();
}

void LedgerPanel::build()
{
    m_kind->setObjectName(u"callKind"_s);
    for (int kind = 0; kind < KindCount; ++kind)
        m_kind->addItem(QString());
    m_cancel->setObjectName(u"cancelExport"_s);
    m_export->setObjectName(u"exportCalls"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    setTextLook(m_progress, TextStyle::Label, ColorToken::TextDim);
    setLook(m_cancel, Look::QuietButton);
    m_progress->hide();
    m_cancel->hide();
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto *head = new QHBoxLayout;
    head->addWidget(m_kind);
    head->addStretch(1);
    head->addWidget(m_progress);
    head->addWidget(m_cancel);
    head->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::Space3, 0, 0);
    column->setSpacing(Theme::Space2);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
}

void LedgerPanel::connectParts()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LedgerPanel::ask);
    connect(m_model, &LedgerModel::stateChanged, this, &LedgerPanel::showState);
    connect(m_state, &StatePanel::actionTriggered, m_model, &LedgerModel::reload);
    connect(m_table, &DataTable::chosen, this, &LedgerPanel::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LedgerPanel::showMenu);
    connect(m_export, &QPushButton::clicked, this, &LedgerPanel::askToExport);
    connect(m_cancel, &QPushButton::clicked, m_exporter, &LedgerExporter::cancel);
    connect(m_exporter, &LedgerExporter::progressed, this, [this](qsizetype written) {
        showExport(tr("%n call(s) written", nullptr, int(written)), true);
    });
    connect(m_exporter, &LedgerExporter::cancelled, this, [this] { showExport({}, false); });
    connect(m_exporter, &LedgerExporter::failed, this, [this](const QString &sentence) {
        showExport({}, false);
        emit toastRequested({ sentence, {}, {}, true });
    });
    connect(m_exporter, &LedgerExporter::finished, this, [this](const QString &, qsizetype all) {
        showExport({}, false);
        emit toastRequested({ tr("%n call(s) exported.", nullptr, int(all)), {}, {}, false });
    });
}

void LedgerPanel::retranslate()
{
    const QSignalBlocker quiet(m_kind);
    m_kind->setItemText(AllCalls, tr("All calls"));
    m_kind->setItemText(WithoutPrice, tr("Calls without a price"));
    m_kind->setItemText(ToLookAt, tr("Calls to look at"));
    m_kind->setAccessibleName(tr("Which calls to list"));
    m_kind->setToolTip(tr("Which calls to list"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop writing; no file is made"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the listed calls to a table (CSV), with whole tokens and "
                            "billionths of a dollar"));
    m_table->setAccessibleName(tr("Calls of models, newest first"));
    m_model->retranslate();
}

void LedgerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showState();
    }
    QWidget::changeEvent(event);
}

void LedgerPanel::showScope(const CostScope &scope, const CostNames &names)
{
    m_scope = scope;
    m_model->setNames(names);
    ask();
}

void LedgerPanel::ask()
{
    LedgerQuery query;
    query.filter = m_scope.filter(ledgerToday());
    query.unpricedOnly = m_kind->currentIndex() == WithoutPrice;
    query.flaggedOnly = m_kind->currentIndex() == ToLookAt;
    m_model->setQuery(query);
}

void LedgerPanel::showState()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_export->setEnabled(hasRows && !m_exporter->isRunning());
    if (m_model->state() == LedgerModel::State::Failed && m_model->error())
        m_state->showError(tr("The calls cannot be read"), *m_model->error());
    else if (m_model->state() == LedgerModel::State::Loading && !hasRows)
        m_state->showLoading(tr("Reading the calls…"));
    else if (!hasRows)
        m_state->showMessage(u"costs"_s, tr("There is no such call"),
            tr("In this period no call of this kind was booked."));
    const bool failed = m_model->state() == LedgerModel::State::Failed;
    m_stack->setCurrentIndex(hasRows && !failed ? 0 : 1);
}

void LedgerPanel::open(const QModelIndex &index)
{
    const auto row = index.data(LedgerModel::RowRole).value<LedgerRow>();
    if (!row.execution.isEmpty())
        emit executionRequested(row.execution, row.agent);
}

void LedgerPanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const auto row = index.data(LedgerModel::RowRole).value<LedgerRow>();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"callMenu"_s);
    menu->addAction(tr("&Open the run"), this, [this, index] { open(index); });
    const auto narrow = [this, menu](const QString &text, const SpendingRow &to) {
        menu->addAction(text, this, [this, to] { emit narrowed(to); });
    };
    SpendingRow ids;
    ids.agent = row.agent;
    narrow(tr("Show this &agent alone"), ids);
    ids = {};
    ids.team = row.team;
    narrow(tr("Show this &team alone"), ids);
    ids = {};
    ids.model = row.usage.modelName;
    narrow(tr("Show this &model alone"), ids);
    menu->addSeparator();
    menu->addAction(tr("Give the model a &price…"), this,
        [this, row] { emit priceRequested(row.usage.modelName, row.usage.modelProvider); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

// --- export --------------------------------------------------------------------------------------

void LedgerPanel::askToExport()
{
    auto *dialog
        = new QFileDialog(this, tr("Export the calls"), u"calls.csv"_s, tr("Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_exporter->start(m_model->query(), path); });
    dialog->open();
}

void LedgerPanel::showExport(const QString &text, bool running)
{
    m_progress->setText(text);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    m_export->setEnabled(!running && m_model->rowCount() > 0);
}

} // namespace renum::ui
