#include "core/figure/textwidth.h"
#include "core/journeyfigures/conversation.h"
#include "core/journeyfigures/ladder.h"
#include "core/journeyfigures/lifelines.h"
#include "core/journeyfigures/travelled.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <map>

// The ladder as plain geometry: a lifeline for each point, arrows that end where the packet was seen next, ends that say what became of it.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const char *const client = "10.244.0.5", *const server = "10.244.1.3";
constexpr double near = 0.01;

QByteArray ping(int number, int hops = 64, bool isReply = false)
{
    const QByteArray echo = patched(patched(echoRequest("0123456789abcdef"), 6, quint64(number), 2), 0, isReply ? 0 : 8, 1);
    return withTimeToLive(ethernet(isReply ? ipv4(server, client, 1, echo) : ipv4(client, server, 1, echo)), hops);
}

// From a pod over two nodes to another and back; of some the second node saw nothing.
MadeCaptures pings(int count, const QList<int> &lost = {})
{
    MadeCaptures captures;
    for (int i = 1; i <= count; ++i) {
        const double time = 1000.0 * i;
        captures.saw("default/tea:eth0", time, ping(i, 64)).saw("n1:eth0", time + 0.1, ping(i, 63));
        if (lost.contains(i))
            continue;
        captures.saw("n2:eth0", time + 0.3, ping(i, 63)).saw("default/web:eth0", time + 0.4, ping(i, 62));
        captures.saw("default/web:eth0", time + 0.5, ping(i, 64, true)).saw("n2:eth0", time + 0.6, ping(i, 63, true));
        captures.saw("n1:eth0", time + 0.8, ping(i, 63, true)).saw("default/tea:eth0", time + 0.9, ping(i, 62, true));
    }
    return captures;
}

std::vector<const LadderPart *> partsOf(const LadderFigure &figure, LadderPart::Kind kind)
{
    std::vector<const LadderPart *> parts;
    for (const LadderPart &part : figure.parts)
        if (part.kind == kind)
            parts.push_back(&part);
    return parts;
}

figure::Point centreOf(const LadderPart &part)
{
    return {part.reach.centreX(), part.reach.centreY()};
}

const figure::Line *arrowOf(const LadderPart &part)
{
    for (const figure::Shape &shape : part.shapes)
        if (const auto *line = std::get_if<figure::Line>(&shape); line && line->arrow)
            return line;
    return nullptr;
}

QStringList headsOf(const LadderFigure &figure)
{
    QStringList heads;
    std::vector<const LadderPart *> parts = partsOf(figure, LadderPart::Kind::Head);
    std::ranges::sort(parts, {}, [](const LadderPart *part) { return part->reach.x; });
    for (const LadderPart *part : parts)
        heads << QString::fromStdString(part->title);
    return heads;
}

QStringList endsOf(const LadderFigure &figure)
{
    QStringList ends;
    for (const LadderPart *part : partsOf(figure, LadderPart::Kind::End))
        ends << QString::fromStdString(part->title);
    return ends;
}

} // namespace

class TestLadder : public QObject
{
    Q_OBJECT

private slots:
    void onePacket()
    {
        const auto told = pings(4).told();
        const LadderFigure figure = layoutLadder(*told.all, {0}, {});
        QCOMPARE(headsOf(figure), QStringList({"default/tea:eth0", "n1:eth0", "n2:eth0", "default/web:eth0"}));
        const auto hops = partsOf(figure, LadderPart::Kind::Hop);
        QCOMPARE(hops.size(), std::size_t(4));
        const auto heads = partsOf(figure, LadderPart::Kind::Head);
        for (std::size_t i = 0; i < hops.size(); ++i) {
            QCOMPARE(hops[i]->rows, std::vector<std::uint32_t>{std::uint32_t(i)}); // the capture's first packets
            QVERIFY(std::abs(centreOf(*hops[i]).x - heads[i]->reach.centreX()) < near);
            if (i == 0)
                continue;
            QVERIFY(centreOf(*hops[i]).y > centreOf(*hops[i - 1]).y);
            const figure::Line *const arrow = arrowOf(*hops[i]);
            QVERIFY(arrow);
            QVERIFY(std::hypot(arrow->points.front().x - centreOf(*hops[i - 1]).x, arrow->points.front().y - centreOf(*hops[i - 1]).y) < near);
            QVERIFY2(std::hypot(arrow->points.back().x - centreOf(*hops[i]).x, arrow->points.back().y - centreOf(*hops[i]).y) < 12, "it ends beside the dot");
        }
        QVERIFY(!arrowOf(*hops.front()));
        QCOMPARE(endsOf(figure), QStringList{"delivered at default/web:eth0"});
        QVERIFY(hops[1]->title.find("ip.ttl 64→63") != std::string::npos);
    }

