#include "tests/support/randomtables.h"

namespace vethscope::test {
namespace {

constexpr int deviceCount = 6;

QString device(Dice &dice)
{
    return QString("v%1").arg(dice.below(deviceCount));
}

// The device of number N has 10.0.N.1/24 and fd00:0:0:N::1/64.
QString onLink(int number, int host, bool v6)
{
    return v6 ? QString("fd00:0:0:%1::%2").arg(number).arg(host) : QString("10.0.%1.%2").arg(number).arg(host);
}

// Few networks, one within the other, so that they meet.
QString prefix(Dice &dice, bool v6)
{
    const int a = dice.below(3), b = dice.below(3), c = dice.below(4), d = 1 + dice.below(3);
    if (v6) {
        const QStringList nested{"::/0", "fd10::/12", QString("fd1%1::/16").arg(a), QString("fd1%1:%2::/32").arg(a).arg(b), QString("fd1%1:%2:%3::/48").arg(a).arg(b).arg(c),
                                 QString("fd1%1:%2:%3::%4/128").arg(a).arg(b).arg(c).arg(d)};
        return nested.at(dice.below(nested.size()));
    }
    const QStringList nested{"0.0.0.0/0", "172.16.0.0/12", QString("172.1%1.0.0/16").arg(6 + a), QString("172.1%1.%2.0/23").arg(6 + a).arg(2 * b),
                             QString("172.1%1.%2.0/24").arg(6 + a).arg(c), QString("172.1%1.%2.%3/32").arg(6 + a).arg(c).arg(d)};
    return nested.at(dice.below(nested.size()));
}

QString destination(Dice &dice, bool v6)
{
    const int number = dice.below(deviceCount), a = dice.below(3), b = dice.below(3), c = dice.below(4), d = 1 + dice.below(4);
    if (dice.fallsBelow(12))
        return onLink(number, 1 + dice.below(4), v6);
    if (dice.fallsBelow(4) && !v6)
        return QString("10.0.%1.255").arg(number);
    if (dice.fallsBelow(5))
        return v6 ? "2001:db8::7" : "8.8.8.8";
    return v6 ? QString("fd1%1:%2:%3::%4").arg(a).arg(b).arg(c).arg(d) : QString("172.1%1.%2.%3").arg(6 + a).arg(c).arg(d);
}

QString hop(Dice &dice, bool v6)
{
    const int number = dice.below(deviceCount);
    const QString via = QString("via %1 dev v%2").arg(onLink(number, 2 + dice.below(5), v6)).arg(number);
    return dice.fallsBelow(25) ? QString("dev v%1").arg(number) : dice.fallsBelow(10) ? QString("via %1 dev v%2 onlink").arg(v6 ? "fd77::1" : "192.168.7.7").arg(number) : via;
}

QString hops(Dice &dice, bool v6)
{
    if (!dice.fallsBelow(20))
        return hop(dice, v6);
    QStringList all;
    for (int i = 2 + dice.below(2); i > 0; --i)
        all << QString("nexthop %1 weight %2").arg(hop(dice, v6)).arg(1 + dice.below(4));
    return all.join(' ');
}

QString table(Dice &dice)
{
    return dice.pick(QStringList{"main", "main", "main", "100", "100", "200", "default"});
}

QString route(Dice &dice, bool v6)
{
    const QString to = prefix(dice, v6);
    // Of default routes that are alike the kernel takes one by what it does not print.
    const bool isDefault = to.endsWith("/0");
    const bool appends = !isDefault && dice.fallsBelow(15);
    QString words = QString("route %1 ").arg(appends ? "append" : "add");
    const QString refusal = dice.pick(QStringList{"blackhole", "unreachable", "prohibit", "throw"});
    const bool refuses = dice.fallsBelow(15);
    words += refuses ? refusal + " " + to : to;
    if (!v6 && dice.fallsBelow(20))
        words += " tos " + dice.pick(QStringList{"0x10", "0x08", "0x04"});
    words += " table " + table(dice);
    // What IPv6 appends becomes a next hop with a source of its own, which is not printed.
    const bool hasSource = !refuses && dice.fallsBelow(15) && !(v6 && appends);
    if (v6 && hasSource)
        words += " metric 7";
    else if (dice.fallsBelow(60))
        words += " metric " + dice.pick(QStringList{"1", "5", "1024"});
    if (hasSource)
        words += " src " + onLink(dice.below(deviceCount), 1, v6);
    // Between what IPv6 appends a route without a gateway has a place that is not printed.
    QString way = hops(dice, v6);
    while (v6 && appends && !way.contains("via"))
        way = hop(dice, v6);
    return refuses ? words : words + " " + way;
}

QString condition(Dice &dice, bool v6)
{
    const QString mark = dice.pick(QStringList{"0x1", "0x2/0x3", "0x0/0x4"});
    const QString one = dice.pick(QStringList{"from " + prefix(dice, v6), "to " + prefix(dice, v6), "to " + prefix(dice, v6), "iif " + device(dice), "iif lo", "oif " + device(dice),
                                              "fwmark " + mark, "ipproto " + dice.pick(QStringList{"tcp", "udp"}), QString("tos 0x10"), "from " + onLink(dice.below(deviceCount), 1, v6)});
    return one;
}

QString rule(Dice &dice, bool v6)
{
    QString words = "rule add ";
    if (dice.fallsBelow(15))
        words += "not ";
    const int priority = 100 + dice.below(900);
    words += QString("priority %1 ").arg(priority);
    for (int i = dice.below(3); i >= 0; --i)
        words += condition(dice, v6) + " ";
    if (dice.fallsBelow(10))
        return words + QString("goto %1").arg(dice.fallsBelow(50) ? 32766 : priority + 1 + dice.below(50));
    if (dice.fallsBelow(12))
        return words + dice.pick(QStringList{"blackhole", "unreachable", "prohibit", "nop"});
    words += "lookup " + table(dice);
    return dice.fallsBelow(20) ? words + " suppress_prefixlength " + dice.pick(QStringList{"0", "12", "16", "24"}) : words;
}

QString neighbour(Dice &dice, bool v6)
{
    if (dice.fallsBelow(10))
        return QString("neigh add proxy %1 dev %2").arg(randomNeighbour(dice, v6), device(dice));
    const QString state = dice.pick(QStringList{"permanent", "stale", "reachable", "noarp", "delay", "probe", "failed", "permanent"});
    const QString mac = state == "failed" ? QString() : "lladdr " + randomMac(dice);
    return QString("neigh replace %1 dev %2 %3 nud %4").arg(randomNeighbour(dice, v6), device(dice), mac, state);
}

QString madeDevices(Dice &dice)
{
    QStringList lines{"ip link set lo up"};
    for (int i = 0; i < deviceCount; ++i) {
        lines << QString("ip link add v%1 type veth peer name p%1").arg(i) << QString("ip link set p%1 up").arg(i) << QString("ip link set v%1 up").arg(i);
        lines << QString("ip addr add %1/24 brd + dev v%2").arg(onLink(i, 1, false)).arg(i) << QString("ip addr add %1/64 dev v%2 nodad").arg(onLink(i, 1, true)).arg(i);
        if (dice.fallsBelow(30))
            lines << QString("ip addr add 10.0.%1.%2/24 dev v%1").arg(i).arg(3);
        if (dice.fallsBelow(30))
            lines << QString("ip addr add 10.7.%1.1/16 dev v%1").arg(i);
        lines << QString("echo %2 > /proc/sys/net/ipv4/conf/v%1/rp_filter").arg(i).arg(dice.fallsBelow(40) ? 1 + dice.below(2) : 0);
    }
    lines << "echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter" << "echo 1 > /proc/sys/net/ipv4/ip_forward" << "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding";
    lines << "ip link add br0 type bridge" << "ip link set br0 up" << "ip link add x0 type vxlan id 7 dstport 4789 local 10.0.0.1 dev v0 nolearning" << "ip link set x0 up";
    for (int i = 0; i < deviceCount; ++i)
        lines << QString("ip link add b%1 type veth peer name c%1").arg(i) << QString("ip link set b%1 master br0 up").arg(i) << QString("ip link set c%1 up").arg(i);
    return lines.join('\n');
}

QString fdbEntry(Dice &dice)
{
    if (dice.fallsBelow(60))
        return QString("fdb append %1 dev x0 dst 10.0.%2.%3").arg(dice.fallsBelow(15) ? "00:00:00:00:00:00" : randomMac(dice)).arg(dice.below(deviceCount)).arg(2 + dice.below(5));
    return QString("fdb add %1 dev b%2 master %3").arg(randomMac(dice)).arg(dice.below(deviceCount)).arg(dice.pick(QStringList{"static", "local", "dynamic"}));
}

// Of one device the other end goes, of another it goes itself.
QString goingDown(Dice &dice)
{
    const int carrier = dice.below(deviceCount), down = dice.below(deviceCount);
    QStringList lines;
    if (dice.fallsBelow(50))
        lines << QString("echo 1 > /proc/sys/net/ipv4/conf/v%1/ignore_routes_with_linkdown").arg(carrier)
              << QString("echo 1 > /proc/sys/net/ipv6/conf/v%1/ignore_routes_with_linkdown").arg(carrier);
    if (dice.fallsBelow(70))
        lines << QString("ip link set p%1 down").arg(carrier);
    if (dice.fallsBelow(50))
        lines << QString("ip link set v%1 down").arg(down);
    return lines.join('\n');
}

} // namespace

RandomTables randomTables(Dice &dice, bool v6)
{
    RandomTables tables;
    tables.devices = madeDevices(dice);
    for (int i = 20 + dice.below(60); i > 0; --i)
        tables.batch << route(dice, v6);
    // As long as there is none but the kernel has its own, local and main are one trie.
    tables.batch << "rule add priority 50 nop";
    for (int i = 1 + dice.below(8); i > 0; --i)
        tables.batch << rule(dice, v6);
    for (int i = 30; i > 0; --i)
        tables.batch << neighbour(dice, v6);
    for (int i = 30; i > 0; --i)
        tables.fdbBatch << fdbEntry(dice);
    tables.afterwards = goingDown(dice);
    return tables;
}

RouteQuestion randomQuestion(Dice &dice, bool v6)
{
    const QString to = destination(dice, v6);
    QString more, from;
    if (dice.fallsBelow(35)) {
        more = " iif " + device(dice);
        from = dice.fallsBelow(30) ? onLink(dice.below(deviceCount), 1 + dice.below(5), v6) : destination(dice, v6);
    } else {
        if (dice.fallsBelow(25))
            more = " oif " + device(dice);
        if (dice.fallsBelow(30))
            from = onLink(dice.below(deviceCount), 1, v6);
    }
    if (dice.fallsBelow(30))
        more += QString(" mark %1").arg(1 + dice.below(7));
    if (dice.fallsBelow(30))
        more += " tos " + dice.pick(QStringList{"0x10", "0x08", "0x04", "0x0c"});
    const bool tcp = dice.fallsBelow(50);
    return {QString("route get %1%2%3 ipproto %4").arg(to, from.isEmpty() ? "" : " from " + from, more, tcp ? "tcp" : "udp"),
            (from.isEmpty() ? to : from + " > " + to) + more + QString(" proto %1").arg(tcp ? 6 : 17)};
}

QString randomNeighbour(Dice &dice, bool v6)
{
    return onLink(dice.below(deviceCount), 2 + dice.below(8), v6);
}

QString randomMac(Dice &dice)
{
    return QString("02:00:00:00:00:%1").arg(dice.below(24), 2, 16, QChar('0'));
}

} // namespace vethscope::test
