#include "core/kernel/rules.h"

#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// Which rules of policy routing hold of a packet, and in which order they are asked.
class tst_kernel_rules : public QObject
{
    Q_OBJECT

private slots:
    void verdict_data();
    void verdict();
    void order_data();
    void order();
    void ownRules_data();
    void ownRules();
};

void tst_kernel_rules::verdict_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("verdict");

    const auto row = [](const char *rule, const char *packet, const char *verdict) { QTest::addRow("%s: %s", rule, packet) << rule << packet << verdict; };
    row("from all lookup 7", "10.0.0.1 > 10.0.0.2", "yes");
    row("from 10.0.0.0/24 lookup 7", "10.0.0.1 > 10.0.1.2", "yes");
    row("from 10.0.0.0/24 lookup 7", "10.0.1.1 > 10.0.0.2", "other source");
    row("from 10.0.0.0/24 lookup 7", "10.0.0.2", "other source");
    row("from 0.0.0.0/8 lookup 7", "10.0.0.2", "yes"); // IPv4 compares the source that was not chosen
    row("from all to 10.0.0.0/24 lookup 7", "10.0.1.1 > 10.0.0.2", "yes");
    row("from all to 10.0.0.0/24 lookup 7", "10.0.0.1 > 10.0.1.2", "other destination");
    row("from all iif eth0 lookup 7", "10.0.0.1 > 10.0.0.2 iif eth0", "yes");
    row("from all iif eth0 lookup 7", "10.0.0.1 > 10.0.0.2 iif eth1", "other incoming device");
    row("from all iif eth0 lookup 7", "10.0.0.1 > 10.0.0.2", "other incoming device");
    row("from all iif lo lookup 7", "10.0.0.1 > 10.0.0.2", "yes");
    row("from all iif lo lookup 7", "10.0.0.1 > 10.0.0.2 iif eth0", "other incoming device");
    row("from all iif br0 [detached] lookup 7", "10.0.0.1 > 10.0.0.2 iif eth0", "other incoming device");
    row("from all oif eth0 lookup 7", "10.0.0.1 > 10.0.0.2 oif eth0", "yes");
    row("from all oif eth0 lookup 7", "10.0.0.1 > 10.0.0.2 oif eth1", "other outgoing device");
    row("from all oif eth0 lookup 7", "10.0.0.1 > 10.0.0.2", "other outgoing device");
    row("from all fwmark 0x4 lookup 7", "10.0.0.1 > 10.0.0.2 mark 4", "yes");
    row("from all fwmark 0x4 lookup 7", "10.0.0.1 > 10.0.0.2 mark 5", "other mark");
    row("from all fwmark 0x4/0x6 lookup 7", "10.0.0.1 > 10.0.0.2 mark 13", "yes");
    row("from all fwmark 0x4/0x6 lookup 7", "10.0.0.1 > 10.0.0.2 mark 6", "other mark");
    row("from all fwmark 0/0x1 lookup 7", "10.0.0.1 > 10.0.0.2 mark 2", "yes");
    row("from all fwmark 0/0x1 lookup 7", "10.0.0.1 > 10.0.0.2 mark 3", "other mark");
    row("from all tos 0x10 lookup 7", "10.0.0.1 > 10.0.0.2 tos 0x10", "yes");
    row("from all tos 0x10 lookup 7", "10.0.0.1 > 10.0.0.2 tos 0x13", "yes"); // the ECN bits do not count
    row("from all tos 0x10 lookup 7", "10.0.0.1 > 10.0.0.2 tos 0x30", "yes"); // nor IPv4's precedence
    row("from all tos 0x10 lookup 7", "10.0.0.1 > 10.0.0.2 tos 0x18", "other type of service");
    row("from all tos 0x10 lookup 7", "10.0.0.1 > 10.0.0.2", "other type of service");
    row("from all tos 0x30 lookup 7", "fd00::1 > fd00::2 tos 0x31", "yes");
    row("from all tos 0x10 lookup 7", "fd00::1 > fd00::2 tos 0x30", "other type of service");
    row("from all tos default lookup 7", "10.0.0.1 > 10.0.0.2 tos 0x10", "yes"); // the kernel has no rule for 0
    row("from all ipproto tcp lookup 7", "10.0.0.1 > 10.0.0.2 proto 6", "yes");
    row("from all ipproto tcp lookup 7", "10.0.0.1 > 10.0.0.2 proto 17", "other protocol");
    row("from all ipproto 88 lookup 7", "10.0.0.1 > 10.0.0.2 proto 88", "yes");
    row("from all ipproto 300 lookup 7", "10.0.0.1 > 10.0.0.2 proto 44", "maybe");
    row("from all ipproto 6x lookup 7", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("from all ipproto fancy lookup 7", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("from all dport 80 lookup 7", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("from 10.1.0.0/16 dport 80 lookup 7", "10.0.0.1 > 10.0.0.2 proto 6", "other source"); // that much is certain
    row("not from 10.1.0.0/16 lookup 7", "10.0.0.1 > 10.0.0.2", "yes");
    row("not from 10.1.0.0/16 lookup 7", "10.1.0.1 > 10.0.0.2", "what it excludes");
    row("not from 10.1.0.0/16 dport 80 lookup 7", "10.1.0.1 > 10.0.0.2", "maybe");
    row("not from 10.1.0.0/16 dport 80 lookup 7", "10.0.0.1 > 10.0.0.2", "yes");
    row("from fd00::/64 lookup 7", "fd00::1 > fd01::2", "yes");
    row("from fd00::/64 lookup 7", "fd00:1::1 > fd01::2", "other source");
    row("from ::/1 lookup 7", "fd01::2", "other source"); // IPv6 knows that none was chosen
    row("from all to fd00::/64 lookup 7", "fd01::2 > fd00::1", "yes");
}

void tst_kernel_rules::verdict()
{
    QFETCH(QString, rule);
    QFETCH(QString, packet);
    const NetworkNamespace space = test::spaceOf("ip rule=9: " + rule);
    QCOMPARE(space.rules.size(), std::size_t(1));
    const RuleVerdict verdict = ruleVerdict(space.rules.front(), test::packetOf(packet));
    const QString said = QString::fromStdString(std::string(verdict.because));
    QTEST(verdict.holds == Holds::Yes ? "yes" + said : verdict.holds == Holds::Maybe ? "maybe" + said : said, "verdict");
}

void tst_kernel_rules::order_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<bool>("v6");
    QTest::addColumn<QString>("rules");

    QTest::newRow("nobody looked") << "" << false << "0 local, 32766 main, 32767 default";
    QTest::newRow("nobody looked at IPv6") << "ip rule=0: from all lookup local" << true << "0 local, 32766 main";
    QTest::newRow("by priority") << "ip rule=32766: from all lookup main / 100: from all lookup 7 / 0: from all lookup local / 100: from all lookup 6" << false
                                 << "0 local, 100 7, 100 6, 32766 main";
    QTest::newRow("each family its own") << "ip rule=0: from all lookup local ; ip -6 rule=5: from all lookup 8" << true << "5 8";
}

void tst_kernel_rules::order()
{
    QFETCH(QString, outputs);
    QFETCH(bool, v6);
    QStringList rules;
    const NetworkNamespace space = test::spaceOf(outputs);
    for (const RuleFact *rule : rulesOf(space, v6))
        rules << QString("%1 %2").arg(rule->priority).arg(QString::fromStdString(rule->table));
    QTEST(rules.join(", "), "rules");
}

void tst_kernel_rules::ownRules_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<bool>("own");

    const QString main = " / 32766: from all lookup main / 32767: from all lookup default";
    QTest::newRow("nobody looked") << "" << false;
    QTest::newRow("the kernel's") << "0: from all lookup local" + main << false;
    QTest::newRow("by number") << "0: from all lookup 255" + main << false;
    QTest::newRow("one more") << "0: from all lookup local / 9: from all lookup 7" + main << true;
    QTest::newRow("one less") << "0: from all lookup local" << true;
    QTest::newRow("another table") << "0: from all lookup 7" + main << true;
    QTest::newRow("another priority") << "1: from all lookup local" + main << true;
    for (const char *more : {"iif eth0 ", "oif eth0 ", "fwmark 0x1 ", "tos 0x10 ", "ipproto tcp ", "dport 7 ", "to 10.0.0.0/8 "})
        QTest::addRow("with %s", more) << "0: from all " + QString(more) + "lookup local" + main << true;
    QTest::newRow("of some") << "0: from 10.0.0.0/8 lookup local" + main << true;
    QTest::newRow("of others") << "0: not from all lookup local" + main << true;
    QTest::newRow("suppressing") << "0: from all lookup local suppress_prefixlength 0" + main << true;
    QTest::newRow("of none") << "0: from all nop" + main << true;
}

void tst_kernel_rules::ownRules()
{
    QFETCH(QString, rules);
    QTEST(hasOwnRules(test::spaceOf(rules.isEmpty() ? rules : "ip rule=" + rules), false), "own");
}

QTEST_GUILESS_MAIN(tst_kernel_rules)
#include "tst_kernel_rules.moc"
