#include "core/protocols/decodeas.h"
#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Decode As: rules in tshark's writing.

class DecodeAsTest : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("result"); // as it is written again, or the error

        QTest::newRow("a UDP port") << QByteArray("udp.port==8473,vxlan") << "udp.port==8473,vxlan";
        QTest::newRow("a TCP port") << QByteArray("tcp.port==8080,http") << "tcp.port==8080,http";
        QTest::newRow("hexadecimal") << QByteArray("ethertype==0x9999,ip") << "ethertype==39321,ip";
        QTest::newRow("an IP protocol") << QByteArray("ip.proto==200,gre") << "ip.proto==200,gre";
        QTest::newRow("to stay bytes") << QByteArray("udp.port==53,data") << "udp.port==53,data";
        QTest::newRow("no rule") << QByteArray("vxlan") << "a rule is TABLE==NUMBER,PROTOCOL, such as udp.port==8473,vxlan";
        QTest::newRow("no protocol named") << QByteArray("udp.port==8473") << "a rule is TABLE==NUMBER,PROTOCOL, such as udp.port==8473,vxlan";
        QTest::newRow("an unknown table")
            << QByteArray("sctp.port==1,vxlan") << "there is no table \"sctp.port\"; there are udp.port, tcp.port, ip.proto and ethertype";
        QTest::newRow("no number") << QByteArray("udp.port==x,vxlan") << "\"x\" is no number from 0 to 65535";
        QTest::newRow("a number and more") << QByteArray("udp.port==1-2,vxlan") << "\"1-2\" is no number from 0 to 65535";
        QTest::newRow("an empty number") << QByteArray("udp.port==,vxlan") << "\"\" is no number from 0 to 65535";
        QTest::newRow("a port too large") << QByteArray("udp.port==65536,vxlan") << "\"65536\" is no number from 0 to 65535";
        QTest::newRow("an unknown protocol") << QByteArray("udp.port==1,vxlam") << "there is no protocol \"vxlam\"";
        QTest::newRow("what is no header") << QByteArray("udp.port==1,frame") << "there is no protocol \"frame\"";
    }

    void rules()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, result);
        const auto parsed = parseDecodeRule(std::string_view(rule.constData(), static_cast<std::size_t>(rule.size())), registry());
        QCOMPARE(QString::fromStdString(parsed ? textOf(*parsed) : parsed.error().message.english()), result);
    }
};

QTEST_GUILESS_MAIN(DecodeAsTest)
#include "tst_decodeas.moc"
