#include "core/snapshot/linkwords.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <QTest>

using namespace vethscope;

// The words of a line, and which of them can be names.
class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void words();
    void addressesAndPorts_data();
    void addressesAndPorts();
    void names_data();
    void names();
    void letters();
    void masked();
    void states_data();
    void states();
    void peers();
    void behindWord();
};

void WordsTest::words()
{
    using List = std::vector<std::string_view>;
    QCOMPARE(wordsOf(" a\t b\r\nc "), (List{"a", "b", "c"}));
    QCOMPARE(wordsOf("ab"), List{"ab"});
    QCOMPARE(wordsOf(" \t\r\n"), List{});
    QCOMPARE(wordsOf(""), List{});
    QCOMPARE(trimmed(" \t\r\na b\n\r\t "), std::string_view("a b"));
    QCOMPARE(trimmed(" \t"), std::string_view());
    QCOMPARE(splitAt("a,,b", ','), (List{"a", "", "b"}));
    QCOMPARE(splitAt("", ','), List{""});
    QCOMPARE(splitAt("a,", ','), (List{"a", ""}));
    QCOMPARE(numberOf<std::uint16_t>("65535"), std::optional<std::uint16_t>(65535));
    for (const char *none : {"65536", "", "7x", "x7", "-1", "+1", " 7"})
        QVERIFY2(!numberOf<std::uint16_t>(none), none);
}

void WordsTest::addressesAndPorts_data()
{
    QTest::addColumn<QByteArray>("parts");
    const auto row = [](const char *text, const char *parts) { QTest::newRow(text) << QByteArray(parts); };
    row("192.0.2.7:80", "192.0.2.7 80");
    row("[::]:8472", ":: 8472");
    row(":::53", ":: 53");
    row("*:1", "* 1");
    row("[::1:8", "[::1 8");
    row("::1]:8", "::1] 8");
    row(":0", " 0");
    for (const char *none : {"192.0.2.7", "192.0.2.7:", "192.0.2.7:x", "192.0.2.7:65536", ""})
        row(none, "-");
}

void WordsTest::addressesAndPorts()
{
    const auto found = addressAndPort(QTest::currentDataTag());
    QTEST(found ? QByteArray(found->address.data(), qsizetype(found->address.size())) + " " + QByteArray::number(found->port) : QByteArray("-"), "parts");
}

// d: a device; p: a device with its peer; l: a label of an address; r: a host's name.
void WordsTest::names_data()
{
    QTest::addColumn<QByteArray>("is");
    const auto row = [](const QByteArray &text, const char *is) { QTest::newRow(text.constData()) << QByteArray(is); };
    row("eth0", "dplr");
    row("0eth", "dplr");
    row("_x", "dplr");
    row("a.b-c_d", "dplr");
    row("a+b", "dpl");
    row("17", "dpl");
    for (const char *none : {"", "-x", ".x", "+x", "a/b", "a b", "a@", "@a", "a@b@c", "é"})
        row(none, "");
    row("eth0.5@eth0", "p");
    row("veth1@if17", "p");
    row("tunl0@NONE", "p");
    row("a@a/b", "");
    row("eth0:1", "l");
    row("eth0:12", "l");
    for (const char *none : {"eth0:", "eth0:x", "eth0:1x", "a/b:1", ":1"})
        row(none, "");
    row(QByteArray(15, 'a'), "dplr");
    row(QByteArray(16, 'a'), "r");
    row(QByteArray(253, 'a'), "r");
    row(QByteArray(254, 'a'), "");
}

void WordsTest::names()
{
    const std::string text = QTest::currentDataTag();
    QTEST(QByteArray(isDeviceName(text) ? "d" : "") + (isDeviceWithPeer(text) ? "p" : "") + (isDeviceLabel(text) ? "l" : "") + (isResolvedName(text) ? "r" : ""), "is");
}

void WordsTest::letters()
{
    for (const char letter : std::string("azAZ09_"))
        QVERIFY(isDeviceName({&letter, 1}));
    for (const char letter : std::string("azAZ"))
        QVERIFY(isResolvedName({&letter, 1}));
    for (const char letter : std::string("`{@[/:")) {
        QVERIFY(!isDeviceName(std::string("a") + letter));
        QVERIFY(!isResolvedName(std::string("a") + letter));
    }
}

