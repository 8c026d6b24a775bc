#include "core/explain/announcement.h"
#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"

#include <QTest>

// Which networks the UPDATE messages of a capture announce (RFC 4271, section 4.3). The messages are made by hand.

using namespace vethscope;
using test::fromHex;

namespace {

const QByteArray marker(32, 'f');

QByteArray counted(const QByteArray &hex)
{
    return QByteArray::number(fromHex(hex).size(), 16).rightJustified(4, '0') + hex;
}

QByteArray message(const char *type, const QByteArray &body)
{
    return marker + QByteArray::number(19 + fromHex(body).size(), 16).rightJustified(4, '0') + type + body;
}

QByteArray update(const QByteArray &attributes, const QByteArray &networks, const QByteArray &withdrawn = {})
{
    return message("02", counted(withdrawn) + counted(attributes) + networks);
}

// A segment of one session; 10.0.0.1 sends it to 10.0.0.2.
QByteArray segment(const QByteArray &messages)
{
    const QByteArray payload = fromHex(messages).toHex();
    const QByteArray length = QByteArray::number(40 + payload.size() / 2, 16).rightJustified(4, '0');
    return fromHex("020000000002 020000000001 0800 4500" + length + "0000 0000 40 06 0000 0a000001 0a000002 00b3 9c40 00000001 00000001 5018 ffff 0000 0000" + payload);
}

// `1: 10.4.1.0/24 by 10.0.0.1` for each network.
QString announcedIn(const QByteArrayList &segments)
{
    test::PcapFile file;
    for (const QByteArray &one : segments)
        file.packet(1, 0, one);
    const QTemporaryDir folder;
    const std::vector<std::filesystem::path> paths{test::writeFile(folder, "bgp.pcap", file.bytes()).toStdString()};
    const auto store = PacketStore::open(paths);
    (*store)->waitUntilFinished();
    QStringList lines;
    for (const explain::Announcement &one : explain::announcementsIn(**store, Dissector(test::registry()), "x"))
        lines << QString("%1: %2 by %3").arg(one.frame).arg(QString::fromStdString(one.network.text()), one.nextHop ? QString::fromStdString(one.nextHop->text()) : "-");
    return lines.join(", ");
}

const QByteArray origin = "40010100", asPath = "400200", nextHop = "4003040a000001";

} // namespace

