#include "ui/rowmenu.h"

#include "core/filter/rowfilter.h"
#include "ui/selection.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace vethscope {
namespace {

constexpr int mostShown = 60; // characters of a preview

// Of a menu's text, & is the mark of a key.
QString preview(QString filter)
{
    if (filter.size() > mostShown)
        filter = filter.left(mostShown) + QChar(0x2026);
    return filter.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void RowMenu::fill(QMenu &menu, int node, const QString &current)
{
    const TreeNode &row = m_selection.tree()[std::size_t(node)];
    const RowName name = rowName(row, m_selection.packet().packet.depth());
    const QString scoped = QString::fromStdString(name.scoped), plain = QString::fromStdString(name.plain);
    const bool hasName = !plain.isEmpty();
    const QString filter = hasName ? QString::fromStdString(rowFilter(row, name.scoped)) : QString();
    const QString anywhere = hasName ? QString::fromStdString(rowFilter(row, name.plain)) : QString();
    menu.addSeparator();
    for (const FilterStep step : {FilterStep::Apply, FilterStep::Prepare}) {
        QMenu *uses = menu.addMenu(step == FilterStep::Apply ? QCoreApplication::translate("FilterUse", "&Apply as Filter") : QCoreApplication::translate("FilterUse", "&Prepare as Filter"));
        uses->setEnabled(hasName);
        addUses(*uses, filter, current, step);
        if (anywhere == filter)
            continue;
        uses->addSeparator();
        addUses(*uses->addMenu(tr("In Every &Layer")), anywhere, current, step);
    }
    QAction *column = menu.addAction(tr("Apply as &Column"), this, [this, scoped] { emit columnRequested(scoped); });
    column->setEnabled(hasName);
    column->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    QAction *copy = menu.addAction(tr("Copy as &Filter"), this, [filter] { QGuiApplication::clipboard()->setText(filter); });
    copy->setEnabled(hasName);
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

QString RowMenu::columnOf(int node) const
{
    if (node < 0 || std::size_t(node) >= m_selection.tree().size())
        return {};
    return QString::fromStdString(rowName(m_selection.tree()[std::size_t(node)], m_selection.packet().packet.depth()).scoped);
}

} // namespace vethscope
