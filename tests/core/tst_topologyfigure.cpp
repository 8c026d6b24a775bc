#include "core/figure/textwidth.h"
#include "core/filter/filter.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"
#include "core/topology/describe.h"
#include "core/topology/layout.h"
#include "core/topology/lighting.h"
#include "core/topology/segments.h"
#include "core/topology/svg.h"
#include "tests/support/drawings.h"
#include "tests/support/figurelines.h"
#include "tests/support/golden.h"
#include "tests/support/samplecluster.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

using namespace vethscope;
using namespace vethscope::test;

namespace {

using figure::Rect;
using Kind = Subject::Kind;

// Of two nodes in two subnets, between which stands a third that printed nothing.
Cluster workersOf(const std::string &sample)
{
    std::vector<Snapshot> read;
    for (const char *host : {"cn-worker1.txt", "cn-worker2.txt"})
        if (auto snapshot = readSnapshot(std::filesystem::path(VETHSCOPE_SOURCE_DIR) / "resources/samples" / sample / "hosts" / host))
            read.push_back(std::move(*snapshot));
    std::vector<const Snapshot *> all;
    for (const Snapshot &snapshot : read)
        all.push_back(&snapshot);
    return clusterOf(joined(all));
}

Cluster clusterNamed(const QString &name)
{
    if (name == "workers alone")
        return workersOf("calico-ipip");
    if (name == "50 nodes, 500 pods")
        return generatedCluster(50, 10);
    if (name == "four nodes")
        return generatedCluster(4, 6);
    if (name == "mesh of three, one session down")
        return generatedMesh(3, false, 1);
    if (name == "mesh of eight")
        return generatedMesh(8, false, 2);
    if (name == "reflector of eight")
        return generatedMesh(8, true, 1);
    return sampleCluster(name.toStdString());
}

TopologyFigure figureOf(const QString &name)
{
    const auto drawing = std::ranges::find(drawings(), name.toStdString(), &Drawing::name);
    return drawing == drawings().end() ? layoutTopology(clusterNamed(name), {}) : layoutTopology(drawing->cluster, drawing->options);
}

std::vector<std::pair<Rect, std::string>> textsOf(const TopologyFigure &figure)
{
    std::vector<std::pair<Rect, std::string>> texts;
    for (const Part &part : figure.parts)
        for (const figure::Shape &shape : part.shapes)
            if (const auto *text = std::get_if<figure::Text>(&shape))
                texts.emplace_back(figure::boundsOf(shape), text->text);
    return texts;
}

std::map<std::string, Rect> placesOf(const Cluster &cluster, const TopologyFigure &figure)
{
    std::map<std::string, Rect> places;
    for (const Part &part : figure.parts)
        if (part.subject.kind != Kind::None)
            places.try_emplace(identityOf(cluster, figure.links, part.subject), part.reach);
    return places;
}

bool crosses(figure::Point a, figure::Point b, figure::Point c, figure::Point d)
{
    const auto side = [](figure::Point p, figure::Point q, figure::Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

} // namespace

class TopologyFigureTest : public QObject
{
    Q_OBJECT

    static void clusters()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : sampleNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        for (const char *name : {"50 nodes, 500 pods", "four nodes", "mesh of three, one session down", "mesh of eight", "reflector of eight", "workers alone"})
            QTest::newRow(name) << name;
    }

    static void everyDrawing()
    {
        clusters();
        for (const Drawing &drawing : drawings())
            if (std::ranges::find(sampleNames(), drawing.name) == sampleNames().end())
                QTest::newRow(drawing.name.c_str()) << QString::fromStdString(drawing.name);
    }

private slots:
    void isAsInTheGoldenFile_data()
    {
        QTest::addColumn<qsizetype>("drawing");
        for (std::size_t i = 0; i < drawings().size(); ++i)
            QTest::newRow(drawings()[i].name.c_str()) << static_cast<qsizetype>(i);
    }

    void isAsInTheGoldenFile()
    {
        QFETCH(qsizetype, drawing);
        const Drawing &one = drawings()[static_cast<std::size_t>(drawing)];
        const TopologyFigure figure = layoutTopology(one.cluster, one.options);
        QStringList lines;
        for (const std::string &line : figureLines(one.cluster, figure))
            lines << QString::fromStdString(line);
        QString file = QString::fromStdString(one.name);
        file.remove(',').replace(' ', '-');
        if (const QByteArray folder = qgetenv("VETHSCOPE_DRAWINGS"); !folder.isEmpty()) { // to look at
            QFile svg(QString::fromLocal8Bit(folder) + "/golden-" + file + ".svg");
            QVERIFY(svg.open(QIODevice::WriteOnly));
            svg.write(QByteArray::fromStdString(topologySvg(one.cluster, figure, Colours::light())));
        }
        const QString difference = differenceFromGolden(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/core/golden/topology/") + file + ".txt", lines);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void wordsDoNotOverlap_data() { everyDrawing(); }

    void wordsDoNotOverlap()
    {
        QFETCH(QString, name);
        const TopologyFigure figure = figureOf(name);
        const auto texts = textsOf(figure);
        QVERIFY(texts.size() > 3);
        const Rect paper{0, 0, figure.width, figure.height};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(paper.contains(texts[i].first), texts[i].second.c_str());
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(!texts[i].first.grown(-1).overlaps(texts[k].first.grown(-1)), (texts[i].second + " upon " + texts[k].second).c_str());
        }
    }

    void wordsStandInsideTheirBoxes_data() { everyDrawing(); }

    void wordsStandInsideTheirBoxes()
    {
        QFETCH(QString, name);
        const TopologyFigure figure = figureOf(name);
        for (const Part &part : figure.parts) {
            if (part.subject.kind != Kind::Interface && part.subject.kind != Kind::Router && part.subject.kind != Kind::Pod)
                continue;
            const Rect room = part.reach.grown(0.5);
            for (const figure::Shape &shape : part.shapes)
                if (const auto *text = std::get_if<figure::Text>(&shape))
                    QVERIFY2(room.contains(figure::boundsOf(shape)), text->text.c_str());
        }
    }

    void routersStandApart_data() { everyDrawing(); }

    void routersStandApart()
    {
        QFETCH(QString, name);
        const TopologyFigure figure = figureOf(name);
        std::vector<Rect> routers;
        for (const Part &part : figure.parts)
            if (part.subject.kind == Kind::Router)
                routers.push_back(part.reach);
        QVERIFY(!routers.empty() || !name.startsWith("calico"));
        for (std::size_t i = 0; i < routers.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!routers[i].overlaps(routers[k]));
    }

    // Of a lab's cluster no two lines need to cross: tunnels, sessions and next hops each have their own place. Only where a node has a
    // tunnel device for each family the one's line passes over the other's.
    void linesDoNotCross_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : sampleNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void linesDoNotCross()
    {
        QFETCH(QString, name);
        const Cluster cluster = clusterNamed(name);
        const TopologyFigure figure = layoutTopology(cluster, {});
        const auto tunnels = [](const ClusterNode &node) { return std::ranges::count_if(node.net.interfaces, [](const NetworkInterface &device) { return isTunnel(device.kind); }); };
        const bool isDual = std::ranges::any_of(cluster.nodes, [&](const ClusterNode &node) { return tunnels(node) > 1; });
        const auto passesOver = [&](const std::string &one, const std::string &other) { return isDual && one.starts_with("tunnel:") && (other.starts_with("routes:") || other.starts_with("tunnel:")); };
        std::vector<std::pair<std::vector<figure::Point>, std::string>> lines;
        for (const Part &part : figure.parts)
            for (const figure::Shape &shape : part.shapes)
                if (const auto *line = std::get_if<figure::Line>(&shape))
                    lines.emplace_back(figure::flattened(*line), identityOf(cluster, figure.links, part.subject));
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                for (std::size_t a = 0; a + 1 < lines[i].first.size(); ++a)
                    for (std::size_t b = 0; b + 1 < lines[k].first.size(); ++b)
                        QVERIFY2(passesOver(lines[i].second, lines[k].second) || passesOver(lines[k].second, lines[i].second) || !crosses(lines[i].first[a], lines[i].first[a + 1], lines[k].first[b], lines[k].first[b + 1]),
                                 (lines[i].second + " and " + lines[k].second).c_str());
    }

    // Two tunnels between the same nodes, told apart by the family of what carries them.
    void eachFamilyLightsItsOwnTunnel_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QString>("device");
        QTest::newRow("IPv4") << QStringList{"172.27.0.41", "172.27.16.42", "10.244.0.5", "10.244.1.6"} << "flannel.1";
        QTest::newRow("IPv6") << QStringList{"2001:db8:27::41", "2001:db8:1610::42", "fd00:10:244::5", "fd00:10:244:1::6"} << "flannel-v6.1";
    }

    void eachFamilyLightsItsOwnTunnel()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QString, device);
        const Cluster cluster = sampleCluster("flannel-vxlan-dual");
        const ClusterLinks links = linksOf(cluster);
        const auto address = [&](qsizetype i) { return IpAddress::parse(addresses[i].toStdString()); };
        QStringList tunnels, routes;
        for (const Subject &subject : elementsOf(cluster, links, {address(0), address(1), address(2), address(3)})) {
            const QString name = QString::fromStdString(identityOf(cluster, links, subject));
            if (name.startsWith("tunnel:"))
                tunnels << name;
            if (name.startsWith("routes:"))
                routes << name;
        }
        routes.sort();
        QCOMPARE(tunnels, QStringList{"tunnel:dual-1/" + device + "-dual-2"});
        QCOMPARE(routes, (QStringList{"routes:dual-1/" + device, "routes:dual-2/" + device}));
    }

    // IPv4 and IPv6 on the same devices are one link; two IPv4 networks there are two, and so are those of different devices.
    void subnetsOfOneLink()
    {
        const auto subnet = [](const char *network, const std::vector<UnderlaySubnet::Member> &members) { return UnderlaySubnet{*IpPrefix::parse(network), members, {}}; };
        Cluster cluster;
        cluster.subnets = {subnet("10.0.0.0/24", {{"n1", "eth0"}, {"n2", "eth0"}}), subnet("10.0.1.0/24", {{"n1", "eth0"}, {"n2", "eth0"}}), subnet("fd00::/64", {{"n2", "eth0"}, {"n1", "eth0"}}),
                           subnet("fd01::/64", {{"n1", "eth1"}, {"n2", "eth0"}}), subnet("fd02::/64", {})};
        QCOMPARE(segmentsOf(cluster), (std::vector<Segment>{{0, 2}, {1}, {3}, {4}}));
        cluster.subnets.push_back(subnet("10.0.2.0/24", {}));
        QCOMPARE(segmentsOf(cluster).back(), Segment{5});
    }

    void isTheSameEachTime()
    {
        const Cluster cluster = sampleCluster("calico-ipip");
        QCOMPARE(topologySvg(cluster, layoutTopology(cluster, {}), Colours::light()), topologySvg(cluster, layoutTopology(cluster, {}), Colours::light()));
    }

    void staysWhereItIsWhenAFactIsAdded()
    {
        Cluster cluster = sampleCluster("flannel-vxlan");
        const auto before = placesOf(cluster, layoutTopology(cluster, {}));
        QVERIFY(before.size() > 20);
        cluster.nodes.front().net.neighbours.push_back({IpAddress::parse("172.27.0.9"), {}, MacAddress::parse("02:00:00:00:00:01"), "eth0", "stale", {}});
        QCOMPARE(placesOf(cluster, layoutTopology(cluster, {})), before);
    }

    void everyNodePodAndDeviceIsThere_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : sampleNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void everyNodePodAndDeviceIsThere()
    {
        QFETCH(QString, name);
        const Cluster cluster = clusterNamed(name);
        const auto places = placesOf(cluster, layoutTopology(cluster, {}));
        for (const ClusterNode &node : cluster.nodes) {
            QVERIFY(places.contains("node:" + node.name));
            for (const NetworkInterface &interface : node.net.interfaces)
                if (interface.kind != LinkKind::Loopback)
                    QVERIFY2(places.contains("interface:" + node.name + '/' + interface.name), interface.name.c_str());
        }
        for (const ClusterPod &pod : cluster.pods)
            QVERIFY2(places.contains("pod:" + pod.fullName()), pod.fullName().c_str());
    }

    void svgIsSoundXml_data() { clusters(); }

    void svgIsSoundXml()
    {
        QFETCH(QString, name);
        Cluster cluster = clusterNamed(name);
        cluster.nodes.front().name += "<&\"";
        const TopologyFigure figure = layoutTopology(cluster, {});
        const std::string svg = topologySvg(cluster, figure, Colours::dark());
        QXmlStreamReader reader(QByteArray::fromStdString(svg));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(svg.find(figure.title) != std::string::npos || figure.title.find_first_of("<&") != std::string::npos);
        if (const QByteArray folder = qgetenv("VETHSCOPE_DRAWINGS"); !folder.isEmpty()) // to look at
            for (const bool dark : {false, true}) {
                QFile file(QString::fromLocal8Bit(folder) + '/' + QString(name).replace(' ', '_') + (dark ? ".dark.svg" : ".svg"));
                QVERIFY(file.open(QIODevice::WriteOnly));
                const Cluster plain = clusterNamed(name);
                file.write(QByteArray::fromStdString(topologySvg(plain, layoutTopology(plain, {}), dark ? Colours::dark() : Colours::light())));
            }
    }

    // Each part is a group of its own name, with all of its shapes.
    void svgHasEveryPart()
    {
        const Cluster cluster = sampleCluster("calico-ipip");
        const TopologyFigure figure = layoutTopology(cluster, {});
        QXmlStreamReader reader(QByteArray::fromStdString(topologySvg(cluster, figure, Colours::light())));
        std::set<QString> ids;
        auto part = figure.parts.begin();
        QVERIFY(reader.readNextStartElement());
        while (reader.readNextStartElement()) {
            if (reader.name() != u"g") {
                reader.skipCurrentElement();
                continue;
            }
            const QString id = reader.attributes().value("id").toString();
            const std::string identity = identityOf(cluster, figure.links, part->subject);
            QVERIFY2(ids.insert(id).second, qPrintable(id));
            QCOMPARE(id.section('#', 0, 0).toStdString(), identity.empty() ? std::string("figure") : identity);
            std::size_t shapes = 0;
            while (reader.readNextStartElement()) {
                if (reader.name() == u"title") {
                    QCOMPARE(reader.readElementText().toStdString(), part->name);
                    continue;
                }
                ++shapes;
                reader.skipCurrentElement();
            }
            QCOMPARE(shapes, part->shapes.size());
            ++part;
        }
        QVERIFY(part == figure.parts.end());
        QVERIFY(ids.contains("figure") && ids.contains("figure#2") && ids.contains("figure#3"));
        QVERIFY(ids.contains("node:cn-master") && !ids.contains("node:cn-master#1"));
    }

    void filtersCanBeApplied_data() { clusters(); }

    void filtersCanBeApplied()
    {
        QFETCH(QString, name);
        const Cluster cluster = clusterNamed(name);
        const TopologyFigure figure = layoutTopology(cluster, {});
        int filters = 0;
        for (const Part &part : figure.parts) {
            const std::string expression = filterOf(cluster, figure.links, part.subject);
            if (expression.empty() || filters > 400)
                continue;
            ++filters;
            QVERIFY2(Filter::compile(expression, protocols::registry()).has_value(), expression.c_str());
        }
        QVERIFY(filters > 5);
    }

    void namesAreElidedInTheMiddle()
    {
        const std::string shorter = figure::elidedInTheMiddle("checkout-service-5dcb957ccc-flhdd", 120, figure::Face::Sans, 12, true);
        QVERIFY(shorter.starts_with("checko") && shorter.ends_with("hdd"));
        QVERIFY(figure::textWidth(shorter, figure::Face::Sans, 12, true) <= 120);
        QCOMPARE(figure::elidedInTheMiddle("tea", 120, figure::Face::Sans, 12), std::string("tea"));
    }
};

QTEST_APPLESS_MAIN(TopologyFigureTest)
#include "tst_topologyfigure.moc"
