#include "core/path/prediction.h"
#include "core/pathfigures/pathfigure.h"
#include "tests/support/samplecluster.h"

#include <QTest>

#include <cmath>

// A foretold path upon the drawing: which elements its hops are, by what it comes there, and where its lines run.

using namespace vethscope;
using namespace vethscope::test;

namespace {

struct Drawn {
    Drawn(const std::string &sample, const char *from, const char *to, const std::set<std::string> &folded = {})
        : cluster(sampleCluster(sample)), predictor(cluster), figure(layoutTopology(cluster, optionsWith(folded)))
    {
        prediction = predictor.predict({*path::whoSends(predictor.places(), from), *path::whoIs(predictor.places(), to)});
        stops = stopsOf(cluster, figure.links, prediction.likeliest());
        way = layoutPath(figure, stops);
    }

    static TopologyOptions optionsWith(const std::set<std::string> &folded)
    {
        TopologyOptions options;
        options.folded = folded;
        return options;
    }

    QString nameOf(const Subject &subject) const { return QString::fromStdString(identityOf(cluster, figure.links, subject)); }
    QString namesOf(const std::vector<Subject> &subjects) const
    {
        QStringList names;
        for (const Subject &subject : subjects)
            names << nameOf(subject);
        return names.join(' ');
    }
    QStringList lines() const
    {
        QStringList lines;
        for (std::size_t i = 0; i < stops.size(); ++i)
            lines << QStringLiteral("%1 | through %2 | along %3 | %4 lines").arg(way.stops[i].place ? nameOf(*way.stops[i].place) : "-", namesOf(stops[i].through), namesOf(stops[i].along))
                         .arg(way.stops[i].leg.size()).replace("through  |", "|").replace("along  |", "|").replace("| |", "|").replace("| |", "|");
        return lines;
    }

    Cluster cluster;
    path::Predictor predictor;
    TopologyFigure figure;
    path::Prediction prediction{};
    std::vector<PathStop> stops;
    PathFigure way;
};

figure::Rect boxOf(const TopologyFigure &figure, const Subject &subject)
{
    for (const Part &part : figure.parts)
        if (part.subject == subject)
            for (const figure::Shape &shape : part.shapes)
                if (const auto *box = std::get_if<figure::Box>(&shape))
                    return box->rect;
    return {};
}

bool isOnEdge(const figure::Rect &box, const figure::Point &point)
{
    const bool x = std::abs(point.x - box.left()) < 0.1 || std::abs(point.x - box.right()) < 0.1;
    const bool y = std::abs(point.y - box.top()) < 0.1 || std::abs(point.y - box.bottom()) < 0.1;
    return (x || y) && box.grown(0.1).contains(point);
}

Part boxPart(Subject::Kind kind, std::uint32_t item, figure::Rect rect, figure::Hue hue, figure::Fill fill = figure::Fill::Soft)
{
    return {{kind, 0, item}, {figure::Box{rect, 6, hue, fill}}, rect, {}};
}

QString pointsOf(const PathFigure::Stop &stop)
{
    QStringList lines;
    for (const figure::Line &line : stop.leg)
        lines << QStringLiteral("%1,%2 %3,%4 %5").arg(line.points[0].x).arg(line.points[0].y).arg(line.points[1].x).arg(line.points[1].y)
                     .arg(line.hue == figure::Hue::Underlay ? "underlay" : line.hue == figure::Hue::Tunnel ? "tunnel" : "overlay");
    return lines.join("; ");
}

} // namespace

