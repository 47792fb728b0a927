// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/difference_model.h"

#include "ui/monitor/context/json_text.h"
#include "ui/theme/theme.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = JsonDifference::Kind;

/// Signs that people know from elsewhere; colour is not the only thing that tells.
QString signOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return u"+ "_s;
    case Kind::Removed:
        return u"\u2212 "_s;
    case Kind::Changed:
        return u"~ "_s;
    case Kind::Same:
        break;
    }
    return {};
}

ColorToken colorOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return ColorToken::Ok;
    case Kind::Removed:
        return ColorToken::Err;
    case Kind::Changed:
        return ColorToken::AccentStrong;
    case Kind::Same:
        break;
    }
    return ColorToken::Text;
}

} // namespace

DifferenceModel::DifferenceModel(const Theme *theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_root(std::make_unique<Node>())
{
    m_root->shown = &m_difference;
}

DifferenceModel::~DifferenceModel() = default;

void DifferenceModel::setDifference(JsonDifference difference, std::shared_ptr<const void> owner)
{
    beginResetModel();
    m_difference = std::move(difference);
    m_owner = std::move(owner);
    m_root = std::make_unique<Node>();
    m_root->shown = &m_difference;
    fill(*m_root);
    // Two values that are no objects differ as wholes.
    if (m_root->children.empty() && m_difference.kind != Kind::Same) {
        m_root->children.push_back(std::make_unique<Node>());
        m_root->children.back()->shown = &m_difference;
        m_root->children.back()->parent = m_root.get();
    }
    endResetModel();
}

void DifferenceModel::fill(Node &node)
{
    for (const JsonDifference &child : node.shown->children) {
        if (child.kind == Kind::Same)
            continue;
        auto fresh = std::make_unique<Node>();
        fresh->shown = &child;
        fresh->parent = &node;
        fresh->row = static_cast<int>(node.children.size());
        fill(*fresh);
        node.children.push_back(std::move(fresh));
    }
}

const DifferenceModel::Node *DifferenceModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

const JsonDifference *DifferenceModel::at(const QModelIndex &index) const
{
    return index.isValid() ? node(index)->shown : nullptr;
}

QModelIndex DifferenceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex DifferenceModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? node(index)->parent : nullptr;
    return above && above != m_root.get() ? createIndex(above->row, 0, above) : QModelIndex();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int DifferenceModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QString DifferenceModel::text(const JsonDifference &shown, int column) const
{
    if (column == Key)
        return signOf(shown.kind) + shown.key;
    const Json *value = column == Before ? shown.before : shown.after;
    return value ? jsonPreview(*value) : QString();
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonDifference &shown = *node(index)->shown;
    if (role == Qt::DisplayRole)
        return text(shown, index.column());
    if (role == Qt::ForegroundRole && index.column() == Key)
        return m_theme->color(colorOf(shown.kind));
    if (role == Qt::AccessibleTextRole && index.column() == Key) {
        const QString before = text(shown, Before);
        const QString after = text(shown, After);
        if (shown.kind == Kind::Added) //: key, value
            return tr("%1 added: %2").arg(shown.key, after);
        if (shown.kind == Kind::Removed) //: key, value
            return tr("%1 removed: %2").arg(shown.key, before);
        //: key, value, value
        return tr("%1 changed from %2 to %3").arg(shown.key, before, after);
    }
    return {};
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        return tr("Key");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

} // namespace renum::ui
