#include "core/capture/capturepoint.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;

// Where a capture was taken, read from its name: contract.md, `journey`.

class CapturePointTest : public QObject
{
    Q_OBJECT

private slots:
    void point_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("interface"); // as pcapng names it
        QTest::addColumn<QString>("point");

        QTest::newRow("a node and a bridge") << "master.cni0.pcap" << "" << "master | cni0";
        QTest::newRow("a time is no node") << "20261125-122238_near.pcapng" << "near" << " | near";
        QTest::newRow("an underscore between") << "master_cni0.pcap" << "" << "master | cni0";
        QTest::newRow("an interface with a dot") << "master.flannel.1.pcapng" << "" << "master | flannel.1";
        QTest::newRow("a node with hyphens") << "VM-16-10-centos.veth48059492.pcapng" << "" << "VM-16-10-centos | veth48059492";
        QTest::newRow("a node with dots") << "node.example.org.eth0.pcap" << "" << "node.example.org | eth0";
        QTest::newRow("a pod") << "pod_tea-6fb46d899f-4zkt2_eth0.pcapng" << "" << "tea-6fb46d899f-4zkt2 | eth0";
        QTest::newRow("all interfaces") << "master.any.pcap" << "" << "master | any";
        QTest::newRow("calico's veth and tunnel") << "node1.cali12d4a061371.pcap" << "" << "node1 | cali12d4a061371";
        QTest::newRow("IPIP's device") << "node1.tunl0.pcap" << "" << "node1 | tunl0";
        QTest::newRow("compressed") << "master.cni0.pcap.gz" << "" << "master | cni0";
        QTest::newRow("in a folder") << "captures/master.cni0.pcap" << "" << "master | cni0";
        QTest::newRow("the folder's name does not count") << "worker.eth0/capture.pcap" << "" << " | ";
        QTest::newRow("pcapng names it too") << "master.flannel.1.pcapng" << "flannel.1" << "master | flannel.1";
        QTest::newRow("only pcapng names it") << "capture.pcapng" << "eth0" << " | eth0";
        QTest::newRow("an unusual device that pcapng names") << "master.uplink7.pcapng" << "uplink7" << "master | uplink7";
        QTest::newRow("the name of a device that pcapng calls otherwise") << "master.cni0.pcapng" << "eth0" << " | eth0";
        QTest::newRow("no device in the name") << "http.request.pcap" << "" << " | ";
        QTest::newRow("nothing but a name") << "capture.pcap" << "" << " | ";
        QTest::newRow("no node before the device") << "eth0.pcap" << "" << " | ";
        QTest::newRow("no name at all") << "" << "" << " | ";
    }

    void point()
    {
        QFETCH(QString, file);
        QFETCH(QString, interface);
        const CapturePoint found = capturePoint(file.toStdString(), interface.toStdString());
        QTEST(QString::fromStdString(found.node + " | " + found.interface), "point");
    }

    void argument_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("a file alone") << "capture.pcap" << "capture.pcap";
        QTest::newRow("standard input") << "-" << "-";
        QTest::newRow("a node and an interface") << "node1:cni0=capture.pcap" << "node1 | cni0 | capture.pcap";
        QTest::newRow("a pod") << "shop/tea:eth0=a/b.pcap" << "shop/tea | eth0 | a/b.pcap";
        QTest::newRow("an address for the node") << "fd00::1:eth0=b.pcap" << "fd00::1 | eth0 | b.pcap";
        QTest::newRow("standard input of a node") << "node1:any=-" << "node1 | any | -";
        QTest::newRow("the first = ends the point") << "node1:eth0=a=b.pcap" << "node1 | eth0 | a=b.pcap";
        QTest::newRow("no interface") << "node1:=b.pcap" << "node1:=b.pcap";
        QTest::newRow("no node") << ":eth0=b.pcap" << ":eth0=b.pcap";
        QTest::newRow("no file") << "node1:eth0=" << "node1:eth0=";
        QTest::newRow("no colon") << "node1=b.pcap" << "node1=b.pcap";
    }

    void argument()
    {
        QFETCH(QString, text);
        const CaptureArgument argument = captureArgument(text.toStdString());
        const QString file = QString::fromStdString(argument.file.string());
        const QString point = argument.point ? QString::fromStdString(argument.point->node + " | " + argument.point->interface + " | ") : QString();
        QTEST(point + file, "read");
    }

    void aFileOfTheWholeNameGoesFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("node1:eth0=b.pcap");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const CaptureArgument argument = captureArgument(path.toStdString());
        QVERIFY(!argument.point);
        QCOMPARE(QString::fromStdString(argument.file.string()), path);
    }
};

QTEST_GUILESS_MAIN(CapturePointTest)
#include "tst_capturepoint.moc"