class PathFigureTest : public QObject
{
    Q_OBJECT

private slots:
    void overAnL3Border()
    {
        const Drawn drawn("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-d4n6l");
        QCOMPARE(drawn.lines().join('\n'), QStringList({
            "pod:default/tea-6fb46d899f-4zkt2 | 0 lines",
            "interface:master/vetha1f852ea | along veth:master/vetha1f852ea | 1 lines",
            "interface:master/cni0 | 1 lines",
            "interface:master/flannel.1 | along routes:master/flannel.1 | 1 lines",
            "interface:master/eth0 | along routes:master/flannel.1 tunnel:VM-16-10-centos/flannel.1-master | 1 lines",
            "router:172.27.0.1 | through subnet:172.27.0.0/20 | along routes:master/eth0 tunnel:VM-16-10-centos/flannel.1-master | 2 lines",
            "interface:VM-16-10-centos/eth0 | through unseen:VM-16-10-centos/1 unseen:VM-16-10-centos/2 router:172.27.16.1 subnet:172.27.16.0/20 | along tunnel:VM-16-10-centos/flannel.1-master | 4 lines",
            "interface:VM-16-10-centos/flannel.1 | along routes:VM-16-10-centos/flannel.1 tunnel:VM-16-10-centos/flannel.1-master | 1 lines",
            "interface:VM-16-10-centos/cni0 | along routes:VM-16-10-centos/flannel.1 | 1 lines",
            "interface:VM-16-10-centos/veth48059492 | 1 lines",
            "pod:default/web-5dcb957ccc-d4n6l | along veth:VM-16-10-centos/veth48059492 | 1 lines",
        }).join('\n'));
        QCOMPARE(drawn.stops.size(), drawn.prediction.likeliest().hops.size());
    }

