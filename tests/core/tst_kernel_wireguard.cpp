#include "core/kernel/wireguardpeer.h"

#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

const QString own(44, 'o'), first(44, 'B'), second(44, 'C');

// A peer as `wg show` prints it; what is empty was not printed.
QString peer(const QString &key, const QString &endpoint, const QString &allowed)
{
    return " / peer: " + key + (endpoint.isEmpty() ? "" : " /   endpoint: " + endpoint) + (allowed.isEmpty() ? "" : " /   allowed ips: " + allowed);
}

QString device(const QString &name, const QString &key = own)
{
    return "wg show=interface: " + name + (key.isEmpty() ? "" : " /   public key: " + key) + " /   listening port: 51820";
}

} // namespace

// Whom a WireGuard device encrypts for, and whom it listens to.
class tst_kernel_wireguard : public QObject
{
    Q_OBJECT

private slots:
    void peers_data();
    void peers();
    void known_data();
    void known();
    void marks_data();
    void marks();
};

void tst_kernel_wireguard::peers_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("evidence");

    const QString two = device("wg0") + peer(first, "10.0.0.2:51820", "10.244.1.0/24, fd00:1::/64") + peer(second, "[2001:db8::3]:51821", "10.244.0.0/16, 10.244.1.128/25");
    const auto row = [](const char *name, const QString &outputs, const char *address, const QString &answer, const char *evidence) { QTest::newRow(name) << outputs << address << answer << evidence; };
    const auto found = [](const QString &key, const char *rest) { return QString(key.left(1)) + " " + rest; };
    row("the longest prefix", two, "10.244.1.7", found(first, "10.244.1.0/24 at 10.0.0.2 port 51820 < allowed shorter prefix"), "allowed ips: 10.244.1.0/24, fd00:1::/64 + endpoint: 10.0.0.2:51820");
    row("the longest of one peer's", two, "10.244.1.130", found(second, "10.244.1.128/25 at 2001:db8::3 port 51821 < allowed shorter prefix"), "allowed ips: 10.244.0.0/16, 10.244.1.128/25 + endpoint: [2001:db8::3]:51821");
    row("the shorter", two, "10.244.2.1", found(second, "10.244.0.0/16 at 2001:db8::3 port 51821"), "allowed ips: 10.244.0.0/16, 10.244.1.128/25 + endpoint: [2001:db8::3]:51821");
    row("IPv6", two, "fd00:1::9", found(first, "fd00:1::/64 at 10.0.0.2 port 51820"), "allowed ips: 10.244.1.0/24, fd00:1::/64 + endpoint: 10.0.0.2:51820");
    row("nobody's", two, "10.245.0.1", "none", "");
    row("of equal ones the first", device("wg0") + peer(first, "10.0.0.2:1", "10.1.0.0/16") + peer(second, "10.0.0.3:2", "10.1.0.0/16"), "10.1.0.1", found(first, "10.1.0.0/16 at 10.0.0.2 port 1 < allowed shorter prefix"),
        "allowed ips: 10.1.0.0/16 + endpoint: 10.0.0.2:1");
    row("a peer that was never heard of", device("wg0") + peer(first, "", "10.1.0.0/16"), "10.1.0.1", found(first, "10.1.0.0/16 at nowhere port 0"), "allowed ips: 10.1.0.0/16");
    row("no endpoint yet", device("wg0") + peer(first, "(none)", "10.1.0.0/16"), "10.1.0.1", found(first, "10.1.0.0/16 at nowhere port 0"), "allowed ips: 10.1.0.0/16 + endpoint: (none)");
    row("a port that is none", device("wg0") + peer(first, "10.0.0.2:70000", "10.1.0.0/16"), "10.1.0.1", found(first, "10.1.0.0/16 at nowhere port 0"), "allowed ips: 10.1.0.0/16 + endpoint: 10.0.0.2:70000");
    row("no allowed IPs", device("wg0") + peer(first, "10.0.0.2:51820", "(none)"), "10.1.0.1", "none", "");
    row("another device's peer", device("wg1") + peer(first, "10.0.0.2:51820", "10.1.0.0/16"), "10.1.0.1", "unseen: wg show", "");
    row("keys were taken out: not all peers may be there", device("wg0", "") + peer("***", "10.0.0.2:51820", "10.1.0.0/16"), "10.2.0.1", "unseen: wg show", "");
    row("but one that is there counts", device("wg0", "") + peer("***", "10.0.0.2:51820", "10.1.0.0/16"), "10.1.0.1", "* 10.1.0.0/16 at 10.0.0.2 port 51820", "allowed ips: 10.1.0.0/16 + endpoint: 10.0.0.2:51820");
    row("nobody looked", "hostname=fir", "10.1.0.1", "unseen: wg show", "");
}

void tst_kernel_wireguard::peers()
{
    QFETCH(QString, outputs);
    QFETCH(QString, address);
    const auto words = [](const WireguardPeer &peer) {
        const QString end = peer.endpoint ? textOf(peer.endpoint->text()) : "nowhere";
        return textOf(peer.key).left(1) + " " + textOf(peer.allowed.front().text()) + " at " + end + " port " + QString::number(peer.port) + (peer.allowed.size() > 1 ? " and more" : "");
    };
    const auto answer = wireguardPeer(test::spaceOf(outputs), "wg0", *IpAddress::parse(address.toStdString()));
    QTEST(test::stated(answer, words), "answer");
    QTEST(test::cited(answer.evidence), "evidence");
}

void tst_kernel_wireguard::known_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("evidence");

    const QString line = "public key: " + own;
    QTest::newRow("it is") << device("wg0") + peer(first, "", "10.1.0.0/16") << "yes" << "allowed ips: 10.1.0.0/16";
    QTest::newRow("another is") << device("wg0") + peer(second, "", "10.1.0.0/16") << "no" << line;
    QTest::newRow("nobody is") << device("wg0") << "no" << line;
    QTest::newRow("of another device") << device("wg1") + peer(first, "", "10.1.0.0/16") << "unseen: wg show" << "";
}

void tst_kernel_wireguard::known()
{
    QFETCH(QString, outputs);
    const auto answer = knowsPeer(test::spaceOf(outputs), "wg0", first.toStdString());
    QTEST(test::stated(answer, [](bool is) { return QString(is ? "yes" : "no"); }), "answer");
    QTEST(test::cited(answer.evidence), "evidence");
}

void tst_kernel_wireguard::marks_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<quint32>("mark");
    QTest::newRow("none is printed") << device("wg0") << quint32(0);
    QTest::newRow("a mark") << device("wg0") + " /   fwmark: 0xca6c" << quint32(0xca6c);
    QTest::newRow("off") << device("wg0") + " /   fwmark: off" << quint32(0);
    QTest::newRow("another device's") << device("wg1") + " /   fwmark: 0xca6c" << quint32(0);
}

void tst_kernel_wireguard::marks()
{
    QFETCH(QString, outputs);
    QTEST(wireguardMark(test::spaceOf(outputs), "wg0"), "mark");
}

QTEST_GUILESS_MAIN(tst_kernel_wireguard)
#include "tst_kernel_wireguard.moc"
