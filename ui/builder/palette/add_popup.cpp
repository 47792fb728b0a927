// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/palette/add_popup.h"

#include "ui/builder/palette/palette_delegate.h"
#include "ui/builder/palette/palette_model.h"
#include "ui/theme/theme.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize PopupSize { 9 * Theme::ControlHeight, 11 * Theme::ControlHeight };
} // namespace

AddPopup::AddPopup(Workspace *workspace, AgentCatalog *catalog, TeamDocument *document,
    Theme *theme, QWidget *parent)
    : SearchPopup(parent)
    , m_model(new PaletteModel(workspace, catalog, document, this))
{
    setObjectName(u"addPopup"_s);
    setWords(tr("Agents and steps to add"), tr("Type to search, Enter adds"));
    setContent(m_model, new PaletteDelegate(theme, this));
    connect(m_model, &PaletteModel::modelReset, this, &AddPopup::selectFirst);
    selectFirst();
}

void AddPopup::open(const QPoint &globalPosition)
{
    openAt(globalPosition, PopupSize);
}

void AddPopup::narrow(const QString &text)
{
    m_model->setSearch(text);
}

bool AddPopup::canTake(const QModelIndex &index) const
{
    return m_model->memberOf(index).has_value();
}

void AddPopup::take(const QModelIndex &index)
{
    if (const std::optional<WorkflowAgent> member = m_model->memberOf(index))
        emit chosen(*member);
}

} // namespace renum::ui
