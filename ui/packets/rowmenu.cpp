#include "ui/packets/rowmenu.h"

#include "core/filter/conversationfilter.h"
#include "core/filter/rowfilter.h"
#include "ui/shared/menutext.h"
#include "ui/shared/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int mostShown = 60; // characters of a preview

QString preview(const QString &filter)
{
    return inMenu(filter, mostShown);
}

} // namespace

void RowMenu::fill(QMenu &menu, int node, const QString &current)
{
    const QString column = columnOf(node);
    menu.addSeparator();
    addFilters(menu, node, current);
    QAction *apply = menu.addAction(tr("Apply as &Column"), this, [this, column] { emit columnRequested(column); });
    apply->setEnabled(!column.isEmpty());
    apply->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    const QString filter = filterOf(node);
    QAction *copy = menu.addAction(tr("Copy as &Filter"), this, [filter] { QGuiApplication::clipboard()->setText(filter); });
    copy->setEnabled(!filter.isEmpty());
}

void RowMenu::addFilters(QMenu &menu, int node, const QString &current)
{
    const RowName name = node < 0 ? RowName() : rowName(m_selection.tree()[std::size_t(node)], m_selection.packet().packet.depth());
    const bool hasName = !name.plain.empty();
    const QString filter = hasName ? QString::fromStdString(rowFilter(m_selection.tree()[std::size_t(node)], name.scoped)) : QString();
    const QString anywhere = hasName ? QString::fromStdString(rowFilter(m_selection.tree()[std::size_t(node)], name.plain)) : QString();
    for (const FilterStep step : {FilterStep::Apply, FilterStep::Prepare}) {
        QMenu &uses = addFilterMenu(menu, step);
        uses.setEnabled(hasName);
        addUses(uses, filter, current, step);
        if (anywhere == filter)
            continue;
        uses.addSeparator();
        addUses(*uses.addMenu(tr("In Every &Layer")), anywhere, current, step);
    }
}

void RowMenu::fillCell(QMenu &menu, const ColumnSpec &column, Perspective perspective, const QString &current)
{
    addFilters(menu, m_selection.isEmpty() ? -1 : nodeOf(column, perspective), current);
}

int RowMenu::nodeOf(const ColumnSpec &column, Perspective perspective) const
{
    const std::vector<TreeNode> &tree = m_selection.tree();
    const std::size_t tunnels = m_selection.packet().packet.depth();
    const auto named = [&](std::string_view name) {
        const auto isIt = [&](const TreeNode &node) {
            const RowName own = rowName(node, tunnels);
            return !own.plain.empty() && (own.plain == name || own.scoped == name);
        };
        const auto found = std::ranges::find_if(tree, isIt);
        return found == tree.end() ? -1 : int(found - tree.begin());
    };
    switch (column.column) {
    case Column::Number: return named("frame.number");
    case Column::Length: return named("frame.len");
    case Column::Field: return named(column.expression);
    case Column::Source:
    case Column::Destination: {
        const auto shown = shownAddress(column.column, m_selection.packet().packet, perspective);
        const auto found = std::ranges::find_if(tree, [&](const TreeNode &node) { return shown && node.field == shown->field && node.layer == int(shown->layer); });
        return found == tree.end() ? -1 : int(found - tree.begin());
    }
    case Column::Protocol: {
        const Layer *const layer = speakingLayer(m_selection.packet().packet, perspective);
        const auto found = std::ranges::find_if(tree, [&](const TreeNode &node) { return layer && node.kind == TreeNode::Kind::Header && node.protocol == layer->protocol && node.depth == layer->depth; });
        return found == tree.end() ? -1 : int(found - tree.begin());
    }
    default: return -1;
    }
}

void RowMenu::fillConversations(QMenu &menu)
{
    QMenu *all = menu.addMenu(tr("Con&versation Filter"));
    if (!m_selection.isEmpty())
        for (const ConversationFilter &one : conversationFilters(m_selection.packet().frame, m_selection.packet().packet)) {
            const QString filter = QString::fromStdString(one.filter);
            QAction *action = all->addAction(QString::fromUtf8(one.title.data(), qsizetype(one.title.size())), this, [this, filter] { emit filterRequested(filter, FilterUse::Selected, FilterStep::Apply); });
            action->setToolTip(filter);
        }
    all->setToolTipsVisible(true);
    all->setEnabled(!all->isEmpty());
}

// The first line shows what it will be.
void RowMenu::addUses(QMenu &menu, const QString &filter, const QString &current, FilterStep step)
{
    menu.addAction(preview(filter))->setEnabled(false);
    menu.addSeparator();
    for (const auto &[use, title] : filterUses()) {
        QAction *action = menu.addAction(title, this, [this, filter, use = use, step] { emit filterRequested(filter, use, step); });
        action->setToolTip(combined(current, filter, use));
        action->setStatusTip(action->toolTip());
    }
    menu.setToolTipsVisible(true);
}

QString RowMenu::filterOf(int node) const
{
    const QString column = columnOf(node);
    return column.isEmpty() ? QString() : QString::fromStdString(rowFilter(m_selection.tree()[std::size_t(node)], column.toStdString()));
}

QString RowMenu::filterOfCell(const ColumnSpec &column, Perspective perspective) const
{
    return m_selection.isEmpty() ? QString() : filterOf(nodeOf(column, perspective));
}

QString RowMenu::columnOf(int node) const
{
    if (node < 0 || std::size_t(node) >= m_selection.tree().size())
        return {};
    return QString::fromStdString(rowName(m_selection.tree()[std::size_t(node)], m_selection.packet().packet.depth()).scoped);
}

} // namespace vethscope
