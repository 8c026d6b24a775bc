#include "core/capture/packetstore.h"
#include "core/filter/filter.h"
#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Input that is damaged, or made to do damage. Each has to end in a sentence that names the thing, the place and the numbers.
// Files are the matter of tst_damagedfiles.

namespace {

// What the tree complains of, in its order.
QStringList complaintsOf(const Protocol &protocol, const QByteArray &hex, std::uint32_t originalLength = 0)
{
    QStringList complaints;
    for (const QString &line : treeOf(protocol, hex, originalLength))
        if (line.trimmed().startsWith("! "))
            complaints << line.trimmed().sliced(2);
    return complaints;
}

QByteArray repeated(int count, const QByteArray &hex)
{
    return fromHex(hex).repeated(count);
}

// A tree as the window shows it, of a frame that must not take long.
QStringList complaintsInTime(const QByteArray &bytes)
{
    QElapsedTimer clock;
    clock.start();
    const Frame frame = frameOf(bytes);
    const Dissection packet = Dissector(registry()).dissect(frame);
    QStringList complaints;
    for (const TreeNode &node : vethscope::treeOf(frame, packet, registry()))
        if (node.kind == TreeNode::Kind::Stop)
            complaints << QString::fromStdString(node.label);
    return clock.elapsed() < 1000 ? complaints : QStringList{"took more than a second"};
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void complaints_data()
    {
        QTest::addColumn<const Protocol *>("protocol");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("complaints");
        const auto row = [](const char *name, const Protocol &protocol, const QByteArray &packet, const QStringList &complaints,
                            unsigned original = 0) { QTest::newRow(name) << &protocol << packet << original << complaints; };

        const QByteArray request = requestOverVxlan();
        row("a snap length of 20", protocols::ethernet, request.first(20).toHex(),
            {"Internet Protocol Version 4 needs 20 bytes, only 6 were captured"}, static_cast<unsigned>(request.size()));
        row("a snap length of 20 in an IP capture", protocols::rawIp, request.sliced(14).first(20).toHex(),
            {"User Datagram Protocol needs 8 bytes, only 0 were captured"}, static_cast<unsigned>(request.size() - 14));
        row("a DNS name that points to itself", protocols::dns, "1234 0100 0001 0000 0000 0000 c00c 0001 0001",
            {"question 1 cannot be read at byte 12 of the message"});
        row("two DNS names that point to each other", protocols::dns, "1234 0100 0001 0000 0000 0000 c00e c00c 0001 0001",
            {"question 1 cannot be read at byte 12 of the message"});
        row("a DNS name that points behind the message", protocols::dns, "1234 0100 0001 0000 0000 0000 ffff 0001 0001",
            {"question 1 cannot be read at byte 12 of the message"});
        row("a BGP attribute longer than its message", protocols::bgp,
            "ffffffffffffffffffffffffffffffff 001e 02 0000 0007 400101 00 4002ff",
            {"a BGP attribute longer than its message: 255 bytes, where 0 are left"});
        row("a Geneve option past the end", protocols::geneve, "0100 6558 000001 00 0102 80 03",
            {"an option at byte 8 says 16 bytes and so ends behind its header"});
        row("a TCP option longer than its header", protocols::tcp, "9c40 0050 00000001 00000000 6002 0200 0000 0000 0209 05b4",
            {"an option at byte 20 says a length that its header does not have"});
    }

    void complaints()
    {
        QFETCH(const Protocol *, protocol);
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(complaintsOf(*protocol, packet, original), "complaints");
    }

    void nestedHeaders_data()
    {
        QTest::addColumn<QByteArray>("frame");
        constexpr int many = 100'000;
        const QByteArray outer = fromHex("020000000002 020000000001");
        const QByteArray ipv4InIpv4("4500 0000 0001 0000 40 04 0000 0a000001 0a000002"); // a total length of 0: the offload's
        QTest::newRow("VLAN tags") << outer + repeated(many, "8100 0001") + fromHex("0800");
        QTest::newRow("MPLS labels") << outer + fromHex("8847") + repeated(many, "00010040");
        QTest::newRow("IPv4 in IPv4") << outer + fromHex("0800") + repeated(many, ipv4InIpv4);
        QTest::newRow("IPv6 in IPv6")
            << outer + fromHex("86dd") + repeated(many, "60000000 0000 29 40" + QByteArray("20010db8000000000000000000000001").repeated(2));
        QTest::newRow("IPv6 destination options") << outer + fromHex("86dd 60000000 0000 3c 40") + QByteArray(32, '\x20')
                                                         + repeated(many, "3c00 0104 00000000");
        QTest::newRow("GRE in GRE") << outer + fromHex("0800 4500 0000 0001 0000 40 2f 0000 0a000001 0a000002") + repeated(many, "0000 6558 " + outer.toHex() + "0800 4500 0000 0001 0000 40 2f 0000 0a000001 0a000002");
    }

    void nestedHeaders()
    {
        QFETCH(QByteArray, frame);
        QCOMPARE(complaintsInTime(frame), QStringList{"more than 250 headers lie inside one another; the rest is not decoded"});
    }

    // PCRE2's own example of catastrophic backtracking; without limits it takes longer than the universe lasts.
    void aRegularExpressionThatExplodes()
    {
        const QByteArray bytes = ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9, QByteArray(200, 'a') + '!')));
        const Frame frame = frameOf(bytes);
        const Dissection packet = Dissector(registry()).dissect(frame);
        const auto filter = Filter::compile(R"(udp.payload matches "(a+)+$")", registry());
        QVERIFY(filter);
        FilterScratch scratch;
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!filter->matches(frame, packet, scratch));
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(scratch.givenUp(), 1u);
        QVERIFY(!filter->matches(frame, packet, scratch));
        QCOMPARE(scratch.givenUp(), 2u);
        QCOMPARE(Filter::givenUpSentence(2).english(),
                 "a regular expression of the filter took too many steps in 2 packets and was given up there; they count as not matching");

        const auto harmless = Filter::compile(R"(udp.payload matches "a+!$")", registry());
        QVERIFY(harmless && harmless->matches(frame, packet, scratch));
        QCOMPARE(scratch.givenUp(), 2u);
    }

    void expressionsThatAreTooMuch_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("error");
        constexpr int many = 100'000;
        const QString tooDeep = QStringLiteral("more than 200 levels of nesting");
        const QString tooLong = QStringLiteral("more than 5000 operators in one filter");
        QTest::newRow("parentheses") << QByteArray(many, '(') + "tcp" + QByteArray(many, ')') << tooDeep;
        QTest::newRow("negations") << QByteArray(many, '!') + "tcp" << tooDeep;
        QTest::newRow("functions") << QByteArray("len(").repeated(many) + "tcp" + QByteArray(many, ')') << tooDeep;
        QTest::newRow("braces") << QByteArray("{").repeated(many) << tooDeep;
        QTest::newRow("signs") << "ip.ttl == " + QByteArray("- ").repeated(many) + "1" << tooLong;
        QTest::newRow("conjunctions") << QByteArray("tcp && ").repeated(many) + "tcp" << tooLong;
        QTest::newRow("alternatives") << QByteArray("tcp || ").repeated(many) + "tcp" << tooLong;
        QTest::newRow("comparisons in a chain") << "1 " + QByteArray("< ip.ttl ").repeated(many) << tooLong;
        QTest::newRow("sums") << "ip.ttl == 1" + QByteArray(" + 1").repeated(many) << tooLong;
        QTest::newRow("a set of many members is no deeper") << "tcp.port in {" + QByteArray("1, ").repeated(many) + "80}" << QString();
        QTest::newRow("as many operators as there may be") << QByteArray("tcp && ").repeated(5000) + "tcp" << QString();
        QTest::newRow("slices") << "eth.src" + QByteArray("[0:2]").repeated(many) + " == 00:00" << tooLong;
    }

    // However long it is, an expression is compiled, run and forgotten without the stack growing with it.
    void expressionsThatAreTooMuch()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QString, error);
        const auto filter = Filter::compile(std::string_view(expression.constData(), static_cast<std::size_t>(expression.size())), registry());
        if (!filter) {
            QCOMPARE(QString::fromStdString(filter.error().message.english()), error);
            return;
        }
        QCOMPARE(error, QString());
        const QByteArray bytes = requestOverVxlan();
        const Frame frame = frameOf(bytes);
        FilterScratch scratch;
        filter->matches(frame, Dissector(registry()).dissect(frame), scratch);
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