    // Requests lead to the right, replies to the left, on the same lifelines.
    void thereAndBack()
    {
        const auto told = pings(3).told();
        const std::uint32_t flow = told.all->all().front().flow;
        QCOMPARE(journeysOfFlow(*told.all, flow).size(), std::size_t(3));
        const std::vector<std::size_t> both = journeysOfConversation(*told.all, flow);
        QCOMPARE(both.size(), std::size_t(6));
        const LadderFigure figure = layoutLadder(*told.all, both, {});
        QCOMPARE(headsOf(figure), QStringList({"default/tea:eth0", "n1:eth0", "n2:eth0", "default/web:eth0"}));
        double y = 0;
        int right = 0, left = 0;
        for (const LadderPart *hop : partsOf(figure, LadderPart::Kind::Hop)) {
            QVERIFY(centreOf(*hop).y > y);
            y = centreOf(*hop).y;
            if (const figure::Line *arrow = arrowOf(*hop))
                ++(arrow->points.back().x > arrow->points.front().x ? right : left);
        }
        QCOMPARE(right, 9);
        QCOMPARE(left, 9);
        QVERIFY(y < figure.height);
    }

    void lostEndsInACross()
    {
        const auto told = pings(8, {5}).told();
        const LadderFigure figure = layoutLadder(*told.all, journeysOfFlow(*told.all, told.all->all().front().flow), {});
        QCOMPARE(endsOf(figure).filter("lost"), QStringList{"lost after n1:eth0"});
        QCOMPARE(endsOf(figure).filter("delivered").size(), 7);
        const auto ends = partsOf(figure, LadderPart::Kind::End);
        const auto cross = std::ranges::find_if(ends, [](const LadderPart *part) { return part->title.starts_with("lost"); });
        const auto heads = partsOf(figure, LadderPart::Kind::Head);
        QVERIFY2(centreOf(**cross).x > heads[1]->reach.centreX() && centreOf(**cross).x < heads[2]->reach.centreX(), "between the last point that saw it and the next one");
    }

    void tooManyAreLeftOutAndItIsSaid()
    {
        const auto told = pings(12).told();
        LadderOptions options;
        options.most = 5;
        const LadderFigure figure = layoutLadder(*told.all, journeysOfFlow(*told.all, told.all->all().front().flow), options);
        QCOMPARE(figure.leftOut, std::size_t(7));
        QCOMPARE(partsOf(figure, LadderPart::Kind::Hop).size(), std::size_t(20));
        QVERIFY2(figure.caption.starts_with("the first 5 packets of 12 at 4 capture points"), figure.caption.c_str());
    }