void WordsTest::masked()
{
    for (const char *word : {"x.x.x.1", "10.xx.0.1", "*.*.*.1", "10.***.***.1", "<ip>", "[ip]", "xx:xx:xx:xx:xx:01", "52:54:XX:ee:DB:01", "10.#.0.1", "10.?.0.1", "10.0.X.0/24", "10.1x.0.1", "x.0.0", "fe80::x:1"})
        QVERIFY2(isMasked(word), word);
    for (const char *word : {"", "<>", "[]", "<a", "<a]", "[a>", "a>", "[a", "a]", "192.0.2.1", "x.x", "x", "10.-x.0.1", "10.x.zebra.1", "10.x.g.1", "www.example.org", "fe80::1"})
        QVERIFY2(!isMasked(word), word);
}

void WordsTest::states_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("flags");
    QTest::addColumn<int>("is");
    const auto row = [](const char *state, const char *flags, LinkState is) { QTest::addRow("%s <%s>", state, flags) << QByteArray(state) << QByteArray(flags) << int(is); };
    row("UP", "", LinkState::Up);
    row("UP", "NO-CARRIER", LinkState::Up);
    for (const char *down : {"DOWN", "LOWERLAYERDOWN", "DORMANT", "NOTPRESENT", "TESTING"})
        row(down, "UP LOWER_UP", LinkState::Down);
    for (const char *state : {"", "UNKNOWN"}) {
        row(state, "UP LOWER_UP", LinkState::Up);
        row(state, "LOWER_UP", LinkState::Up);
        row(state, "UP", LinkState::Unknown);
        row(state, "", LinkState::Unknown);
        row(state, "BROADCAST", LinkState::Down);
        row(state, "UP NO-CARRIER", LinkState::Down);
    }
}

void WordsTest::states()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, flags);
    QTEST(int(linkState(state.toStdString(), wordsOf(std::string_view(flags.constData(), std::size_t(flags.size()))))), "is");
}

// What stands behind the `@`: an index, a name, or nobody.
void WordsTest::peers()
{
    const auto described = [](const char *name) {
        LinkFact link;
        setName(link, name);
        return QString("%1 %2 %3").arg(QString::fromStdString(link.name)).arg(link.peerIfindex.value_or(0)).arg(QString::fromStdString(link.peerName));
    };
    QCOMPARE(described("eth0"), QString("eth0 0 "));
    QCOMPARE(described("eth0@if17"), QString("eth0 17 "));
    QCOMPARE(described("eth0.5@eth0"), QString("eth0.5 0 eth0"));
    QCOMPARE(described("v0@ifb0"), QString("v0 0 ifb0"));
    QCOMPARE(described("tunl0@NONE"), QString("tunl0 0 "));
}

void WordsTest::behindWord()
{
    const Words words{"dev", "eth0", "via"};
    QCOMPARE(behind(words, "dev"), std::string_view("eth0"));
    QVERIFY(behind(words, "via").empty() && behind(words, "src").empty());
    QVERIFY(contains(words, "via") && !contains(words, "src"));
    const TunnelFact tunnel = tunnelOf(wordsOf("vxlan id 7 group 239.0.0.1 dev eth0 dstport 8472 local 192.0.2.7 nolearning"));
    QCOMPARE(tunnel.vni, std::optional<std::uint32_t>(7));
    QCOMPARE(tunnel.port, std::optional<std::uint16_t>(8472));
    QCOMPARE(tunnel.remote, IpAddress::parse("239.0.0.1"));
    QCOMPARE(tunnel.local, IpAddress::parse("192.0.2.7"));
    QCOMPARE(tunnel.device, std::string("eth0"));
    QVERIFY(tunnel.learning == false && tunnel.detailed);
    QVERIFY(tunnelOf(wordsOf("vxlan remote 192.0.2.8")).learning == true);
    QCOMPARE(tunnelOf(wordsOf("vxlan remote 192.0.2.8")).remote, IpAddress::parse("192.0.2.8"));
}

QTEST_APPLESS_MAIN(WordsTest)
#include "tst_words.moc"
