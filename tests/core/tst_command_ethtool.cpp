#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// Peer indexes, offloads and drivers from ethtool.
class tst_command_ethtool : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_ethtool::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("the other end of a veth") << QByteArray("ethtool -S vetha1f852ea")
        << QByteArray(R"(NIC statistics:
     peer_ifindex: 3
     rx_queue_0_xdp_packets: 0
)")
        << QStringList{"line 3 n1: index vetha1f852ea peer 3"};
    QTest::newRow("grep") << QByteArray("ethtool -S eth0 | grep peer")
        << QByteArray(R"(     peer_ifindex: 17
)")
        << QStringList{"line 2 n1: index eth0 peer 17"};
    QTest::newRow("offloads") << QByteArray("ethtool -k eth0")
        << QByteArray(R"(Features for eth0:
rx-checksumming: off [fixed]
	tx-checksum-ip-generic: off [requested on]
	tx-checksum-
)")
        << QStringList{"line 3 n1: setting eth0 rx-checksumming = off",
                       "line 4 n1: setting eth0 tx-checksum-ip-generic = off",
                       "! line 5"};
    QTest::newRow("a driver") << QByteArray("ethtool -i v0")
        << QByteArray(R"(driver: veth
version: 1.0
firmware-version: 
bus-info: 
)")
        << QStringList{"line 2 n1: link v0 veth",
                       "line 2 n1: setting v0 driver = veth"};
    QTest::newRow("hardware") << QByteArray("ethtool -i ens3")
        << QByteArray(R"(driver: virtio_net
bus-info: 0000:00:03.0
)")
        << QStringList{"line 3 n1: link ens3 physical",
                       "line 2 n1: setting ens3 driver = virtio_net"};
    QTest::newRow("a TAP") << QByteArray("ethtool -i tap0")
        << QByteArray(R"(driver: tun
bus-info: tap
)")
        << QStringList{"line 3 n1: link tap0 tap",
                       "line 2 n1: setting tap0 driver = tun"};
}

void tst_command_ethtool::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_ethtool)
#include "tst_command_ethtool.moc"
