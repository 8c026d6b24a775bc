#include "ui/topology/topologytoolbar.h"

#include "ui/shared/menutext.h"
#include "ui/shared/snapshots.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace vethscope {

TopologyToolBar::TopologyToolBar(Snapshots &snapshots, QWidget *parent)
    : QToolBar(parent), m_snapshots(snapshots), m_search(new QLineEdit(this)), m_found(new QLabel(this)), m_layersButton(new QToolButton(this)),
      m_snapshotsButton(new QToolButton(this)), m_layersMenu(new QMenu(this)), m_snapshotsMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("topologyBar"));
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    m_search->setMinimumWidth(120);
    m_search->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("muted"));
    m_found->setContentsMargins(8, 0, 8, 0);
    connect(m_search, &QLineEdit::textChanged, this, &TopologyToolBar::searched);

    addWidget(m_search);
    m_foundAction = addWidget(m_found);
    m_foundAction->setVisible(false);
    addSeparator();
    m_zoomOut = addAction(QStringLiteral("−"), this, [this] { emit zoomStepped(-1); });
    m_zoom = addAction(QString(), this, &TopologyToolBar::zoomReset);
    m_zoomIn = addAction(QStringLiteral("+"), this, [this] { emit zoomStepped(1); });
    m_fit = addAction(QString(), this, &TopologyToolBar::fitRequested);
    addSeparator();
    m_fold = addAction(QString(), this, [this] { emit foldAllRequested(true); });
    m_unfold = addAction(QString(), this, [this] { emit foldAllRequested(false); });
    addSeparator();
    m_bgp = addAction(QString());
    m_legend = addAction(QString());
    for (QAction **action : {&m_tunnels, &m_routes, &m_addresses, &m_emptyBridges, &m_pathAlone})
        *action = m_layersMenu->addAction(QString());
    for (QAction *action : {m_bgp, m_legend, m_tunnels, m_routes, m_addresses, m_emptyBridges, m_pathAlone}) {
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &TopologyToolBar::lookChanged);
    }
    for (const auto &[button, menu] : {std::pair{m_layersButton, m_layersMenu}, {m_snapshotsButton, m_snapshotsMenu}}) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
        addWidget(button);
    }
    connect(m_snapshotsMenu, &QMenu::aboutToShow, this, &TopologyToolBar::fillSnapshots);
    m_report = addAction(QString(), this, &TopologyToolBar::reportRequested);
    m_export = addAction(QString(), this, &TopologyToolBar::exportRequested);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
    setZoom(1);
    retranslate();
}

TopologyLayers TopologyToolBar::layers() const
{
    return {.tunnels = m_tunnels->isChecked(), .bgp = m_bgp->isChecked(), .routes = m_routes->isChecked(),
            .addresses = m_addresses->isChecked(), .emptyBridges = m_emptyBridges->isChecked()};
}

bool TopologyToolBar::hasLegend() const
{
    return m_legend->isChecked();
}

bool TopologyToolBar::showsPathAlone() const
{
    return m_pathAlone->isChecked();
}

void TopologyToolBar::setFound(int found)
{
    m_foundAction->setVisible(!m_search->text().trimmed().isEmpty());
    m_found->setText(found == 0 ? tr("nothing found") : tr("%1 found").arg(found));
}

void TopologyToolBar::setZoom(double zoom)
{
    m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
}

void TopologyToolBar::setReportCount(std::size_t count)
{
    m_reportCount = count;
    m_report->setText(count > 0 ? tr("Report (%1)").arg(count) : tr("Report"));
}

// Each snapshot can count or not; several of one host are put together, the latest on top.
void TopologyToolBar::fillSnapshots()
{
    qDeleteAll(m_snapshotsMenu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    m_snapshotsMenu->clear();
    m_snapshotsMenu->setToolTipsVisible(true);
    const auto &loaded = m_snapshots.loaded();
    const auto title = [&](std::size_t i) { return inMenu(Snapshots::titleOf(*loaded[i].snapshot)); };
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        QAction *action = m_snapshotsMenu->addAction(title(i));
        action->setCheckable(true);
        action->setChecked(loaded[i].chosen);
        action->setToolTip(loaded[i].path);
        connect(action, &QAction::toggled, this, [this, i](bool chosen) { m_snapshots.setChosen(i, chosen); });
    }
    if (loaded.size() > 1) {
        QMenu *only = m_snapshotsMenu->addMenu(tr("Only"));
        for (std::size_t i = 0; i < loaded.size(); ++i)
            connect(only->addAction(title(i)), &QAction::triggered, this, [this, i] { m_snapshots.chooseOnly(i); });
        connect(m_snapshotsMenu->addAction(tr("All")), &QAction::triggered, this, [this] {
            for (std::size_t i = 0; i < m_snapshots.loaded().size(); ++i)
                m_snapshots.setChosen(i, true);
        });
    }
    m_snapshotsMenu->addSeparator();
    QMenu *away = m_snapshotsMenu->addMenu(tr("Remove"));
    for (std::size_t i = 0; i < loaded.size(); ++i)
        connect(away->addAction(title(i)), &QAction::triggered, this, [this, i] { m_snapshots.remove(i); });
    connect(m_snapshotsMenu->addAction(tr("Remove All")), &QAction::triggered, this, [this] { m_snapshots.clear(); });
}

bool TopologyToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QToolBar::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit nextRequested(key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Escape:
        m_search->clear();
        emit leftSearch();
        return true;
    case Qt::Key_Down:
        emit leftSearch();
        return true;
    default:
        return false;
    }
}

void TopologyToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void TopologyToolBar::retranslate()
{
    setWindowTitle(tr("Topology"));
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search the topology"));
    m_search->setToolTip(tr("Names, addresses, MACs. Type anywhere in the drawing; Enter goes to the next, Shift+Enter to the previous one"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("The whole drawing (Home)"));
    m_zoomIn->setToolTip(tr("Larger (+)"));
    m_zoomOut->setToolTip(tr("Smaller (−)"));
    m_zoom->setToolTip(tr("Zoom of the drawing; click for 100 %"));
    m_fold->setText(tr("Collapse"));
    m_fold->setToolTip(tr("Draw every node as a card"));
    m_unfold->setText(tr("Expand"));
    m_unfold->setToolTip(tr("Draw every node with its devices and pods"));
    m_bgp->setText(tr("BGP"));
    m_bgp->setToolTip(tr("Show BGP sessions"));
    m_pathAlone->setText(tr("Only the nodes of a predicted path"));
    m_legend->setText(tr("Legend"));
    m_legend->setToolTip(tr("Say what colours and lines mean"));
    m_layersButton->setText(tr("Layers"));
    m_layersButton->setToolTip(tr("Choose what the drawing shows"));
    m_snapshotsButton->setText(tr("Snapshots"));
    m_snapshotsButton->setToolTip(tr("Choose whose facts count"));
    m_tunnels->setText(tr("Tunnels"));
    m_routes->setText(tr("Routes"));
    m_addresses->setText(tr("Addresses"));
    m_emptyBridges->setText(tr("Empty bridges"));
    m_report->setToolTip(tr("What was read, what was not understood, and what contradicts itself"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Save the drawing as SVG, PNG or PDF"));
    setReportCount(m_reportCount);
    for (const auto &[action, name] : {std::pair{m_zoomIn, tr("Zoom in")}, {m_zoomOut, tr("Zoom out")}, {m_zoom, tr("Zoom")}})
        if (QWidget *button = widgetForAction(action))
            button->setAccessibleName(name);
}

} // namespace vethscope
