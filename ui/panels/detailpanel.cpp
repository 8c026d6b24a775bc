#include "ui/panels/detailpanel.h"

#include "ui/bytes/bytetexts.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/packettreeview.h"
#include "ui/shared/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

namespace vethscope {

DetailPanel::DetailPanel(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_model(new PacketTreeModel(selection, this)),
      m_view(new PacketTreeView(*m_model, selection, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->addWidget(m_view);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DetailPanel::showMenu);
    connect(m_view, &PacketTreeView::linkFollowed, this, &DetailPanel::linkFollowed);
}

void DetailPanel::setFlat(bool flat)
{
    m_model->setFlat(flat);
}

bool DetailPanel::followLink()
{
    const QVariant packet = m_model->indexOf(m_selection.node()).data(PacketTreeModel::LinkRole);
    if (packet.isValid())
        emit linkFollowed(packet.toInt());
    return packet.isValid();
}

void DetailPanel::addCopyMenu(QMenu &menu, int node)
{
    QMenu *copy = menu.addMenu(tr("Copy"));
    const auto add = [copy](const QString &title, const QString &text) {
        QAction *action = copy->addAction(title, copy, [text] { QGuiApplication::clipboard()->setText(text); });
        action->setEnabled(!text.isEmpty());
    };
    const QModelIndex index = m_model->indexOf(node);
    add(tr("Description"), index.data(PacketTreeModel::SentenceRole).toString());
    add(tr("Field name"), m_model->fieldName(node));
    const TreeNode &row = m_selection.tree()[static_cast<std::size_t>(node)];
    add(tr("Value"), QString::fromStdString(row.value));
    const Bytes frame = m_selection.packet().frame.bytes;
    const bool isThere = row.place.length > 0 && row.place.endByte() <= frame.size();
    copy->addSeparator();
    addByteCopies(*copy->addMenu(tr("Bytes")), isThere ? frame.subspan(row.place.firstByte(), row.place.byteCount()) : Bytes());
}

void DetailPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    QMenu menu(this);
    const auto addExpansion = [&](const QString &title, const QString &shortcut, const QModelIndex &below, bool expanded) {
        QAction *action = menu.addAction(title + QLatin1Char('\t') + shortcut, m_view,
                                         [this, below, expanded] { m_view->setSubtreeExpanded(below, expanded); });
        action->setEnabled(m_model->hasChildren(below));
    };
    if (index.isValid()) {
        addExpansion(tr("Expand Subtrees"), tr("Shift+Right"), index, true);
        addExpansion(tr("Collapse Subtrees"), tr("Shift+Left"), index, false);
    }
    addExpansion(tr("Expand All"), tr("Ctrl+Right"), {}, true);
    addExpansion(tr("Collapse All"), tr("Ctrl+Left"), {}, false);
    if (index.isValid()) {
        menu.addSeparator();
        addCopyMenu(menu, m_model->nodeOf(index));
        const QVariant packet = index.data(PacketTreeModel::LinkRole);
        menu.addAction(tr("Go to &Linked Packet"), this, [this, packet] { emit linkFollowed(packet.toInt()); })->setEnabled(packet.isValid());
        emit contextMenuAboutToShow(&menu, m_model->nodeOf(index));
    }
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

} // namespace vethscope
