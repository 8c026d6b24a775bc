#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// Bridges, their ports and their tables, as bridge-utils' brctl prints them.
class tst_command_brctl : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_brctl::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("bridges and ports") << QByteArray("brctl show")
        << QByteArray(R"(bridge name	bridge id		STP enabled	interfaces
cni0		8000.822a0551fe51	no		veth120e0e5a
							veth7bd66290
docker0		8000.024218847f20	no		
)")
        << QStringList{"line 3 n1: port cni0 veth120e0e5a",
                       "line 4 n1: port cni0 veth7bd66290",
                       "line 3 n1: bridge cni0 id 8000.822a0551fe51",
                       "line 5 n1: bridge docker0 id 8000.024218847f20"};
    QTest::newRow("tabs turned into blanks") << QByteArray("brctl show")
        << QByteArray(R"(bridge name     bridge id               STP enabled     interfaces
cni0            8000.822a0551fe51       no              veth01d2bc26
                                                        veth1b7415be
docker0         8000.024218847f20       no
)")
        << QStringList{"line 3 n1: port cni0 veth01d2bc26",
                       "line 4 n1: port cni0 veth1b7415be",
                       "line 3 n1: bridge cni0 id 8000.822a0551fe51",
                       "line 5 n1: bridge docker0 id 8000.024218847f20"};
    QTest::newRow("grep has taken the bridge") << QByteArray("brctl show | grep veth")
        << QByteArray(R"(cni0            8000.822a0551fe51       no              veth01d2bc26
                                                        veth1b7415be
)")
        << QStringList{"line 2 n1: port cni0 veth01d2bc26",
                       "line 2 n1: bridge cni0 id 8000.822a0551fe51",
                       "! line 3"};
    QTest::newRow("MAC addresses") << QByteArray("brctl showmacs cni0")
        << QByteArray(R"(port no	mac addr		is local?	ageing timer
  1	0e:37:9a:c4:61:1d	no		   1.39
  1	5a:8f:11:d3:0c:92	yes		   0.00
  2	be:24
)")
        << QStringList{"line 3 n1: fdb 0e:37:9a:c4:61:1d master cni0 port 1",
                       "line 4 n1: fdb 5a:8f:11:d3:0c:92 master cni0 port 1 permanent",
                       "! line 5"};
    QTest::newRow("port numbers") << QByteArray("brctl showstp cni0")
        << QByteArray(R"(cni0
 bridge id		8000.822a0551fe51
 designated root	8000.822a0551fe51
 root port		   0			path cost		   0
 flags			


veth120e0e5a (1)
 port id		8001			state		     forwarding
 flags			
 hairpin mode		   1

)")
        << QStringList{"line 9 n1: port cni0 veth120e0e5a number 1",
                       "line 3 n1: bridge cni0 id 8000.822a0551fe51"};
}

void tst_command_brctl::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_brctl)
#include "tst_command_brctl.moc"
