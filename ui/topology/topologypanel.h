#pragma once

#include "core/topology/layout.h"
#include "core/topology/lighting.h"
#include "core/topology/place.h"
#include "ui/topology/shownpath.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace vethscope {

class EmptyTopology;
class FactsPanel;
class Snapshots;
class TopologyScene;
class TopologyToolBar;
class TopologyView;

/// The cluster that the chosen snapshots tell of, as a drawing: search, zoom, collapse, layers, and beside it what is known of the
/// chosen element. Says what to do while there is none.
class TopologyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TopologyPanel(Snapshots &snapshots, QWidget *parent = nullptr);
    ~TopologyPanel() override;

    TopologyView &view() { return *m_view; }
    TopologyScene &scene() { return *m_scene; }
    FactsPanel &facts() { return *m_facts; }
    TopologyToolBar &toolBar() { return *m_toolBar; }

    /// Whether a capture is open, whose packets can be filtered.
    void setHasPackets(bool hasPackets);
    /// Lights what a packet has to do with; nothing without one.
    void setPacket(const std::optional<PacketAddresses> &packet);
    /// Lights devices, pods and nodes in the place of that, until there is another packet.
    void showPlaces(const std::vector<TopologyPlace> &places);
    /// Shows a foretold path in place of that; nothing without one. A path of another cluster than the drawing's is not shown.
    void setPath(const std::optional<ShownPath> &path);
    /// Begins a search with what was typed somewhere else.
    void startSearch(const QString &text);
    void fold(const Subject &subject);
    void foldAll(bool fold);

    /// The drawing as it goes to paper: without what only a window needs; what a packet or a path lights is lit there, too.
    TopologyFigure paper() const;
    /// Asks for a file and writes the drawing.
    void exportFigure();

signals:
    void evidenceRequested(const Evidence &evidence);
    void filterRequested(const QString &expression);
    /// A path is to be foretold between these two, by the names that a question takes; one of them may be empty.
    void predictRequested(const QString &from, const QString &to);
    void pasteRequested();
    void importRequested();
    void importFolderRequested();
    void reportRequested();
    void failed(const QString &message);
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectToolBar();
    void connectView();
    void showCluster();
    void draw();
    void showCurrent();
    void light();
    void showPath();
    std::set<std::string> pathNodes() const;
    PathFigure pathOn(const TopologyFigure &figure) const;
    void addPredictions(QMenu &menu, const Subject &subject);
    void goToFound(bool backwards);
    void showMenu(const Subject &subject, const QPoint &global);
    void retranslate();
    TopologyOptions options() const;

    Snapshots &m_snapshots;
    std::shared_ptr<const Cluster> m_cluster;
    TopologyOptions m_options;
    std::optional<PacketAddresses> m_packet;
    std::optional<ShownPath> m_path;
    std::set<std::string> m_only; // nodes that are drawn alone for it
    QString m_predictFrom; // chosen for a prediction whose other end is still to be chosen
    bool m_hasPackets = false;
    QStackedWidget *m_pages;
    EmptyTopology *m_empty;
    TopologyToolBar *m_toolBar;
    TopologyScene *m_scene;
    TopologyView *m_view;
    FactsPanel *m_facts;
    QSplitter *m_splitter;
    std::optional<Subject> m_hovered;
    QPoint m_hoveredAt;
    QTimer m_hoverTimer;
};

} // namespace vethscope
