#include "core/figure/textwidth.h"
#include "core/snapshot/snapshot.h"
#include "core/topology/describe.h"
#include "core/topology/podblock.h"
#include "tests/support/samplecluster.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The drawing's parts, each alone: words on a ground, devices, the pods on a hub; and what the lines between nodes say.

namespace {

using figure::Rect;
using Kind = Subject::Kind;

template <typename Shape>
std::vector<Shape> shapesOf(const TopologyFigure &figure)
{
    std::vector<Shape> shapes;
    for (const Part &part : figure.parts)
        for (const figure::Shape &shape : part.shapes)
            if (const auto *one = std::get_if<Shape>(&shape))
                shapes.push_back(*one);
    return shapes;
}

// A paper with one thing on it.
struct Drawn {
    explicit Drawn(Cluster of = {}) : cluster(std::move(of)), canvas(figure, cluster, options) { canvas.begin({}); }

    Cluster cluster;
    TopologyOptions options;
    TopologyFigure figure;
    Canvas canvas;
};

// So many pods with their veths, the first of them on node 0 of this cluster.
Hub hubOf(const Cluster &cluster, std::size_t pods)
{
    Hub hub;
    for (std::size_t i = 0; i < pods; ++i) {
        const auto &interfaces = cluster.nodes[0].net.interfaces;
        const auto veth = std::ranges::find(interfaces, cluster.pods[i].hostInterface, &NetworkInterface::name);
        hub.pods.push_back({i, static_cast<std::size_t>(veth - interfaces.begin())});
    }
    return hub;
}

void near(double a, double b)
{
    QVERIFY2(std::abs(a - b) < 1e-6, qPrintable(QString("%1 is not %2").arg(a).arg(b)));
}

// The lines that end on the hub, at this height.
std::vector<figure::Line> footsOf(const TopologyFigure &figure, double bottom)
{
    std::vector<figure::Line> lines = shapesOf<figure::Line>(figure);
    std::erase_if(lines, [&](const figure::Line &line) { return std::abs(line.points.back().y - bottom) > 1e-6; });
    return lines;
}

} // namespace

