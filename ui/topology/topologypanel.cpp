#include "ui/topology/topologypanel.h"

#include "core/pathfigures/pathshapes.h"
#include "core/topology/describe.h"
#include "core/topology/lit.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/emptytopology.h"
#include "ui/topology/factspanel.h"
#include "ui/topology/factstext.h"
#include "ui/topology/figureexport.h"
#include "ui/topology/pathitem.h"
#include "ui/topology/topologyscene.h"
#include "ui/topology/topologytoolbar.h"
#include "ui/topology/topologyview.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolTip>

namespace vethscope {
namespace {

constexpr int hoverMilliseconds = 350;
constexpr int narrow = 1100; // below it, facts stand under the drawing, and only when there are some
constexpr int factsWidth = 300;

} // namespace

TopologyPanel::TopologyPanel(Snapshots &snapshots, QWidget *parent)
    : QWidget(parent), m_snapshots(snapshots), m_pages(new QStackedWidget(this)), m_empty(new EmptyTopology(this)),
      m_toolBar(new TopologyToolBar(snapshots, this)), m_scene(new TopologyScene(this)), m_view(new TopologyView(*m_scene, this)),
      m_facts(new FactsPanel(this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_options.switches = true;
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_facts);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    m_facts->setMinimumWidth(200);
    m_view->setMinimumSize(160, 120);
    m_splitter->setSizes({900, factsWidth});

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(m_splitter, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(hoverMilliseconds);
    connectToolBar();
    connectView();
    connect(m_empty, &EmptyTopology::pasteRequested, this, &TopologyPanel::pasteRequested);
    connect(m_empty, &EmptyTopology::importRequested, this, &TopologyPanel::importRequested);
    connect(m_empty, &EmptyTopology::importFolderRequested, this, &TopologyPanel::importFolderRequested);
    connect(m_facts, &FactsPanel::filterRequested, this, &TopologyPanel::filterRequested);
    connect(m_facts, &FactsPanel::evidenceRequested, this, &TopologyPanel::evidenceRequested);
    connect(&snapshots, &Snapshots::changed, this, &TopologyPanel::showCluster);
    retranslate();
    showCluster();
}

TopologyPanel::~TopologyPanel() = default;

void TopologyPanel::connectToolBar()
{
    connect(m_toolBar, &TopologyToolBar::searched, this, [this](const QString &words) { m_toolBar->setFound(m_scene->search(words)); });
    connect(m_toolBar, &TopologyToolBar::nextRequested, this, &TopologyPanel::goToFound);
    connect(m_toolBar, &TopologyToolBar::leftSearch, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_toolBar, &TopologyToolBar::zoomStepped, m_view, &TopologyView::zoomBy);
    connect(m_toolBar, &TopologyToolBar::zoomReset, m_view, [this] { m_view->setZoom(1); });
    connect(m_toolBar, &TopologyToolBar::fitRequested, m_view, &TopologyView::fit);
    connect(m_toolBar, &TopologyToolBar::foldAllRequested, this, &TopologyPanel::foldAll);
    connect(m_toolBar, &TopologyToolBar::lookChanged, this, &TopologyPanel::draw);
    connect(m_toolBar, &TopologyToolBar::reportRequested, this, &TopologyPanel::reportRequested);
    connect(m_toolBar, &TopologyToolBar::exportRequested, this, &TopologyPanel::exportFigure);
}

void TopologyPanel::connectView()
{
    connect(m_view, &TopologyView::zoomChanged, this, [this] { m_toolBar->setZoom(m_view->zoom()); });
    connect(m_view, &TopologyView::foldRequested, this, &TopologyPanel::fold);
    connect(m_view, &TopologyView::menuRequested, this, &TopologyPanel::showMenu);
    connect(m_view, &TopologyView::typed, this, &TopologyPanel::startSearch);
    connect(m_view, &TopologyView::hovered, this, [this](const std::optional<Subject> &subject, const QPoint &global) {
        QToolTip::hideText();
        m_hovered = subject;
        m_hoveredAt = global;
        subject ? m_hoverTimer.start() : m_hoverTimer.stop();
    });
    connect(&m_hoverTimer, &QTimer::timeout, this, [this] {
        if (m_hovered && m_cluster)
            QToolTip::showText(m_hoveredAt + QPoint(8, 8), factsToolTip(describe(*m_cluster, m_scene->figure().links, *m_hovered, windowLanguage())), m_view);
    });
    connect(m_scene, &TopologyScene::currentChanged, this, &TopologyPanel::showCurrent);
}

void TopologyPanel::setHasPackets(bool hasPackets)
{
    m_hasPackets = hasPackets;
    m_facts->setHasPackets(hasPackets);
}

void TopologyPanel::setPacket(const std::optional<PacketAddresses> &packet)
{
    m_packet = packet;
    light();
}

void TopologyPanel::showPlaces(const std::vector<TopologyPlace> &places)
{
    std::vector<Subject> shown;
    for (const TopologyPlace &place : places)
        if (const auto subject = m_cluster ? subjectAt(*m_cluster, m_scene->figure(), place) : std::nullopt)
            shown.push_back(*subject);
    if (shown.empty())
        return;
    m_scene->setLit({shown.begin(), shown.end()});
    m_view->reveal(shown);
}

void TopologyPanel::light()
{
    m_scene->setLit(m_packet && m_cluster ? elementsOf(*m_cluster, m_scene->figure().links, *m_packet) : std::set<Subject>());
}

void TopologyPanel::setPath(const std::optional<ShownPath> &path)
{
    const bool isSame = path && m_path && path->path == m_path->path && m_scene->path();
    m_path = path;
    if (!isSame) {
        if (pathNodes() != m_only) { // they have all the room
            draw();
            m_view->fit();
        } else {
            showPath();
        }
        m_facts->setVisible((width() >= narrow && !m_path) || m_scene->current());
        return;
    }
    m_scene->setHop(m_path->hop);
    m_view->ensureVisible(m_scene->path()->dotArea(), 60, 60);
}

void TopologyPanel::showPath()
{
    if (!m_path || m_path->cluster != m_cluster)
        return m_scene->clearPath();
    m_scene->setPath(pathOn(m_scene->figure()), m_path->verdict);
    m_scene->setHop(m_path->hop);
}

PathFigure TopologyPanel::pathOn(const TopologyFigure &figure) const
{
    return layoutPath(figure, stopsOf(*m_cluster, figure.links, *m_path->path));
}

// In a large cluster a path between cards would be too small to be seen: its nodes are drawn alone, with what is inside. Else none.
std::set<std::string> TopologyPanel::pathNodes() const
{
    std::set<std::string> nodes;
    if (m_path && m_cluster && m_path->cluster == m_cluster && isLarge(*m_cluster) && m_toolBar->showsPathAlone())
        for (const path::Hop &hop : m_path->path->hops)
            if (!hop.node.empty())
                nodes.insert(hop.node);
    return nodes;
}

void TopologyPanel::showCluster()
{
    m_hovered.reset();
    m_predictFrom.clear();
    m_cluster = m_snapshots.cluster();
    std::size_t remarks = m_cluster ? m_cluster->problems.size() : 0;
    for (const LoadedSnapshot &one : m_snapshots.loaded())
        remarks += one.snapshot->report.problems.size();
    m_toolBar->setReportCount(remarks);
    if (m_cluster)
        m_pages->setCurrentIndex(1);
    draw();
    if (!m_cluster)
        m_pages->setCurrentIndex(0);
}

TopologyOptions TopologyPanel::options() const
{
    TopologyOptions options = m_options;
    options.layers = m_toolBar->layers();
    options.legend = m_toolBar->hasLegend();
    options.caption = m_snapshots.caption().toStdString();
    options.words = windowLanguage();
    options.only = m_only;
    for (const std::string &node : options.only)
        if (!options.folded.contains(node))
            options.unfolded.insert(node);
    return options;
}

void TopologyPanel::draw()
{
    m_only = pathNodes();
    m_scene->setFigure(m_cluster, m_cluster ? layoutTopology(*m_cluster, options()) : TopologyFigure());
    light();
    showPath();
    if (m_view->isFitting())
        m_view->fit();
    m_toolBar->setFound(m_cluster ? m_scene->search(m_toolBar->search().text()) : 0);
}

TopologyFigure TopologyPanel::paper() const
{
    TopologyOptions onPaper = options();
    onPaper.switches = false;
    if (!m_cluster)
        return {};
    TopologyFigure figure = layoutTopology(*m_cluster, onPaper);
    if (!m_scene->path())
        return withLit(std::move(figure), m_scene->lit());
    const PathFigure path = pathOn(figure);
    return withPath(std::move(figure), path, m_path->verdict, m_path->hop);
}

void TopologyPanel::showCurrent()
{
    const std::optional<Subject> current = m_scene->current();
    if (!current || !m_cluster) {
        m_facts->clear();
        m_facts->setVisible(width() >= narrow && !m_path); // a path wants the room
        m_view->setAccessibleDescription({});
        return;
    }
    m_facts->show();
    const Description facts = describe(*m_cluster, m_scene->figure().links, *current, windowLanguage());
    m_facts->setElement(*current, facts, QString::fromStdString(filterOf(*m_cluster, m_scene->figure().links, *current)));
    m_view->setAccessibleDescription(QString::fromStdString(facts.title) + QStringLiteral(", ") + factsSpoken(facts));
    QAccessibleEvent event(m_view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void TopologyPanel::startSearch(const QString &text)
{
    m_toolBar->search().setFocus(Qt::ShortcutFocusReason);
    m_toolBar->search().setText(text);
}

void TopologyPanel::goToFound(bool backwards)
{
    if (const std::optional<Subject> next = m_scene->nextFound(backwards)) {
        m_scene->setCurrent(next);
        m_view->reveal({*next});
    }
}

void TopologyPanel::fold(const Subject &subject)
{
    if (!m_cluster || subject.node >= m_cluster->nodes.size())
        return;
    const std::string &name = m_cluster->nodes[subject.node].name;
    const bool folded = isFolded(*m_cluster, options(), subject.node);
    if (subject.kind == Subject::Kind::MorePods && !folded) {
        m_options.complete.insert(name);
    } else if (subject.kind == Subject::Kind::Node || subject.kind == Subject::Kind::Switch || subject.kind == Subject::Kind::MorePods) {
        m_options.complete.erase(name);
        if (folded) {
            m_options.folded.erase(name);
            m_options.unfolded.insert(name);
        } else {
            m_options.folded.insert(name);
            m_options.unfolded.erase(name);
        }
    } else {
        return;
    }
    draw();
    m_view->reveal({{Subject::Kind::Node, subject.node, 0}});
}

void TopologyPanel::foldAll(bool fold)
{
    m_options.folded.clear();
    m_options.unfolded.clear();
    m_options.complete.clear();
    if (m_cluster)
        for (const ClusterNode &node : m_cluster->nodes)
            (fold ? m_options.folded : m_options.unfolded).insert(node.name);
    draw();
}

void TopologyPanel::showMenu(const Subject &subject, const QPoint &global)
{
    if (!m_cluster)
        return;
    QMenu menu(this);
    const QString filter = QString::fromStdString(filterOf(*m_cluster, m_scene->figure().links, subject));
    if (!filter.isEmpty()) {
        QAction *action = menu.addAction(FactsPanel::filterTitle(subject.kind), this, [this, filter] { emit filterRequested(filter); });
        action->setEnabled(m_hasPackets);
        menu.addAction(tr("Copy the filter"), this, [filter] { QGuiApplication::clipboard()->setText(filter); });
    }
    if (subject.kind == Subject::Kind::Node || subject.kind == Subject::Kind::MorePods)
        menu.addAction(isFolded(*m_cluster, options(), subject.node) ? tr("Expand") : subject.kind == Subject::Kind::Node ? tr("Collapse") : tr("Show all pods"),
                       this, [this, subject] { fold(subject); });
    addPredictions(menu, subject);
    menu.addAction(tr("Copy the facts"), this, [this] { QGuiApplication::clipboard()->setText(m_facts->text()); });
    menu.exec(global);
}

// From and to: pods, nodes and their devices' nodes.
void TopologyPanel::addPredictions(QMenu &menu, const Subject &subject)
{
    QString name;
    if (subject.kind == Subject::Kind::Pod && !m_cluster->pods[subject.item].name.empty())
        name = QString::fromStdString(m_cluster->pods[subject.item].fullName());
    else if (subject.kind == Subject::Kind::Node || subject.kind == Subject::Kind::Interface)
        name = QString::fromStdString(m_cluster->nodes[subject.node].name);
    if (name.isEmpty())
        return;
    menu.addSeparator();
    menu.addAction(tr("Predict from here…"), this, [this, name] {
        m_predictFrom = name;
        emit predictRequested(name, {});
    });
    menu.addAction(tr("Predict to here…"), this, [this, name] { emit predictRequested({}, name); });
    if (!m_predictFrom.isEmpty() && m_predictFrom != name)
        menu.addAction(tr("Predict from %1 to here").arg(m_predictFrom.section(QLatin1Char('/'), -1)), this, [this, name] { emit predictRequested(m_predictFrom, name); });
    menu.addSeparator();
}

void TopologyPanel::exportFigure()
{
    if (!m_cluster)
        return;
    const QString png = tr("PNG images (*.png)"), svg = tr("SVG drawings (*.svg)"), pdf = tr("PDF documents (*.pdf)");
    QString chosen = svg;
    QString path = QFileDialog::getSaveFileName(this, tr("Export the Topology"), tr("topology") + QStringLiteral(".svg"),
                                                QStringList{svg, png, pdf}.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QString wanted = chosen == png ? QStringLiteral("png") : chosen == pdf ? QStringLiteral("pdf") : QStringLiteral("svg");
    if (!QStringList{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")}.contains(suffix))
        path += QLatin1Char('.') + wanted;
    if (const Result<void> saved = saveFigure(*m_cluster, paper(), path))
        emit exported(path);
    else
        emit failed(translated(saved.error().message));
}

void TopologyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        draw();
    }
    QWidget::changeEvent(event);
}

void TopologyPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setVisible((width() >= narrow && !m_path) || m_scene->current());
    const Qt::Orientation wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    const int room = wanted == Qt::Vertical ? height() : width();
    m_splitter->setSizes(wanted == Qt::Vertical ? QList<int>{room * 2 / 3, room / 3} : QList<int>{room - factsWidth, factsWidth});
}

void TopologyPanel::retranslate()
{
    m_view->setAccessibleName(tr("Topology"));
}

} // namespace vethscope
