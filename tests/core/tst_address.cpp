#include <QTest> // first: moc cannot begin with <concepts>

#include "core/address/address.h"

#include <arpa/inet.h>

#include <random>

using namespace vethscope;

// Addresses as hosts print them. The C library's inet_pton and inet_ntop, which iproute2 prints with, are the judge.

namespace {

QByteArray libraryText(const QByteArray &text)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    in6_addr address{};
    const int family = text.contains(':') ? AF_INET6 : AF_INET;
    if (inet_pton(family, text.constData(), &address) != 1)
        return "no address";
    return inet_ntop(family, &address, buffer.data(), buffer.size());
}

QByteArray ourText(const QByteArray &text)
{
    const auto address = IpAddress::parse(text.toStdString());
    return address ? QByteArray::fromStdString(address->text()) : QByteArray("no address");
}

QByteArray prefixText(const std::optional<IpPrefix> &prefix)
{
    return prefix ? QByteArray::fromStdString(prefix->text()) : QByteArray("no prefix");
}

} // namespace

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void likeTheLibrary_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {
                 "172.27.0.11", "0.0.0.0", "255.255.255.255", "10.244.0", "10.244.0.0.1", "256.0.0.1", "10.0.0.01", "1.2.3.", " 1.2.3.4", "1.2.3.4 ", "",
                 // RFC 4291 section 2.2
                 "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", "2001:DB8:0:0:8:800:200C:417A", "FF01:0:0:0:0:0:0:101", "0:0:0:0:0:0:0:1",
                 "0:0:0:0:0:0:0:0", "2001:DB8::8:800:200C:417A", "FF01::101", "::1", "::", "0:0:0:0:0:FFFF:129.144.52.38", "::FFFF:129.144.52.38",
                 // RFC 5952 section 4
                 "2001:0db8::0001", "2001:db8:0:0:0:0:2:1", "2001:db8:0:1:1:1:1:1", "2001:0:0:1:0:0:0:1", "2001:db8:0:0:1:0:0:1",
                 // wrong ones
                 ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "g::", "1:2:3:4:5:6:7:",
                 ":1:2:3:4:5:6:7", "::1.2.3", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "64:ff9b::192.0.2.33", "fe80::5054:ff:fec2:eedb",
                 "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8", "1:2:3:4:5:ffff:7:8", "::1:2:3", "::ffff:2:3:4", "::1.2.3.4.5", "1:2:3:4:5:6:7:8.",
                 "2001::1:2:3:4:5:6", "1:2::7:8", "0:0:1::", "1:0:0:2::", "::1:0:0:2",
             })
            QTest::addRow("'%s'", text) << QByteArray(text);
    }

    void likeTheLibrary()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(ourText(text), libraryText(text));
    }

    // Many zero words, so that the choice of the run that `::` stands for is met in every shape.
    void everyRunOfZeros()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 20000; ++round) {
            std::array<std::uint8_t, 16> bytes{};
            for (std::size_t i = 0; i < 16; ++i)
                bytes[i] = random() % 2 == 0 ? 0 : static_cast<std::uint8_t>(random() % 8 == 0 ? random() : i % 2);
            bytes[0] = 0x20; // ::/96 aside: the C library writes the deprecated IPv4-compatible addresses with dots, RFC 5952 does not
            std::array<char, INET6_ADDRSTRLEN> buffer{};
            const IpAddress address = *IpAddress::fromBytes(std::as_bytes(std::span(bytes)));
            QCOMPARE(address.text().c_str(), inet_ntop(AF_INET6, bytes.data(), buffer.data(), buffer.size()));
            QVERIFY(IpAddress::parse(address.text()) == address);
        }
    }

    // As headers have them; any other size is no address.
    void fromBytes()
    {
        const std::array<std::uint8_t, 16> octets{192, 0, 2, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        const Bytes bytes = std::as_bytes(std::span(octets));
        for (std::size_t size = 0; size <= bytes.size(); ++size) {
            const auto ip = IpAddress::fromBytes(bytes.first(size));
            const auto mac = MacAddress::fromBytes(bytes.first(size));
            QCOMPARE(ip.has_value(), size == 4 || size == 16);
            QCOMPARE(mac.has_value(), size == 6);
            if (ip)
                QCOMPARE(ip->text(), size == 4 ? "192.0.2.7" : "c000:207:90a:b0c:d0e:f10:1112:1314");
            if (mac)
                QCOMPARE(mac->text(), "c0:00:02:07:09:0a");
        }
        QCOMPARE(*IpAddress::fromBytes(bytes.first(4)), IpAddress::v4(0xc0000207));
    }

    void zone()
    {
        QCOMPARE(ourText("fe80::1%eth0"), QByteArray("fe80::1"));
    }

    void ranges_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("is");
        QTest::newRow("IPv4 any") << QByteArray("0.0.0.0") << QByteArray("any");
        QTest::newRow("IPv6 any") << QByteArray("::") << QByteArray("any");
        QTest::newRow("IPv4 loopback") << QByteArray("127.8.0.1") << QByteArray("loopback");
        QTest::newRow("IPv6 loopback") << QByteArray("::1") << QByteArray("loopback");
        QTest::newRow("Calico's gateway") << QByteArray("169.254.1.1") << QByteArray("link-local");
        QTest::newRow("end of fe80::/10") << QByteArray("febf::1") << QByteArray("link-local");
        QTest::newRow("behind fe80::/10") << QByteArray("fec0::1") << QByteArray("");
        QTest::newRow("IPv4 multicast") << QByteArray("239.1.2.3") << QByteArray("multicast");
        QTest::newRow("IPv6 multicast") << QByteArray("ff02::1") << QByteArray("multicast");
        QTest::newRow("in front of 127.0.0.0/8") << QByteArray("126.255.255.255") << QByteArray("");
        QTest::newRow("behind 127.0.0.0/8") << QByteArray("128.0.0.1") << QByteArray("");
        QTest::newRow("behind ::1") << QByteArray("::2") << QByteArray("");
        QTest::newRow("a one elsewhere") << QByteArray("::1:1") << QByteArray("");
        QTest::newRow("another one elsewhere") << QByteArray("1::") << QByteArray("");
        QTest::newRow("in front of 169.254.0.0/16") << QByteArray("169.253.0.1") << QByteArray("");
        QTest::newRow("254 alone") << QByteArray("10.254.0.1") << QByteArray("");
        QTest::newRow("the bits of fe80::/10 behind another byte") << QByteArray("2080::1") << QByteArray("");
        QTest::newRow("in front of 224.0.0.0/4") << QByteArray("223.255.255.255") << QByteArray("");
        QTest::newRow("first of 224.0.0.0/4") << QByteArray("224.0.0.0") << QByteArray("multicast");
        QTest::newRow("behind 224.0.0.0/4") << QByteArray("240.0.0.1") << QByteArray("");
        QTest::newRow("a pod") << QByteArray("10.244.0.60") << QByteArray("");
    }

    void ranges()
    {
        QFETCH(QByteArray, text);
        const auto address = IpAddress::parse(text.toStdString());
        QVERIFY(address);
        QStringList is;
        if (address->isAny())
            is << "any";
        if (address->isLoopback())
            is << "loopback";
        if (address->isLinkLocal())
            is << "link-local";
        if (address->isMulticast())
            is << "multicast";
        QTEST(is.join(' ').toUtf8(), "is");
    }

    void order()
    {
        const auto at = [](std::string_view text) { return IpAddress::parse(text).value(); };
        QVERIFY(at("10.0.0.2") < at("10.0.0.10"));
        QVERIFY(at("255.255.255.255") < at("::"));
        QVERIFY(IpAddress::v4(0xac1b000b) == at("172.27.0.11"));
        QVERIFY(at("128.0.0.1").bit(0) && at("128.0.0.1").bit(31) && !at("128.0.0.1").bit(30));
    }

    void mac_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mac");
        QTest::newRow("as ip prints it") << QByteArray("52:54:00:c2:ee:db") << QByteArray("52:54:00:c2:ee:db");
        QTest::newRow("upper case") << QByteArray("B2:AD:3A:6E:3A:4F") << QByteArray("b2:ad:3a:6e:3a:4f");
        QTest::newRow("hyphens") << QByteArray("52-54-00-C2-EE-DB") << QByteArray("52:54:00:c2:ee:db");
        QTest::newRow("bridge_id without leading zeros") << QByteArray("2:42:18:84:7f:0") << QByteArray("02:42:18:84:7f:00");
        QTest::newRow("five bytes") << QByteArray("52:54:00:c2:ee") << QByteArray("none");
        QTest::newRow("seven bytes") << QByteArray("52:54:00:c2:ee:db:01") << QByteArray("none");
        QTest::newRow("an IP tunnel's address") << QByteArray("172.27.0.11") << QByteArray("none");
        QTest::newRow("three digits") << QByteArray("052:54:00:c2:ee:db") << QByteArray("none");
        QTest::newRow("three digits at the end") << QByteArray("52:54:00:c2:ee:0db") << QByteArray("none");
        QTest::newRow("no digits") << QByteArray(":::::") << QByteArray("none");
        QTest::newRow("a sign") << QByteArray("+1:54:00:c2:ee:db") << QByteArray("none");
        QTest::newRow("mixed separators") << QByteArray("52:54-00:c2:ee:db") << QByteArray("none");
    }

    void mac()
    {
        QFETCH(QByteArray, text);
        const auto mac = MacAddress::parse(text.toStdString());
        QTEST(mac ? QByteArray::fromStdString(mac->text()) : QByteArray("none"), "mac");
    }

    void macKinds()
    {
        QVERIFY(MacAddress::parse("00:00:00:00:00:00")->isZero());
        QVERIFY(MacAddress::parse("33:33:00:00:00:01")->isGroup());
        QVERIFY(MacAddress::parse("ff:ff:ff:ff:ff:ff")->isGroup());
        QVERIFY(!MacAddress::parse("ee:ee:ee:ee:ee:ee")->isGroup());
    }

    void prefix_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("network");
        QTest::newRow("an interface's") << QByteArray("172.27.16.10/20") << QByteArray("172.27.16.10/20") << QByteArray("172.27.16.0/20");
        QTest::newRow("a host's") << QByteArray("10.244.0.60") << QByteArray("10.244.0.60/32") << QByteArray("10.244.0.60/32");
        QTest::newRow("default") << QByteArray("default") << QByteArray("0.0.0.0/0") << QByteArray("0.0.0.0/0");
        QTest::newRow("IPv6") << QByteArray("fe80::B0ad:1/64") << QByteArray("fe80::b0ad:1/64") << QByteArray("fe80::/64");
        QTest::newRow("IPv6 host") << QByteArray("::1") << QByteArray("::1/128") << QByteArray("::1/128");
        QTest::newRow("odd length") << QByteArray("10.255.255.255/9") << QByteArray("10.255.255.255/9") << QByteArray("10.128.0.0/9");
        QTest::newRow("a length that ends with a byte") << QByteArray("10.255.255.255/16") << QByteArray("10.255.255.255/16") << QByteArray("10.255.0.0/16");
        QTest::newRow("all") << QByteArray("10.255.255.255/0") << QByteArray("10.255.255.255/0") << QByteArray("0.0.0.0/0");
        QTest::newRow("IPv6, too long") << QByteArray("::/129") << QByteArray("no prefix") << QByteArray();
        QTest::newRow("no address") << QByteArray("ten/8") << QByteArray("no prefix") << QByteArray();
        QTest::newRow("too long") << QByteArray("10.0.0.0/33") << QByteArray("no prefix") << QByteArray();
        QTest::newRow("no length") << QByteArray("10.0.0.0/") << QByteArray("no prefix") << QByteArray();
        QTest::newRow("a short network") << QByteArray("10.244/16") << QByteArray("no prefix") << QByteArray();
    }

    void prefix()
    {
        QFETCH(QByteArray, text);
        const auto prefix = IpPrefix::parse(text.toStdString());
        QTEST(prefixText(prefix), "prefix");
        if (prefix)
            QTEST(prefixText(prefix->network()), "network");
    }

    void contains()
    {
        const auto holds = [](std::string_view prefix, std::string_view address) { return IpPrefix::parse(prefix)->contains(*IpAddress::parse(address)); };
        QVERIFY(holds("172.27.0.11/20", "172.27.15.255"));
        QVERIFY(!holds("172.27.0.11/20", "172.27.16.0"));
        QVERIFY(holds("default", "1.2.3.4"));
        QVERIFY(!holds("default", "::1"));
        QVERIFY(!holds("::/0", "1.2.3.4"));
        QVERIFY(holds("2001:db8::/33", "2001:db8:7fff::1"));
        QVERIFY(!holds("2001:db8::/33", "2001:db8:8000::1"));
    }

    void netmask_data()
    {
        QTest::addColumn<QByteArray>("mask");
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("ifconfig's") << QByteArray("255.255.240.0") << QByteArray("172.27.0.11/20");
        QTest::newRow("none") << QByteArray("0.0.0.0") << QByteArray("172.27.0.11/0");
        QTest::newRow("a host's") << QByteArray("255.255.255.255") << QByteArray("172.27.0.11/32");
        QTest::newRow("with a hole") << QByteArray("255.0.255.0") << QByteArray("no prefix");
        QTest::newRow("half") << QByteArray("0.0.255.255") << QByteArray("no prefix");
        QTest::newRow("of the other kind") << QByteArray("ffff::") << QByteArray("no prefix");
    }

    void netmask()
    {
        QFETCH(QByteArray, mask);
        QTEST(prefixText(IpPrefix::withMask(*IpAddress::parse("172.27.0.11"), *IpAddress::parse(mask.toStdString()))), "prefix");
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