class TopologyBlocksTest : public QObject
{
    Q_OBJECT

private slots:
    void pills_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {1, 2, 3})
            QTest::addRow("%d lines are centred on the point", lines) << lines;
    }

    void pills()
    {
        QFETCH(int, lines);
        Drawn drawn;
        const std::vector<std::string> words{"VXLAN", "a longer line", "1"};
        const Rect rect = drawn.canvas.pill({300, 200}, {words.begin(), words.begin() + lines}, figure::Hue::Good);
        near(rect.centreX(), 300);
        near(rect.centreY(), 200);
        const auto boxes = shapesOf<figure::Box>(drawn.figure);
        QCOMPARE(boxes.size(), std::size_t(1));
        QCOMPARE(boxes.front().rect, rect);
        Rect ink = figure::boundsOf(shapesOf<figure::Text>(drawn.figure).front());
        QCOMPARE(shapesOf<figure::Text>(drawn.figure).size(), static_cast<std::size_t>(lines));
        double before = 0;
        for (const figure::Text &text : shapesOf<figure::Text>(drawn.figure)) {
            near(text.at.x, 300);
            QCOMPARE(text.anchor, figure::Anchor::Middle);
            QVERIFY(text.at.y >= before + (before > 0 ? measure::remarkSize : 0)); // each below the one before
            before = text.at.y;
            ink = ink.united(figure::boundsOf(text));
        }
        QVERIFY(rect.contains(ink));
        QVERIFY(std::abs(ink.centreY() - 200) < 1.5);
        const auto texts = shapesOf<figure::Text>(drawn.figure);
        near(rect.height, measure::pillHeight + texts.back().at.y - texts.front().at.y); // as tall as one line's, and what its lines take
        near(rect.width, Canvas::pillWidth(lines == 1 ? "VXLAN" : "a longer line"));
    }

    // Names of devices that hosts print stand in a fixed width, words in semibold.
    void faces()
    {
        for (const bool mono : {false, true}) {
            Drawn drawn;
            drawn.canvas.pill({300, 200}, {"words"}, figure::Hue::Good, mono);
            drawn.canvas.device({100, 100, 100, 70}, figure::Hue::Good, "a name that is too long for it", {"10.0.0.1"}, true, mono);
            const auto texts = shapesOf<figure::Text>(drawn.figure);
            QCOMPARE(texts.size(), std::size_t(3));
            for (const figure::Text &text : {texts[0], texts[1]}) {
                QCOMPARE(text.face, mono ? figure::Face::Mono : figure::Face::Sans);
                QCOMPARE(text.strong, !mono);
            }
            QCOMPARE(texts[2].face, figure::Face::Mono);
            QVERIFY(!texts[2].strong);
            QCOMPARE(texts[1].text, figure::elidedInTheMiddle("a name that is too long for it", 84, texts[1].face, texts[1].size, texts[1].strong));
            QVERIFY(figure::textWidth(texts[1].text, texts[1].face, texts[1].size, texts[1].strong) <= 84);
        }
        for (int letters = 1; letters < 30; ++letters) { // some of them fit only if they are not strong
            Drawn drawn;
            drawn.canvas.device({100, 100, 100, 70}, figure::Hue::Good, std::string(static_cast<std::size_t>(letters), 'n'), {});
            const figure::Text text = shapesOf<figure::Text>(drawn.figure).front();
            QVERIFY(figure::textWidth(text.text, text.face, text.size, true) <= 84);
        }
    }

    void devices_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("addresses");
        QTest::newRow("a name alone stands in the middle") << "eth0" << 0;
        QTest::newRow("a name and two addresses") << "eth0" << 2;
        QTest::newRow("addresses alone") << "" << 2;
    }

    void devices()
    {
        QFETCH(QString, name);
        QFETCH(int, addresses);
        Drawn drawn;
        const std::vector<std::string> lines{"172.27.0.11", "02:00:00:00:00:01"};
        const Rect rect{100, 100, 208, 70};
        drawn.canvas.device(rect, figure::Hue::Underlay, name.toStdString(), {lines.begin(), lines.begin() + addresses});
        const auto texts = shapesOf<figure::Text>(drawn.figure);
        QCOMPARE(texts.size(), static_cast<std::size_t>(addresses + (name.isEmpty() ? 0 : 1)));
        Rect ink = figure::boundsOf(texts.front());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            near(texts[i].at.x, rect.centreX());
            QVERIFY(i == 0 || texts[i].at.y > texts[i - 1].at.y + measure::addressSize);
            ink = ink.united(figure::boundsOf(texts[i]));
        }
        QVERIFY(rect.contains(ink));
        QVERIFY2(std::abs(ink.centreY() - rect.centreY()) < 1.5, qPrintable(QString::number(ink.centreY() - rect.centreY())));
    }

    // A rounded corner is a quarter of a circle that touches both lines, half as long as the shorter one at most.
    void roundCorners_data()
    {
        QTest::addColumn<double>("first"); // along x
        QTest::addColumn<double>("second"); // then along y
        QTest::addColumn<double>("radius");
        QTest::newRow("long lines") << 100.0 << 80.0 << 14.0;
        QTest::newRow("a short line in front") << 10.0 << 80.0 << 5.0;
        QTest::newRow("a short line behind") << 100.0 << 6.0 << 3.0;
    }

    void roundCorners()
    {
        QFETCH(double, first);
        QFETCH(double, second);
        QFETCH(double, radius);
        const figure::Line line = rounded({{0, 0}, {first, 0}, {first, second}}, 14);
        QVERIFY(line.curved);
        QCOMPARE(line.points.front(), (figure::Point{0, 0}));
        QCOMPARE(line.points.back(), (figure::Point{first, second}));
        QCOMPARE(line.points.size(), std::size_t(10)); // straight, round, straight
        near(line.points[3].x, first - radius);
        near(line.points[3].y, 0);
        near(line.points[6].x, first);
        near(line.points[6].y, radius);
        for (const figure::Point &point : flattened(line)) {
            QVERIFY(point.x >= 0 && point.x <= first + 1e-6 && point.y >= -1e-6 && point.y <= second + 1e-6);
            if (point.x > first - radius && point.y < radius) { // on the circle
                const double distance = std::hypot(point.x - (first - radius), point.y - radius);
                QVERIFY2(std::abs(distance - radius) < 0.01 * radius, qPrintable(QString("%1 of %2").arg(distance).arg(radius)));
            } else {
                QVERIFY(std::abs(point.y) < 1e-6 || std::abs(point.x - first) < 1e-6);
            }
        }
    }

    void cornersThatAreNone()
    {
        const figure::Line line = rounded({{0, 0}, {0, 0}, {0, 50}, {0, 50}}, 14);
        QCOMPARE(line.points.back(), (figure::Point{0, 50}));
        for (const figure::Point &point : flattened(line)) {
            near(point.x, 0);
            QVERIFY(point.y >= 0 && point.y <= 50);
        }
    }

    void wiresWithAndWithoutCorners()
    {
        Drawn drawn;
        drawn.canvas.wire({{0, 0}, {50, 0}}, figure::Hue::Good, 3, figure::Stroke::Dashed);
        drawn.canvas.wire({{0, 0}, {50, 0}, {50, 50}}, figure::Hue::Bad);
        const auto lines = shapesOf<figure::Line>(drawn.figure);
        QCOMPARE(lines.size(), std::size_t(2));
        QVERIFY(!lines[0].curved);
        QCOMPARE(lines[0].points, (std::vector<figure::Point>{{0, 0}, {50, 0}}));
        QCOMPARE(lines[0].hue, figure::Hue::Good);
        QCOMPARE(lines[0].width, 3.0);
        QCOMPARE(lines[0].stroke, figure::Stroke::Dashed);
        QVERIFY(lines[1].curved);
        QCOMPARE(lines[1].hue, figure::Hue::Bad);
        QCOMPARE(lines[1].stroke, figure::Stroke::Solid);
        near(lines[1].points[3].x, 36);
        QCOMPARE(drawn.figure.parts.back().reach, (Rect{0, 0, 50, 50}));
    }

    // A part's reach covers its shapes, or is what was set; what is drawn behind that does not widen it.
    void reach()
    {
        Drawn drawn;
        drawn.canvas.box({{10, 10, 20, 20}});
        QCOMPARE(drawn.figure.parts.back().reach, (Rect{10, 10, 20, 20}));
        drawn.canvas.box({{50, 50, 10, 10}});
        QCOMPARE(drawn.figure.parts.back().reach, (Rect{10, 10, 50, 50}));
        drawn.canvas.setReach({0, 0, 5, 5});
        drawn.canvas.box({{90, 90, 10, 10}});
        QCOMPARE(drawn.figure.parts.back().reach, (Rect{0, 0, 5, 5}));
        QCOMPARE(drawn.figure.parts.back().shapes.size(), std::size_t(3));
        drawn.canvas.begin({Kind::Node, 1, 0}, "n1");
        drawn.canvas.box({{1, 2, 3, 4}});
        QCOMPARE(drawn.figure.parts.back().reach, (Rect{1, 2, 3, 4}));
        QCOMPARE(drawn.figure.parts.back().name, std::string("n1"));
        QCOMPARE(drawn.canvas.say(nodeCount(1)), std::string("1 node"));
        QCOMPARE(drawn.canvas.say(nodeCount(0)), std::string("0 nodes"));
        QCOMPARE(drawn.canvas.say(nodeCount(2)), std::string("2 nodes"));
    }

    void linesOfAddresses_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QString>("mac");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("one, and a MAC") << QStringList{"10.0.0.1/24"} << "52:54:00:00:00:01" << QStringList{"10.0.0.1/24", "52:54:00:00:00:01"};
        QTest::newRow("IPv4 stands in front of IPv6, and the number of the others") << QStringList{"fe80::1/64", "2001:db8::1/64", "10.0.0.1/24", "10.0.0.2/24"} << "52:54:00:00:00:01" << QStringList{"10.0.0.1/24 +2", "52:54:00:00:00:01"};
        QTest::newRow("IPv6 alone") << QStringList{"fe80::1/64", "2001:db8::1/64"} << "" << QStringList{"2001:db8::1/64"};
        QTest::newRow("only the link's") << QStringList{"fe80::1/64"} << "52:54:00:00:00:01" << QStringList{"52:54:00:00:00:01"};
        QTest::newRow("a MAC of zeros is none") << QStringList{"10.0.0.1/24"} << "00:00:00:00:00:00" << QStringList{"10.0.0.1/24"};
        QTest::newRow("nothing") << QStringList{} << "" << QStringList{};
    }

    void linesOfAddresses()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QString, mac);
        NetworkInterface interface;
        for (const QString &address : addresses)
            interface.addresses.push_back({*IpPrefix::parse(address.toStdString())});
        if (const auto parsed = MacAddress::parse(mac.toStdString()))
            interface.mac = Known(*parsed, Evidence{});
        QStringList lines;
        for (const std::string &line : addressLines(interface))
            lines << QString::fromStdString(line);
        QTEST(lines, "lines");
    }

    // However many pods: the cards stand within the block, fill it, and it is as large as they need.
    void cards_data()
    {
        QTest::addColumn<int>("pods");
        for (const int pods : {1, 2, 3, 4, 5, 9, 15, 16, 17, 40})
            QTest::addRow("%d pods", pods) << pods;
    }

    void cards()
    {
        QFETCH(int, pods);
        for (const bool addresses : {false, true}) {
            Drawn drawn(generatedCluster(1, 40));
            const Hub hub = hubOf(drawn.cluster, static_cast<std::size_t>(pods));
            const PodBlock block(hub, 0, false, mostPodCards, addresses);
            const double centre = 1000, bottom = 900;
            block.draw(drawn.canvas, centre, bottom, figure::Hue::Overlay);
            const auto boxes = shapesOf<figure::Box>(drawn.figure);
            QCOMPARE(boxes.size(), std::min<std::size_t>(static_cast<std::size_t>(pods), mostPodCards));
            Rect all = boxes.front().rect;
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                all = all.united(boxes[i].rect);
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY(!boxes[i].rect.overlaps(boxes[k].rect));
            }
            near(all.top(), bottom - block.height());
            near(all.right(), centre + block.width() / 2);
            QVERIFY(all.left() > centre - block.width() / 2); // the rail's place
            QVERIFY(all.left() < centre - block.width() / 2 + 20);
            QVERIFY(all.bottom() < bottom);
            QVERIFY(all.bottom() > bottom - 20);
            QCOMPARE(shapesOf<figure::Text>(drawn.figure).back().text.starts_with('+'), pods > int(mostPodCards));
            for (const figure::Line &foot : footsOf(drawn.figure, bottom)) // a rail leads from a column's first card down to the hub
                QVERIFY(std::ranges::any_of(boxes, [&](const figure::Box &box) { return std::abs(box.rect.centreY() - foot.points.front().y) < 1e-6 && box.rect.left() > foot.points.front().x; }));
        }
    }

    void restOfThePods()
    {
        for (const std::size_t pods : {16U, 17U, 40U}) {
            Drawn drawn(generatedCluster(1, 40));
            const Hub hub = hubOf(drawn.cluster, pods);
            PodBlock(hub, 0, false, mostPodCards, true).draw(drawn.canvas, 1000, 900, figure::Hue::Overlay);
            const auto shown = static_cast<std::size_t>(std::ranges::count(drawn.figure.parts, Kind::Pod, [](const Part &part) { return part.subject.kind; }));
            const auto more = std::ranges::find(drawn.figure.parts, Kind::MorePods, [](const Part &part) { return part.subject.kind; });
            QCOMPARE(more != drawn.figure.parts.end(), pods > mostPodCards);
            if (pods > mostPodCards)
                QCOMPARE(more->name, "+" + std::to_string(pods - shown) + " pods");
            QCOMPARE(shown, pods > mostPodCards ? mostPodCards - 1 : pods);
        }
    }

    void boxesSideBySide()
    {
        for (const bool addresses : {false, true}) {
            Drawn drawn(generatedCluster(1, 3));
            const Hub hub = hubOf(drawn.cluster, 3);
            const PodBlock block(hub, 0, true, mostPodCards, addresses);
            block.draw(drawn.canvas, 1000, 900, figure::Hue::Overlay);
            const auto boxes = shapesOf<figure::Box>(drawn.figure);
            Rect all = boxes.front().rect;
            for (const figure::Box &box : boxes)
                all = all.united(box.rect);
            near(all.top(), 900 - block.height());
            near(all.left(), 1000 - block.width() / 2);
            near(all.right(), 1000 + block.width() / 2);
            QVERIFY(all.bottom() < 900);
            QCOMPARE(footsOf(drawn.figure, 900).size(), std::size_t(3));
            QCOMPARE(std::ranges::count(shapesOf<figure::Text>(drawn.figure), std::string("172.27.0.11"), &figure::Text::text), 0);
            QCOMPARE(std::ranges::count(shapesOf<figure::Text>(drawn.figure), std::string("10.244.0.2"), &figure::Text::text), addresses ? 1 : 0);
        }
    }

    // Solid is what somebody has shown.
    // Whatever stands before it: other networks, another table's default route, one through a device that the house has no room for.
    void defaultRoutes()
    {
        const std::string text = "[root@n1 ~]# ip addr\n2: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP\n    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                                 "    inet 10.0.0.1/24 scope global eth0\n3: dummy0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN\n    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
                                 "[root@n1 ~]# ip route show table all\n10.9.0.0/16 via 10.0.0.9 dev eth0\ndefault via 10.0.0.7 dev eth0 table 100\n"
                                 "default via 10.0.0.8 dev dummy0\ndefault via 10.0.0.254 dev eth0 metric 100\n";
        const Cluster cluster = clusterOf(readPastedSnapshot(text).facts);
        QStringList words;
        for (const figure::Text &one : shapesOf<figure::Text>(layoutTopology(cluster, {})))
            if (one.text.starts_with("default"))
                words << QString::fromStdString(one.text);
        QCOMPARE(words, QStringList{"default via 10.0.0.254"});
    }

    void whatNobodyHasSeenIsDotted_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("roomy");
        QTest::addColumn<bool>("hasVeth");
        QTest::addColumn<bool>("solid");
        for (const bool roomy : {true, false}) {
            const char *how = roomy ? "boxes" : "cards";
            QTest::addRow("%s on a bridge", how) << int(Hub::Kind::Bridge) << roomy << true << true;
            QTest::addRow("%s on the kernel's routes", how) << int(Hub::Kind::Routing) << roomy << true << true;
            QTest::addRow("%s on a bridge that nobody has seen", how) << int(Hub::Kind::Unseen) << roomy << true << false;
        }
        QTest::newRow("a box without its veth, on a bridge") << int(Hub::Kind::Bridge) << true << false << false;
    }

    void whatNobodyHasSeenIsDotted()
    {
        QFETCH(int, kind);
        QFETCH(bool, roomy);
        QFETCH(bool, hasVeth);
        Drawn drawn(generatedCluster(1, 2));
        Hub hub = hubOf(drawn.cluster, 1);
        hub.kind = static_cast<Hub::Kind>(kind);
        if (!hasVeth)
            hub.pods.front().interface = nobody;
        PodBlock(hub, 0, roomy, mostPodCards, true).draw(drawn.canvas, 1000, 900, figure::Hue::Overlay);
        const auto feet = footsOf(drawn.figure, 900);
        QCOMPARE(feet.size(), std::size_t(1));
        QTEST(feet.front().stroke == figure::Stroke::Solid, "solid");
    }

    // The line from a pod to its veth, or from a rail to the card.
    void pairsOfWhichOneEndIsKnown_data()
    {
        QTest::addColumn<bool>("roomy");
        QTest::addColumn<bool>("pod");
        QTest::addColumn<bool>("veth");
        QTest::addColumn<bool>("solid");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("boxes, both ends") << true << true << true << true << QStringList{"3 ↔ 10", "tea", "eth0", "10.244.0.2", "02:00:50:00:00:00", "veth00000000"};
        QTest::newRow("boxes, the veth not seen") << true << true << false << false << QStringList{"3 ↔ ?", "tea", "eth0", "10.244.0.2", "02:00:50:00:00:00", "not seen"};
        QTest::newRow("boxes, the pod not seen") << true << false << true << false << QStringList{"? ↔ 10", "?", "pod not seen", "veth00000000"};
        QTest::newRow("cards, both ends") << false << true << true << true << QStringList{"tea", "10.244.0.2", "veth00000000"};
        QTest::newRow("cards, the veth not seen") << false << true << false << false << QStringList{"tea", "10.244.0.2", "not seen"};
        QTest::newRow("cards, the pod not seen") << false << false << true << true << QStringList{"?", "pod not seen", "veth00000000"};
    }

    void pairsOfWhichOneEndIsKnown()
    {
        QFETCH(bool, roomy);
        QFETCH(bool, pod);
        QFETCH(bool, veth);
        Drawn drawn(generatedCluster(1, 2));
        drawn.cluster.pods.front().name = "tea";
        Hub hub = hubOf(drawn.cluster, 1);
        if (!pod)
            hub.pods.front().pod = nobody;
        if (!veth)
            hub.pods.front().interface = nobody;
        PodBlock(hub, 0, roomy, mostPodCards, true).draw(drawn.canvas, 1000, 900, figure::Hue::Overlay);
        auto lines = shapesOf<figure::Line>(drawn.figure);
        std::erase_if(lines, [](const figure::Line &line) { return line.points.back().y == 900; });
        QCOMPARE(lines.size(), std::size_t(1));
        QTEST(lines.front().stroke == figure::Stroke::Solid, "solid");
        QStringList words;
        for (const figure::Text &text : shapesOf<figure::Text>(drawn.figure))
            words << QString::fromStdString(text.text);
        QTEST(words, "words");
    }

    // A dozen members stand in a subnet's description, of more their number.
    void membersOfASubnet()
    {
        for (const std::size_t nodes : {22U, 24U, 26U, 40U}) { // half of them in each of two subnets
            const Cluster cluster = generatedCluster(nodes, 1);
            const Description made = describe(cluster, linksOf(cluster), {Kind::Subnet, 0, 0});
            QCOMPARE(made.rows.size(), std::min<std::size_t>(nodes / 2, 12) + (nodes > 24 ? 1 : 0));
            QCOMPARE(made.rows[0].label, std::string("master"));
            QCOMPARE(made.rows[0].value, std::string("eth0 172.27.0.11/20"));
            if (nodes > 24)
                QCOMPARE(made.rows.back().value, "and " + std::to_string(nodes / 2 - 12) + " more");
        }
    }

    void sessions_data()
    {
        QTest::addColumn<QString>("near");
        QTest::addColumn<QString>("far");
        QTest::addColumn<QString>("state");
        QTest::newRow("both established") << "established" << "established" << "established";
        QTest::newRow("the near end is down") << "connect" << "established" << "connect";
        QTest::newRow("the far end is down") << "established" << "active" << "active";
        QTest::newRow("both down: what the near end says") << "connect" << "active" << "connect";
        QTest::newRow("only the near end tells, established") << "established" << "" << "established";
        QTest::newRow("only the near end tells, down") << "idle" << "" << "idle";
        QTest::newRow("only the far end tells, established") << "" << "established" << "established";
        QTest::newRow("only the far end tells, down") << "" << "idle" << "idle";
    }

    void sessions()
    {
        QFETCH(QString, near);
        QFETCH(QString, far);
        QFETCH(QString, state);
        Cluster cluster = generatedMesh(2, false, 0);
        const auto tell = [](ClusterNode &node, const QString &what) {
            if (what.isEmpty())
                node.bgp.clear();
            else
                node.bgp.front().state = what.toStdString();
        };
        tell(cluster.nodes[0], near);
        tell(cluster.nodes[1], far);
        const TopologyFigure figure = layoutTopology(cluster, {});
        QCOMPARE(figure.links.bgp.size(), std::size_t(1));
        const BgpLink &link = figure.links.bgp.front();
        QCOMPARE(link.from, std::size_t(0));
        QCOMPARE(link.to, std::size_t(1));
        QCOMPARE(link.there, near.isEmpty() ? std::nullopt : std::optional<std::size_t>(0));
        QCOMPARE(link.back, far.isEmpty() ? std::nullopt : std::optional<std::size_t>(0));
        QCOMPARE(stateOf(cluster, link), state.toStdString());
        QCOMPARE(isEstablished(cluster, link), state == "established");
        const auto arc = std::ranges::find(figure.parts, Kind::BgpSession, [](const Part &part) { return part.subject.kind; });
        QVERIFY(arc != figure.parts.end());
        QCOMPARE(arc->name, "BGP " + state.toStdString());
        for (const figure::Shape &shape : arc->shapes) {
            if (const auto *line = std::get_if<figure::Line>(&shape)) {
                QCOMPARE(line->hue, state == "established" ? figure::Hue::Good : figure::Hue::Bad);
                QCOMPARE(line->stroke, state == "established" ? figure::Stroke::Solid : figure::Stroke::Dashed);
            }
            if (const auto *text = std::get_if<figure::Text>(&shape))
                QCOMPARE(text->text, state == "established" ? std::string("BGP established") : "✕ BGP down: " + state.toStdString());
        }
    }

    // Two sessions with one node, over two address families: the one that fails shows.
    void ofTwoSessionsTheOneThatFails_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("the second") << "established" << "connect";
        QTest::newRow("the first") << "connect" << "established";
    }

    void ofTwoSessionsTheOneThatFails()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Cluster cluster = generatedMesh(2, false, 0);
        for (std::size_t n = 0; n < 2; ++n) {
            auto &sessions = cluster.nodes[n].bgp;
            cluster.nodes[n].net.interfaces.front().addresses.push_back({*IpPrefix::parse("2001:db8::" + std::to_string(n + 1) + "/64")});
            sessions.push_back(sessions.front());
            sessions[1].peer = *IpAddress::parse("2001:db8::" + std::to_string(2 - n));
            sessions[0].state = first.toStdString();
            sessions[1].state = second.toStdString();
        }
        const ClusterLinks links = linksOf(cluster);
        QCOMPARE(links.bgp.size(), std::size_t(1));
        QCOMPARE(stateOf(cluster, links.bgp.front()), std::string("connect"));
        QVERIFY(!isEstablished(cluster, links.bgp.front()));
        // Its packets, not those of one end's session and the other's other.
        QCOMPARE(filterOf(cluster, links, {Kind::BgpSession, 0, 0}),
                 std::string(first == "connect" ? "tcp.port == 179 && ip.addr == 10.0.20.12 && ip.addr == 10.0.20.11" : "tcp.port == 179 && ipv6.addr == 2001:db8::2 && ipv6.addr == 2001:db8::1"));
    }

    void sessionsWithPeersOfOtherKinds()
    {
        Cluster cluster = generatedMesh(2, false, 0);
        auto &sessions = cluster.nodes[0].bgp;
        const BgpSession known = sessions.front();
        sessions.push_back(known); // twice the same
        sessions.push_back(known);
        sessions.back().peer = *IpAddress::parse("203.0.113.9"); // nobody's
        sessions.push_back(known);
        sessions.back().peer = *IpAddress::parse("10.0.20.11"); // its own
        sessions.push_back(known);
        sessions.back().peer = *IpAddress::parse("192.0.2.77"); // an address that nobody has shown, of a node that is told by name
        sessions.back().peerNode = "calico-02";
        sessions.back().state = "idle";
        sessions.push_back(known);
        sessions.back().peer = *IpAddress::parse("192.0.2.78"); // the same of a node that is not there
        sessions.back().peerNode = "calico-09";
        const auto links = linksOf(cluster).bgp;
        QCOMPARE(links.size(), std::size_t(3));
        QCOMPARE(links[2].to, nobody);
        QCOMPARE(links[2].peer, *IpAddress::parse("192.0.2.78"));
        QCOMPARE(links[0].to, std::size_t(1));
        QCOMPARE(stateOf(cluster, links[0]), std::string("idle"));
        QCOMPARE(links[1].from, std::size_t(0));
        QCOMPARE(links[1].to, nobody);
        QCOMPARE(links[1].peer, *IpAddress::parse("203.0.113.9"));
        QVERIFY(isEstablished(cluster, links[1]));
    }
};

QTEST_APPLESS_MAIN(TopologyBlocksTest)
#include "tst_topologyblocks.moc"