    // What is further apart in time is further down; nothing is further than the most.
    void timeGoesDownwards()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, ping(1, 63)).saw("n2:eth0", 0.01, ping(1, 63)).saw("n1:eth0", 1, ping(2, 63)).saw("n2:eth0", 1.01, ping(2, 63));
        captures.saw("n1:eth0", 5000, ping(3, 63)).saw("n2:eth0", 5000.01, ping(3, 63));
        const auto told = captures.told();
        const LadderFigure figure = layoutLadder(*told.all, {0, 1, 2}, {});
        const auto hops = partsOf(figure, LadderPart::Kind::Hop);
        QCOMPARE(hops.size(), std::size_t(6));
        const auto gap = [&](std::size_t i) { return centreOf(*hops[i]).y - centreOf(*hops[i - 1]).y; };
        QVERIFY(gap(2) > gap(1));
        QVERIFY(gap(4) > gap(2));
        QVERIFY(std::abs(gap(3) - gap(1)) < near);
        QVERIFY(gap(4) < 60);
    }

    void wordsHaveRoom()
    {
        MadeCaptures captures;
        captures.saw("a-node-with-quite-a-long-name-indeed.example.org:veth0123456789ab", 0, ping(1, 63)).saw("n2:eth0", 1, ping(1, 63));
        const auto told = captures.told();
        const LadderFigure figure = layoutLadder(*told.all, {0}, {});
        for (const LadderPart *head : partsOf(figure, LadderPart::Kind::Head))
            for (const figure::Shape &shape : head->shapes)
                if (const auto *text = std::get_if<figure::Text>(&shape))
                    QVERIFY2(figure::textWidth(text->text, text->face, text->size, text->strong) <= head->reach.width, text->text.c_str());
        QVERIFY(headsOf(figure).front().startsWith("a-node-with-quite-a-long-name-indeed.example.org:veth"));
    }

    void asSvg()
    {
        const auto told = pings(8, {5}).told();
        LadderOptions options;
        options.title = "ICMP <a> & \"b\"";
        const LadderFigure figure = layoutLadder(*told.all, journeysOfFlow(*told.all, told.all->all().front().flow), options);
        QXmlStreamReader xml(QByteArray::fromStdString(ladderSvg(figure, Colours::light())));
        QString title;
        int groups = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("g"))
                ++groups;
            if (xml.isStartElement() && xml.name() == QLatin1String("title") && title.isEmpty())
                title = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, QString("ICMP <a> & \"b\""));
        QCOMPARE(groups, 4 + 30 + 8); // heads, hops and ends say what they are
    }

    // At a point of the way in between that missed it: hollow, and no loss.
    void notObservedInBetween()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 8; ++i) {
            const double time = 1000.0 * i;
            captures.saw("n1:eth0", time, ping(i, 63));
            if (i != 4)
                captures.saw("n2:eth0", time + 0.2, ping(i, 63));
            captures.saw("n2:veth2", time + 0.25, ping(i, 62));
        }
        const auto told = captures.told();
        const LadderFigure figure = layoutLadder(*told.all, {3}, {});
        const auto missed = partsOf(figure, LadderPart::Kind::Missed);
        QCOMPARE(missed.size(), std::size_t(1));
        QCOMPARE(missed.front()->title, std::string("not observed at n2:eth0"));
        QCOMPARE(endsOf(figure).filter("lost").size(), 0);
    }

    // Without a foretold path it came by the points that saw it, as far as hosts know them: a node's device, a pod's own.
    void travelledAsSeen()
    {
        MadeCaptures captures = pings(1);
        HostFacts node{.node = "n1"}, pod{.node = "n1", .pod = "tea", .podNamespace = "default"};
        for (HostFacts *const one : {&node, &pod})
            one->links.push_back({.name = "eth0"});
        captures.prints(node).prints(pod);
        const auto told = captures.told();
        const Travelled way = travelled(*told.all, 0, std::nullopt);
        QStringList devices;
        for (const path::Hop &hop : way.path.hops)
            devices << QString::fromStdString(hop.node + ' ' + hop.pod + ' ' + hop.interface);
        QCOMPARE(devices.join(", "), QString("n1 default/tea eth0, n1  eth0"));
        QCOMPARE(way.hopOf, (std::vector<std::optional<std::size_t>>{0, 1}));
        QCOMPARE(way.stopOf(0), std::size_t(0));
        QCOMPARE(way.stopOf(3), std::size_t(1));
    }

    void nothing()
    {
        const auto told = pings(1).told();
        const LadderFigure figure = layoutLadder(*told.all, {}, {});
        QCOMPARE(partsOf(figure, LadderPart::Kind::Hop).size(), std::size_t(0));
        QVERIFY(figure.width > 0 && figure.height > 0);
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
