#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/flows/flowpass.h"
#include "core/protocols/decodeas.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"
#include "core/statistics/expertcounts.h"
#include "core/statistics/frametotals.h"
#include "core/statistics/packetpass.h"
#include "core/statistics/protocolhierarchy.h"
#include "tests/support/openedstore.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace vethscope;
using namespace vethscope::test;

// What statistics count, beside what tshark and capinfos count in the same captures.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// As the tests' tshark is told: 8472 is VXLAN by registration here, 8285 flannel's.
Registry registry()
{
    return protocols::registry();
}

template <typename Tally>
std::shared_ptr<const Tally> countedIn(const PacketStore &store, const Dissector &dissector)
{
    PacketPass pass(store, dissector, [] { return std::make_unique<Tally>(); });
    pass.waitUntilFinished();
    return std::static_pointer_cast<const Tally>(pass.tally());
}

// One line a header, its path and its numbers, sorted: tshark lists headers as it met them. What HTTP carries is left out: tshark has
// names for kinds of bodies (data-text-lines, png) that Vethscope does not decode.
QStringList pathsOf(const QString &tree)
{
    static const QRegularExpression line(QStringLiteral("^( *)(\\S+) +frames:(\\d+) bytes:(\\d+)"));
    QStringList path, lines;
    for (const QString &one : tree.split('\n'))
        if (const auto match = line.match(one); match.hasMatch()) {
            path = path.mid(0, match.capturedLength(1) / 2) << match.captured(2);
            if (!path.mid(0, path.size() - 1).contains("http"))
                lines << path.join(':') + ' ' + match.captured(3) + ' ' + match.captured(4);
        }
    lines.sort();
    return lines;
}

} // namespace

class TsharkStatisticsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { NEEDS_PROGRAMS("tshark", "capinfos"); }

    void hierarchy_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"flannel-vxlan/captures/master.eth0.pcapng", "flannel-vxlan/captures/master.cni0.pcapng", "calico-ipip/captures/cn-master.eth0.pcapng",
                                 "calico-vxlan/captures/cv-master.eth0.pcapng",
                                 "calico-bgp-dual/captures/bgp6-1.eth0.pcapng"})
            QTest::newRow(file) << samples + file;
    }

    void hierarchy()
    {
        QFETCH(QString, file);
        const auto store = storeOf(file);
        const Registry known = registry();
        const QStringList expected = pathsOf(QString::fromUtf8(tsharkOutput(file, Tshark::options() + QStringList{"-q", "-z", "io,phs"})));
        QVERIFY(expected.size() > 3);
        QCOMPARE(pathsOf(QString::fromStdString(textOf(*countedIn<ProtocolHierarchy>(*store, Dissector(known))))), expected);
    }

    // A protocol that is disabled is data, whoever names it.
    void disabled_data()
    {
        QTest::addColumn<QString>("protocol");
        for (const char *protocol : {"vxlan", "tcp", "udp", "http", "dns", "arp", "ip", "icmpv6"})
            QTest::newRow(protocol) << QString(protocol);
    }

    void disabled()
    {
        QFETCH(QString, protocol);
        const QString file = samples + "flannel-vxlan/captures/master.eth0.pcapng";
        const auto store = storeOf(file);
        const Registry known = registry();
        Dissector dissector(known);
        dissector.disable(protocolsCalled(known, std::vector{protocol.toStdString()}));
        const QStringList expected = pathsOf(QString::fromUtf8(tsharkOutput(file, Tshark::options() + QStringList{"-q", "-z", "io,phs", "--disable-protocol", protocol})));
        QVERIFY(expected.size() > 1);
        QCOMPARE(pathsOf(QString::fromStdString(textOf(*countedIn<ProtocolHierarchy>(*store, dissector)))), expected);
    }

    void totals()
    {
        const QString file = samples + "flannel-vxlan/captures/master.eth0.pcapng";
        const auto store = storeOf(file);
        const auto totals = totalsOf(*store);
        QVERIFY(totals);
        const QString told = QString::fromUtf8(outputOf("capinfos", {"-M", "-c", "-d", "-u", file}));
        const auto number = [&](const char *title) { return QRegularExpression(QLatin1String(title) + QStringLiteral(": +([0-9.]+)")).match(told).captured(1); };
        QCOMPARE(QString::number(totals->all.packets), number("Number of packets"));
        QCOMPARE(QString::number(totals->all.wire), number("Data size"));
        QVERIFY(totals->all.seconds());
        QVERIFY(std::abs(*totals->all.seconds() - number("Capture duration").toDouble()) < 1e-5);
        QCOMPARE(totals->interfaces.size(), store->interfaceCount());
    }

    // Beginnings, ends and troubles of connections, as often as tshark's experts speak of them.
    void experts_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"flannel-vxlan/captures/master.eth0.pcapng", "flannel-vxlan/captures/master.cni0.pcapng", "calico-ipip/captures/cn-master.eth0.pcapng"})
            QTest::newRow(file) << samples + file;
    }

    void experts()
    {
        QFETCH(QString, file);
        const auto store = storeOf(file);
        const Registry known = registry();
        const Dissector dissector(known);
        FlowPass flows(*store, dissector);
        flows.waitUntilFinished();
        const auto counts = countedIn<ExpertCounts>(*store, dissector);
        const QString told = QString::fromUtf8(tsharkOutput(file, {"-n", "-q", "-z", "expert", "-d", "udp.port==8472,vxlan", "-o", "tcp.desegment_tcp_streams:FALSE", "-o", "http.desegment_headers:FALSE", "-o", "http.desegment_body:FALSE"}));
        const auto said = [&](const char *words) {
            qulonglong sum = 0;
            for (auto matches = QRegularExpression(QStringLiteral("^ +(\\d+) .*") + QLatin1String(words), QRegularExpression::MultilineOption).globalMatch(told); matches.hasNext();)
                sum += matches.next().captured(1).toULongLong();
            return sum;
        };
        const auto ours = [&](const char *words) {
            qulonglong sum = 0;
            for (const ExpertCounts::Group *group : counts->groups())
                if (QString::fromStdString(group->text).contains(QLatin1String(words)))
                    sum += group->items;
            return sum;
        };
        QCOMPARE(ours("(SYN)"), said("\\(SYN\\)"));
        QCOMPARE(ours("(SYN+ACK)"), said("\\(SYN\\+ACK\\)"));
        QCOMPARE(ours("(FIN)"), said("\\(FIN\\)"));
        QCOMPARE(ours("(RST)"), said("\\(RST\\)"));
        QCOMPARE(ours("duplicate acknowledgement"), said("Duplicate ACK"));
        QCOMPARE(ours("out of order"), said("out-of-order"));
        QCOMPARE(ours("window is now full"), said("window is now completely full"));
        QVERIFY(ours("(SYN)") > 0);
    }
};

QTEST_MAIN(TsharkStatisticsTest)
#include "tst_tsharkstatistics.moc"
