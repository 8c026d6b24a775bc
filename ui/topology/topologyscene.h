#pragma once

#include "core/path/disposition.h"
#include "core/pathfigures/pathfigure.h"
#include "core/topology/layout.h"

#include <QGraphicsScene>

#include <memory>
#include <set>
#include <vector>

namespace vethscope {

class PartItem;
class PathItem;

/// A figure on a scene: an item for each part, and which of them are lit, found or current. Parts are known by what they stand
/// for, so that all this outlives a new layout.
class TopologyScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit TopologyScene(QObject *parent = nullptr);
    ~TopologyScene() override;

    void setFigure(std::shared_ptr<const Cluster> cluster, TopologyFigure figure);
    const Cluster *cluster() const { return m_cluster.get(); }
    const TopologyFigure &figure() const { return m_figure; }

    /// The element at a point: the topmost that answers, or null.
    PartItem *partAt(QPointF point) const;
    /// The first part of an element, or null.
    PartItem *partOf(const Subject &subject) const;

    std::optional<Subject> current() const { return m_current; }
    void setCurrent(const std::optional<Subject> &subject);
    /// The element next to the current one in a direction: what an arrow key goes to.
    std::optional<Subject> next(Qt::Key arrow) const;
    /// Elements in reading order, each once.
    std::vector<Subject> inOrder() const;

    void setLit(std::set<Subject> lit);
    const std::set<Subject> &lit() const { return m_lit; }

    /// Shows a foretold path, all else faintly, until clearPath(): it does not outlive a new figure.
    void setPath(PathFigure path, path::Verdict verdict);
    void clearPath();
    /// How far the packet has come.
    void setHop(std::size_t hop);
    /// Null while none is shown.
    const PathItem *path() const { return m_path; }

    /// Shows faintly what does not have these words in its name or its facts; empty shows everything. How many have them.
    int search(const QString &words);
    /// The next element that was found, behind the current one; none when nothing was.
    std::optional<Subject> nextFound(bool backwards) const;

    std::string identity(const Subject &subject) const;
    std::optional<Subject> withIdentity(const std::string &identity) const;

signals:
    void currentChanged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    bool matches(const Part &part, const std::string &words) const;
    void findHiddenPods();
    void light();

    std::shared_ptr<const Cluster> m_cluster;
    TopologyFigure m_figure;
    std::vector<PartItem *> m_items;
    std::optional<Subject> m_current;
    std::set<Subject> m_lit;
    PathItem *m_path = nullptr;
    std::set<Subject> m_onPath, m_walked; // of the path: all, and up to the present hop
    std::set<Subject> m_found;
    QString m_words;
};

} // namespace vethscope