class TestAnnouncement : public QObject
{
    Q_OBJECT

private slots:
    void announced_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("networks");
        const auto row = [](const char *name, const QByteArray &messages, const QString &networks) { QTest::newRow(name) << messages << networks; };
        row("one network", update(nextHop, "180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("behind other attributes", update(origin + asPath + nextHop, "180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("before other attributes", update(nextHop + origin + asPath, "180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("an attribute whose length has two octets", update("50010001005003" "0004" "0a000001", "180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("nobody's", update(origin, "180a0401"), "1: 10.4.1.0/24 by -");
        row("a next hop of another size", update("40030310000a", "180a0401"), "1: 10.4.1.0/24 by -");
        row("another attribute of four octets", update("4005040a000009" + nextHop, "180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("attributes that end too early", update("4003050a000001", "180a0401"), "1: 10.4.1.0/24 by -");
        row("a length that ends too early", update("5003", "180a0401"), "1: 10.4.1.0/24 by -");
        row("no network", update(nextHop, ""), "");
        row("some that are withdrawn", update(nextHop, "180a0401", "180a0901"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("only withdrawn", update("", "", "180a0901"), "");
        row("withdrawn beyond the end", message("02", "0040180a0901"), "");
        row("nothing at all", message("02", ""), "");

        row("lengths of bits", update(nextHop, "080a 090a80 0f0a02 100a04 110a0480 200a040102"), "1: 10.0.0.0/8 by 10.0.0.1, 1: 10.128.0.0/9 by 10.0.0.1, 1: 10.2.0.0/15 by 10.0.0.1, "
            "1: 10.4.0.0/16 by 10.0.0.1, 1: 10.4.128.0/17 by 10.0.0.1, 1: 10.4.1.2/32 by 10.0.0.1");
        row("everything", update(nextHop, "00"), "1: 0.0.0.0/0 by 10.0.0.1");
        row("everything, and one network", update(nextHop, "00 180a0401"), "1: 0.0.0.0/0 by 10.0.0.1, 1: 10.4.1.0/24 by 10.0.0.1");
        row("longer than an address", update(nextHop, "210a040103ff"), "");
        row("a bit behind the length", update(nextHop, "170a0401 1f0a0402"), "");
        row("a network that is cut", update(nextHop, "180a0401 180a04"), "");

        // RFC 7911, section 3.
        row("with path identifiers", update(nextHop, "00000001180a0401 00000002180a0501"), "1: 10.4.1.0/24 by 10.0.0.1, 1: 10.5.1.0/24 by 10.0.0.1");
        row("with one path identifier", update(nextHop, "00000007180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("everything with a path identifier", update(nextHop, "0000000100"), "1: 0.0.0.0/0 by 10.0.0.1");
        row("an identifier that looks like a length", update(nextHop, "21000000180a0401"), "1: 10.4.1.0/24 by 10.0.0.1");
        row("an identifier that is cut", update(nextHop, "00000001180a0401 000000"), "");
        row("a network that is cut behind its identifier", update(nextHop, "00000001180a04"), "");
        row("an identifier and no more", update(nextHop, "170a0401"), "");
        row("everything twice is no identifier", update(nextHop, "0000"), "1: 0.0.0.0/0 by 10.0.0.1, 1: 0.0.0.0/0 by 10.0.0.1");

        row("OPEN", message("01", "04fde8005a0a00000100"), "");
        row("KEEPALIVE", message("04", ""), "");
        row("two in a segment", update(nextHop, "180a0401") + message("04", "") + update(nextHop, "180a0501"), "1: 10.4.1.0/24 by 10.0.0.1, 1: 10.5.1.0/24 by 10.0.0.1");
        row("one that goes on in the next segment", update(nextHop, "180a0401 180a0501").chopped(8), "");
        // The octets where a header has its length and type look like an UPDATE's.
        row("the rest of one before", QByteArray(32, '0') + "0020" "02" "00000007" + nextHop + "080a" + update(nextHop, "180a0501"), "1: 10.5.1.0/24 by 10.0.0.1");
    }

    void announced()
    {
        QFETCH(QByteArray, messages);
        QTEST(announcedIn({segment(messages)}), "networks");
    }

    void toWhomAndWhere()
    {
        // An ICMP error quotes a segment: nobody got it.
        const QByteArray told = segment(update(nextHop, "180a0401"));
        const QByteArray quoted = told.mid(14);
        const QByteArray error = fromHex("020000000002 020000000001 0800 4500" + QByteArray::number(28 + quoted.size(), 16).rightJustified(4, '0')
            + "0000 0000 40 01 0000 0a000002 0a000001 0301 0000 00000000") + quoted;
        QCOMPARE(announcedIn({error, told, segment(message("04", "")), told}), QString("2: 10.4.1.0/24 by 10.0.0.1, 4: 10.4.1.0/24 by 10.0.0.1"));

        test::PcapFile file;
        file.packet(1, 0, told);
        const QTemporaryDir folder;
        const std::vector<std::filesystem::path> paths{test::writeFile(folder, "bgp.pcap", file.bytes()).toStdString()};
        const auto store = PacketStore::open(paths);
        (*store)->waitUntilFinished();
        const auto all = explain::announcementsIn(**store, Dissector(test::registry()), "of n1");
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().receiver.text(), std::string("10.0.0.2"));
        QCOMPARE(all.front().capture, std::string("of n1"));
    }
};

QTEST_GUILESS_MAIN(TestAnnouncement)
#include "tst_announcement.moc"
