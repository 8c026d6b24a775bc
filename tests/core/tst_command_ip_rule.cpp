#include "tests/support/hostfacts.h"

#include <QtTest>

using namespace vethscope;

// Policy rules and network namespaces of iproute2.
class tst_command_ip_rule : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_ip_rule::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("rules") << QByteArray("ip rule")
        << QByteArray(R"(0:	from all lookup local
99:	not from all to 1.2.3.4 prohibit
100:	from 10.0.0.0/24 fwmark 0x1 iif br0 [detached] lookup 100
)")
        << QStringList{"line 2 n1: rule priority 0 from all lookup local",
                       "line 3 n1: rule priority 99 not from all to 1.2.3.4 prohibit",
                       "line 4 n1: rule priority 100 from 10.0.0.0/24 fwmark 0x1 iif br0 [detached] lookup 100"};
    QTest::newRow("rules, blanks for tabs") << QByteArray("ip ru ls")
        << QByteArray(R"(32766:  from all lookup main
something
)")
        << QStringList{"line 2 n1: rule priority 32766 from all lookup main",
                       "! line 3"};
    QTest::newRow("rules in JSON tell the same") << QByteArray("ip -j rule")
        << QByteArray(R"([{"priority":0,"src":"all","table":"local"},{"priority":99,"not":null,"src":"all","dst":"1.2.3.4","action":"prohibit"},{"priority":100,"src":"10.0.0.0","srclen":24,"fwmark":"0x1","iif":"br0","table":"100"},{"src":"all"}]
)")
        << QStringList{"line 2 n1: rule priority 0 from all lookup local",
                       "line 2 n1: rule priority 99 not from all to 1.2.3.4 prohibit",
                       "line 2 n1: rule priority 100 from 10.0.0.0/24 fwmark 0x1 iif br0 lookup 100",
                       "! line 2",
                       "! pasted text line 2: a rule without \"priority\""};
    QTest::newRow("namespaces") << QByteArray("ip netns")
        << QByteArray(R"(tea-6fb46d899f-4zkt2 (id: 2)
web
)")
        << QStringList{"line 2 n1: netns tea-6fb46d899f-4zkt2 id 2",
                       "line 3 n1: netns web"};
    QTest::newRow("namespaces, and a word behind them") << QByteArray("ip netns")
        << QByteArray("tea (id: 2)\nweb\n\nmug (id: 3)\n\nfir\n")
        << QStringList{"line 2 n1: netns tea id 2",
                       "line 3 n1: netns web",
                       "line 5 n1: netns mug id 3",
                       "! line 7"};
    QTest::newRow("namespaces behind a blank line") << QByteArray("ip netns")
        << QByteArray("\nweb\n")
        << QStringList{"line 3 n1: netns web"};
    QTest::newRow("namespaces by id") << QByteArray("ip netns list-id")
        << QByteArray(R"(nsid 0 (iproute2 netns name: tea)
nsid 1 
)")
        << QStringList{"line 2 n1: netns tea id 0",
                       "line 3 n1: netns id 1"};
    QTest::newRow("namespaces in JSON") << QByteArray("ip -j netns")
        << QByteArray(R"([{"name":"web"},{"name":"tea","id":0},{"id":4}]
)")
        << QStringList{"line 2 n1: netns web",
                       "line 2 n1: netns tea id 0",
                       "! line 2",
                       "! pasted text line 2: a network namespace without \"name\""};
}

void tst_command_ip_rule::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_ip_rule)
#include "tst_command_ip_rule.moc"