    // On one subnet nodes reach each other without a router; the packet is never encapsulated.
    void toTheNextHop()
    {
        const Drawn drawn("flannel-host-gw", "cake-5f7c9d84bb-r6x2m", "shop-6d8f7b9c5d-x2k4q");
        const QStringList lines = drawn.lines();
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines[3], QString("interface:k8s-master/eth0 | 1 lines"));
        QCOMPARE(lines[4], QString("interface:k8s-node1/eth0 | through subnet:172.27.0.0/20 | along routes:k8s-master/eth0 nexthop:k8s-master-k8s-node1 | 2 lines"));
        QVERIFY2(!lines.join(' ').contains("router:") && !lines.join(' ').contains("tunnel:"), qPrintable(lines.join('\n')));
    }

    // A pod's packet that stays on its node passes no line between nodes.
    void onOneNode()
    {
        const Drawn drawn("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-flhdd");
        QCOMPARE(drawn.lines().join('\n'), QStringList({
            "pod:default/tea-6fb46d899f-4zkt2 | 0 lines",
            "interface:master/vetha1f852ea | along veth:master/vetha1f852ea | 1 lines",
            "interface:master/cni0 | 1 lines",
            "interface:master/veth7bd66290 | 1 lines",
            "pod:default/web-5dcb957ccc-flhdd | along veth:master/veth7bd66290 | 1 lines",
        }).join('\n'));
    }

    void linesJoinTheBoxesAndCrossNone_data()
    {
        QTest::addColumn<QString>("folded");
        for (const std::string &sample : sampleNames()) {
            QTest::newRow(sample.c_str()) << QString();
            const std::string node = sampleCluster(sample).nodes.front().name;
            QTest::newRow((sample + " folded").c_str()) << QString::fromStdString(node);
        }
    }

    void linesJoinTheBoxesAndCrossNone()
    {
        QFETCH(QString, folded);
        const std::string sample = QString(QTest::currentDataTag()).section(' ', 0, 0).toStdString();
        const Cluster cluster = sampleCluster(sample);
        std::set<std::string> names;
        if (!folded.isEmpty())
            names.insert(folded.toStdString());
        int legs = 0;
        for (const ClusterPod &from : cluster.pods) {
            for (const ClusterPod &to : cluster.pods) {
                if (from.name.empty() || to.name.empty())
                    continue;
                const Drawn drawn(sample, from.fullName().c_str(), to.fullName().c_str(), names);
                std::optional<Subject> before;
                for (const PathFigure::Stop &stop : drawn.way.stops) {
                    if (!stop.place)
                        continue;
                    const figure::Rect here = boxOf(drawn.figure, *stop.place);
                    QVERIFY2(!here.isEmpty(), qPrintable(drawn.nameOf(*stop.place)));
                    QVERIFY(here.grown(0.1).contains(stop.dot));
                    if (!stop.leg.empty()) {
                        ++legs;
                        QVERIFY(before && *before != *stop.place);
                        const bool isHouse = stop.place->kind == Subject::Kind::Node;
                        QVERIFY2(isHouse || isOnEdge(here, stop.leg.back().points.back()), qPrintable(drawn.nameOf(*stop.place)));
                        QVERIFY2(before->kind == Subject::Kind::Node || isOnEdge(boxOf(drawn.figure, *before), stop.leg.front().points.front()), qPrintable(drawn.nameOf(*before)));
                    }
                    before = stop.place;
                }
                QVERIFY(drawn.way.end);
            }
        }
        QVERIFY(legs > 0);
    }

    // A house that is folded up stands for all that is in it.
    void ofAFoldedNodeTheCard()
    {
        const Drawn drawn("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-d4n6l", {"VM-16-10-centos"});
        const QStringList lines = drawn.lines();
        QCOMPARE(lines[7].section(' ', 0, 0), QString("node:VM-16-10-centos"));
        QVERIFY2(lines[8].endsWith("| 0 lines"), qPrintable(lines[8]));
        QVERIFY2(lines[1].startsWith("interface:master/vetha1f852ea"), qPrintable(lines[1]));
    }

    void whereItNeverReachesADevice()
    {
        const Drawn drawn("flannel-vxlan", "10.244.7.7", "10.244.9.9");
        QCOMPARE(drawn.way.stops.size(), std::size_t(1));
        QVERIFY(!drawn.way.stops.front().place);
        QVERIFY(!drawn.way.end);
    }

    void geometry_data()
    {
        using figure::Hue;
        using figure::Rect;
        QTest::addColumn<QList<QRectF>>("boxes"); // from, to, and what is between
        QTest::addColumn<QString>("leg");
        QTest::newRow("below") << QList<QRectF>{{0, 0, 100, 20}, {30, 60, 20, 20}} << "40,20 40,60 overlay";
        QTest::newRow("above") << QList<QRectF>{{30, 60, 20, 20}, {0, 0, 100, 20}} << "40,60 40,20 overlay";
        QTest::newRow("right") << QList<QRectF>{{0, 0, 20, 100}, {60, 30, 20, 20}} << "20,40 60,40 overlay";
        QTest::newRow("left") << QList<QRectF>{{60, 30, 20, 20}, {0, 0, 20, 100}} << "60,40 20,40 overlay";
        QTest::newRow("only partly below") << QList<QRectF>{{0, 0, 100, 20}, {90, 60, 80, 20}} << "100,20 100,60 overlay";
        QTest::newRow("neither below nor beside") << QList<QRectF>{{0, 0, 20, 20}, {60, 60, 20, 20}} << "20,10 60,70 overlay";
        QTest::newRow("behind another") << QList<QRectF>{{0, 0, 20, 20}, {0, 100, 20, 20}, {-10, 40, 50, 20}} << "10,20 10,40 overlay; 10,60 10,100 overlay";
        QTest::newRow("behind two that overlap") << QList<QRectF>{{0, 0, 20, 20}, {0, 100, 20, 20}, {-10, 40, 50, 20}, {-10, 50, 50, 20}} << "10,20 10,40 overlay; 10,70 10,100 overlay";
        QTest::newRow("beside another") << QList<QRectF>{{0, 0, 20, 20}, {0, 100, 20, 20}, {11, 40, 50, 20}} << "10,20 10,100 overlay";
        QTest::newRow("in a box with both") << QList<QRectF>{{0, 0, 20, 20}, {0, 100, 20, 20}, {-10, -10, 90, 190}} << "10,20 10,100 overlay";
        QTest::newRow("in a box with one") << QList<QRectF>{{0, 0, 20, 20}, {0, 100, 20, 20}, {-10, 90, 90, 190}} << "10,20 10,100 overlay";
    }

    void geometry()
    {
        QFETCH(QList<QRectF>, boxes);
        TopologyFigure figure;
        const auto rectOf = [](const QRectF &rect) { return figure::Rect{rect.x(), rect.y(), rect.width(), rect.height()}; };
        for (qsizetype i = 0; i < boxes.size(); ++i)
            figure.parts.push_back(boxPart(Subject::Kind::Interface, std::uint32_t(i), rectOf(boxes[i]), i == 0 ? figure::Hue::Underlay : figure::Hue::Overlay));
        const std::vector<PathStop> stops{{{{Subject::Kind::Interface, 0, 0}}, {}, {}}, {{{Subject::Kind::Interface, 0, 1}}, {}, {}}};
        const PathFigure path = layoutPath(figure, stops);
        QTEST(pointsOf(path.stops[1]), "leg");
        QVERIFY(path.stops[0].leg.empty());
        QCOMPARE(path.stops[0].dot, path.stops[1].leg.front().points.front());
        QCOMPARE(path.stops[1].dot, path.stops[1].leg.back().points.back());
        const figure::Rect last = rectOf(boxes[1]);
        QCOMPARE(path.end->x, last.right() - 2);
        QCOMPARE(path.end->y, last.top() + 2);
    }

    void ofThreeHues()
    {
        using figure::Hue;
        TopologyFigure figure;
        std::uint32_t item = 0;
        for (const Hue hue : {Hue::Overlay, Hue::Tunnel, Hue::Underlay, Hue::Tunnel, Hue::Overlay})
            figure.parts.push_back(boxPart(Subject::Kind::Interface, item++, {0, 40.0 * item, 20, 20}, hue));
        std::vector<PathStop> stops;
        for (std::uint32_t i = 0; i < item; ++i)
            stops.push_back({{{Subject::Kind::Interface, 0, i}}, {}, {}});
        const PathFigure path = layoutPath(figure, stops);
        QStringList hues;
        for (const PathFigure::Stop &stop : path.stops)
            hues << pointsOf(stop).section(' ', -1);
        QCOMPARE(hues.join(','), QString(",overlay,tunnel,tunnel,overlay"));
        QCOMPARE(path.all().size(), std::size_t(5));
    }

    // Subnets with many nodes are drawn around them: there is no line to what a node stands in.
    void throughDistricts()
    {
        TopologyFigure figure;
        figure.parts.push_back(boxPart(Subject::Kind::Subnet, 0, {0, 0, 100, 100}, figure::Hue::Underlay));
        figure.parts.push_back(boxPart(Subject::Kind::Subnet, 1, {200, 0, 100, 100}, figure::Hue::Underlay));
        figure.parts.push_back(boxPart(Subject::Kind::Subnet, 2, {130, 40, 40, 20}, figure::Hue::Underlay));
        figure.parts.push_back(boxPart(Subject::Kind::Node, 7, {10, 10, 50, 80}, figure::Hue::Underlay));
        figure.parts.push_back(boxPart(Subject::Kind::Node, 8, {240, 10, 50, 80}, figure::Hue::Underlay));
        const auto subnet = [](std::uint32_t item) { return Subject{Subject::Kind::Subnet, 0, item}; };
        const PathFigure path = layoutPath(figure, {{{{Subject::Kind::Node, 0, 7}}, {}, {}}, {{{Subject::Kind::Node, 0, 8}}, {subnet(0), subnet(2), subnet(1)}, {}}});
        QCOMPARE(pointsOf(path.stops[1]), QString("60,50 130,50 underlay; 170,50 240,50 underlay"));
        QCOMPARE(path.stops[1].lit.size(), std::size_t(4)); // lit they are all the same
    }

    void whatStandsForADevice()
    {
        TopologyFigure figure;
        figure.parts.push_back(boxPart(Subject::Kind::Node, 0, {0, 0, 200, 300}, figure::Hue::Neutral, figure::Fill::Window));
        figure.parts.push_back(boxPart(Subject::Kind::Pod, 4, {20, 100, 50, 50}, figure::Hue::Overlay));
        const Subject veth{Subject::Kind::Interface, 0, 9}, pod{Subject::Kind::Pod, 0, 4}, node{Subject::Kind::Node, 0, 0};
        const PathFigure path = layoutPath(figure, {{{veth, pod, node}, {}, {}}, {{veth, node}, {}, {}}, {{veth}, {}, {}}, {{node}, {}, {}}});
        QCOMPARE(path.stops[0].place, std::optional(pod));
        QCOMPARE(path.stops[1].place, std::optional(node));
        QVERIFY(!path.stops[2].place && path.stops[2].leg.empty());
        QVERIFY2(path.stops[3].leg.empty(), "it is at the node still");
        QCOMPARE(pointsOf(path.stops[1]), QString("45,100 45,40 overlay")); // to the head of the house
        QCOMPARE(path.stops[2].lit.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(PathFigureTest)
#include "tst_pathfigure.moc"
