#pragma once

#include "core/topology/layout.h"

#include <QToolBar>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace vethscope {

class Snapshots;

/// The line above the drawing: search, zoom, what is shown, whose facts count, export. What does not fit is in a menu at its end.
class TopologyToolBar : public QToolBar
{
    Q_OBJECT

public:
    explicit TopologyToolBar(Snapshots &snapshots, QWidget *parent = nullptr);

    QLineEdit &search() { return *m_search; }
    void setFound(int found);
    void setZoom(double zoom);
    void setReportCount(std::size_t count);
    TopologyLayers layers() const;
    bool hasLegend() const;
    /// Whether of a large cluster only the nodes of a foretold path are to be drawn, while one is shown.
    bool showsPathAlone() const;

signals:
    void searched(const QString &words);
    /// Enter, or Shift and Enter: the next of what was found.
    void nextRequested(bool backwards);
    /// Esc, or ↓: back to the drawing.
    void leftSearch();
    void zoomStepped(int steps);
    void zoomReset();
    void fitRequested();
    void foldAllRequested(bool fold);
    void lookChanged();
    void reportRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillSnapshots();
    void retranslate();

    Snapshots &m_snapshots;
    QLineEdit *m_search;
    QLabel *m_found;
    QAction *m_foundAction = nullptr;
    QToolButton *m_layersButton;
    QToolButton *m_snapshotsButton;
    QMenu *m_layersMenu;
    QMenu *m_snapshotsMenu;
    QAction *m_zoomOut = nullptr, *m_zoom = nullptr, *m_zoomIn = nullptr, *m_fit = nullptr;
    QAction *m_fold = nullptr, *m_unfold = nullptr;
    QAction *m_tunnels = nullptr, *m_bgp = nullptr, *m_routes = nullptr, *m_addresses = nullptr, *m_emptyBridges = nullptr, *m_pathAlone = nullptr, *m_legend = nullptr;
    QAction *m_report = nullptr, *m_export = nullptr;
    std::size_t m_reportCount = 0;
};

} // namespace vethscope
