#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// Policy rules and network namespaces of iproute2.
class tst_command_ip_rule : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void rules_data();
    void rules();
    void families_data();
    void families();
};

namespace {

// What was understood of a rule, each with its name.
QString understood(const RuleFact &rule)
{
    QStringList words;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            words << QString(name) + " " + value;
    };
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    const auto prefix = [&](const std::optional<IpPrefix> &value) { return value ? text(value->text()) : QString(); };
    const auto number = [](const auto &value) { return value ? QString::number(*value) : QString(); };
    if (rule.inverted)
        words << "not";
    add("from", prefix(rule.from));
    add("to", prefix(rule.to));
    add("iif", text(rule.inInterface));
    add("oif", text(rule.outInterface));
    if (rule.mark)
        add("mark", QString("%1/%2").arg(*rule.mark).arg(rule.markMask, 0, 16));
    add("tos", number(rule.tos));
    add("ipproto", text(rule.protocol));
    add("suppress", number(rule.suppressPrefixLength));
    add(rule.action.c_str(), rule.action == "lookup" ? text(rule.table) : rule.target ? number(rule.target) : "-");
    for (const std::string &unread : rule.unread)
        add("?", text(unread));
    return words.join(", ");
}

} // namespace

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

// Each in text and in JSON as iproute2 6.1 prints it.
void tst_command_ip_rule::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("rule");

    const auto row = [](const char *text, const char *json, const char *rule) { QTest::newRow(text) << QByteArray(text) << QByteArray(json) << rule; };
    row("from all lookup local", R"("src":"all","table":"local")", "lookup local");
    row("from 10.0.0.0/24 lookup 100", R"("src":"10.0.0.0","srclen":24,"table":"100")", "from 10.0.0.0/24, lookup 100");
    row("from 9.9.9.9 blackhole", R"("src":"9.9.9.9","action":"blackhole")", "from 9.9.9.9/32, blackhole -");
    row("from all unreachable", R"("src":"all","action":"unreachable")", "unreachable -");
    row("not from all to 1.2.3.4 prohibit", R"("not":null,"src":"all","dst":"1.2.3.4","action":"prohibit")", "not, to 1.2.3.4/32, prohibit -");
    row("from all to 10.0.0.0/8 lookup 7", R"("src":"all","dst":"10.0.0.0","dstlen":8,"table":"7")", "to 10.0.0.0/8, lookup 7");
    row("from all iif br0 [detached] lookup 7", R"("src":"all","iif":"br0","iif_detached":null,"table":"7")", "iif br0, lookup 7");
    row("from all oif d0 [detached] lookup 7", R"("src":"all","oif":"d0","oif_detached":null,"table":"7")", "oif d0, lookup 7");
    row("from all fwmark 0x10 lookup 7", R"("src":"all","fwmark":"0x10","table":"7")", "mark 16/ffffffff, lookup 7");
    row("from all fwmark 0/0x4000 lookup 7", R"("src":"all","fwmark":"0","fwmask":"0x4000","table":"7")", "mark 0/4000, lookup 7");
    row("from all fwmark many lookup 7", R"("src":"all","fwmark":"many","table":"7")", "lookup 7, ? fwmark many");
    row("from all fwmark 0x1/many lookup 7", R"("src":"all","fwmark":"0x1","fwmask":"many","table":"7")", "lookup 7, ? fwmark 0x1/many");
    row("from all tos 0x10 lookup 7", R"("src":"all","tos":"0x10","table":"7")", "tos 16, lookup 7");
    row("from all tos AF11 lookup 7", R"("src":"all","tos":"AF11","table":"7")", "tos 40, lookup 7");
    row("from all tos many lookup 7", R"("src":"all","tos":"many","table":"7")", "lookup 7, ? tos many");
    row("from all tos 0x100 lookup 7", R"("src":"all","tos":"0x100","table":"7")", "lookup 7, ? tos 0x100");
    row("from all ipproto tcp sport 70-80 dport 80 lookup 7", R"("src":"all","ipproto":"tcp","sport_start":70,"sport_end":80,"dport":80,"table":"7")",
        "ipproto tcp, lookup 7, ? sport 70-80, ? dport 80");
    row("from all uidrange 0-9 lookup 7", R"("src":"all","uid_start":0,"uid_end":9,"table":"7")", "lookup 7, ? uidrange 0-9");
    row("from all tun_id 4 lookup 7", R"("src":"all","tun_id":4,"table":"7")", "lookup 7, ? tun_id 4");
    row("from all lookup [l3mdev-table]", R"("src":"all","l3mdev":null)", "? lookup [l3mdev-table]");
    row("from all lookup main suppress_prefixlength 0", R"("src":"all","table":"main","suppress_prefixlen":0)", "suppress 0, lookup main");
    row("from all lookup main suppress_ifgroup 7", R"("src":"all","table":"main","suppress_ifgroup":"7")", "lookup main, ? suppress_ifgroup 7");
    row("from all goto 32766", R"("src":"all","goto":32766)", "goto 32766");
    row("from all goto 500 [unresolved]", R"("src":"all","goto":500,"unresolved":null)", "goto 500");
    row("from all nop", R"("src":"all","nop":null)", "nop -");
    row("from all lookup 7 proto static", R"("src":"all","table":"7","protocol":"static")", "lookup 7");
    row("from all lookup 7 realms 3", R"("src":"all","table":"7","flow_to":"3")", "lookup 7");
    row("from all masquerade", R"("src":"all","masquerade":null)", "? masquerade");
    row("from all map-to 1.2.3.4", R"("src":"all","nat_gateway":"1.2.3.4")", "? map-to 1.2.3.4");
    row("from all somehow lookup 7", R"("src":"all","somehow":9,"table":"7")", "lookup 7, ? somehow");
    row("from fd00::/8 lookup 7", R"("src":"fd00::","srclen":8,"table":"7")", "from fd00::/8, lookup 7");
    row("from all to x.x.x.1 lookup 7", R"("src":"all","dst":"x.x.x.1","table":"7")", "lookup 7, ? to x.x.x.1");
}

void tst_command_ip_rule::rules()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto ofText = test::toldBy("ip rule=9:\t" + QString::fromUtf8(text)).rules;
    const auto ofJson = test::toldBy("ip -j rule=[{\"priority\":9," + QString::fromUtf8(json) + "}]").rules;
    QCOMPARE(ofText.size(), std::size_t(1));
    QCOMPARE(ofJson.size(), std::size_t(1));
    QTEST(understood(ofText.front()), "rule");
    QTEST(understood(ofJson.front()), "rule");
}

void tst_command_ip_rule::families_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<bool>("v6");

    QTest::newRow("IPv4") << "ip rule=9: from all lookup 7" << false;
    QTest::newRow("asked for") << "ip -6 rule=9: from all lookup 7" << true;
    QTest::newRow("by its source") << "ip rule=9: from fd00::/8 lookup 7" << true;
    QTest::newRow("by its destination") << "ip rule=9: from all to fd00::/8 lookup 7" << true;
    QTest::newRow("JSON") << "ip -6 -j rule=[{\"priority\":9,\"src\":\"all\",\"table\":\"7\"}]" << true;
}

void tst_command_ip_rule::families()
{
    QFETCH(QString, output);
    const auto rules = test::toldBy(output).rules;
    QCOMPARE(rules.size(), std::size_t(1));
    QCOMPARE(rules.front().priority, 9U);
    QTEST(rules.front().v6, "v6");
}

QTEST_GUILESS_MAIN(tst_command_ip_rule)
#include "tst_command_ip_rule.moc"
