#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/iplinksbrief.h"
#include "core/snapshot/words.h"

#include <QTest>

using namespace vethscope;

// The lines that interfaces begin with, and those of `ip -br`, word by word.
class LinkHeadingTest : public QObject
{
    Q_OBJECT

private slots:
    void headings_data();
    void headings();
    void flags();
    void kinds_data();
    void kinds();
    void brief_data();
    void brief();
};

namespace {

QString named(const LinkFact &link)
{
    QString text = QString::fromStdString(link.name);
    if (link.peerIfindex)
        text += QString("@%1").arg(*link.peerIfindex);
    return link.peerName.empty() ? text : text + "@" + QString::fromStdString(link.peerName);
}

QString stated(const LinkFact &link)
{
    if (!link.state)
        return {};
    return *link.state == LinkState::Up ? " up" : *link.state == LinkState::Down ? " down" : " unknown";
}

// `2 eth0@3 mtu 1500 of cni0 up, 9 words`
QString headingOf(const std::string &line)
{
    const auto heading = linkHeading(wordsOf(line));
    if (!heading)
        return "-";
    QString text = QString("%1 %2").arg(heading->link.ifindex.value_or(0)).arg(named(heading->link));
    if (heading->link.mtu)
        text += QString(" mtu %1").arg(*heading->link.mtu);
    if (!heading->link.master.empty())
        text += " of " + QString::fromStdString(heading->link.master);
    return text + stated(heading->link) + QString(", %1 words").arg(heading->words);
}

QString briefOf(const std::string &line)
{
    const auto brief = briefLink(wordsOf(line));
    if (!brief)
        return "-";
    QString text = named(brief->link) + stated(brief->link);
    if (brief->link.mac)
        text += " " + QString::fromStdString(brief->link.mac->text());
    for (const IpPrefix &address : brief->addresses)
        text += " " + QString::fromStdString(address.text());
    return text;
}

} // namespace

void LinkHeadingTest::headings_data()
{
    QTest::addColumn<QString>("heading");
    const auto row = [](const char *line, const char *heading) { QTest::newRow(line) << QString(heading); };
    row("2: eth0: <UP,LOWER_UP> mtu 1500 qdisc mq state UP group default", "2 eth0 mtu 1500 up, 11 words");
    row("2: eth0@if3: <UP,LOWER_UP> mtu 1500 master cni0 state UP", "2 eth0@3 mtu 1500 of cni0 up, 9 words");
    row("2: eth0.5@eth0: <UP,LOWER_UP> mtu 1500", "2 eth0.5@eth0 mtu 1500 up, 5 words");
    row("2: eth0: <UP,LOWER_UP> mtu 1500 state DOWN", "2 eth0 mtu 1500 down, 7 words");
    row("2: eth0: <UP,LOWER_UP> mtu 1500 state forwarding", "2 eth0 mtu 1500, 7 words");
    row("2: eth0: <UP,LOWER_UP> mtu 1500 state", "2 eth0 mtu 1500 up, 6 words");
    row("2: eth0: <UP> mtu 1500 master no/name", "2 eth0 mtu 1500 unknown, 7 words");
    row("2: eth0: <UP,LOWER_UP> mtu 1500 link/ether 52:54:00:aa:00:09", "2 eth0 mtu 1500 up, 5 words");
    row("2: eth0: <UP> mtu 1500 inet 192.0.2.7/24 master x state UP", "2 eth0 mtu 1500 unknown, 5 words");
    row("2: eth0: mtu 1500", "2 eth0 mtu 1500, 4 words");
    row("2: eth0: mtu 1500 state UP", "2 eth0 mtu 1500 up, 6 words");
    row("2: eth0: <UP,LOWER_UP>", "2 eth0 up, 3 words");
    row("2: eth0:", "2 eth0, 2 words");
    row("2: eth0", "2 eth0, 2 words");
    row("2: eth0 inet 192.0.2.7/24", "2 eth0, 2 words");
    row("2: eth0 inet6 fe80::1/64", "2 eth0, 2 words");
    row("2: eth0 link/ether 52:54:00:aa:00:09", "2 eth0, 2 words");
    for (const char *line : {"2:", "2 eth0: <UP> mtu 1500", "0: eth0: <UP> mtu 1500", "x: eth0: <UP> mtu 1500", "2: no/name: <UP> mtu 1500", "2: eth0 <UP> mtu 1500", "2: eth0 words", "2: eth0: <UP> mtu", "2: eth0: <UP> mtu x",
                             "2: eth0: <UP> mta 1500", "2: eth0: <ODD> mtu 1500", "2: eth0: <ODD>", "2: eth0: [] mtu 1500", "2: eth0: words", "2: eth0: mtu"})
        row(line, "-");
}

void LinkHeadingTest::headings()
{
    QTEST(headingOf(QTest::currentDataTag()), "heading");
}

void LinkHeadingTest::flags()
{
    for (const char *word : {"<UP,LOWER_UP>", "&lt;UP,LOWER_UP&gt;", "\\<UP,LOWER_UP\\>", "\\<UP,LOWER_UP>", "[UP,LOWER_UP]", "{UP,LOWER_UP}", "(UP,LOWER_UP)"})
        QCOMPARE(linkFlags(word), (Words{"UP", "LOWER_UP"}));
    QCOMPARE(linkFlags("<>"), Words());
    for (const char *word : {"UP", "<UP", "UP>", "<", ">", "<UP]", "<UP,ODD>", "<UP,>", "[]", "{}", "()", ""})
        QVERIFY2(!linkFlags(word), word);
}

void LinkHeadingTest::kinds_data()
{
    QTest::addColumn<QByteArray>("is"); // l loopback, b bond, p a bond's port, t with one other end
    const auto row = [](const char *flags, const char *is) { QTest::newRow(flags) << QByteArray(is); };
    row("UP", "");
    row("LOOPBACK UP", "l");
    row("MASTER UP", "b");
    row("NOARP MASTER UP", ""); // a VRF
    row("NOARP", "");
    row("SLAVE", "p");
    row("POINTOPOINT NOARP", "t");
}

void LinkHeadingTest::kinds()
{
    LinkFact link;
    readLinkFlags(wordsOf(QTest::currentDataTag()), link);
    QTEST(QByteArray(link.kind == LinkKind::Loopback ? "l" : "") + (link.kind == LinkKind::Bond ? "b" : "") + (link.bondPort ? "p" : "") + (link.pointToPoint ? "t" : ""), "is");
}

void LinkHeadingTest::brief_data()
{
    QTest::addColumn<QString>("link");
    const auto row = [](const char *line, const char *link) { QTest::newRow(line) << QString(link); };
    row("eth0 UP", "eth0 up");
    row("eth0@if3 LOWERLAYERDOWN", "eth0@3 down");
    row("eth0 UP 192.0.2.7/24", "eth0 up 192.0.2.7/24");
    row("eth0 UP 192.0.2.7/24 metric 100 fe80::1/64", "eth0 up 192.0.2.7/24 fe80::1/64");
    row("t7 UNKNOWN 192.0.2.7 peer 192.0.2.9/32 fe80::1/64", "t7 unknown 192.0.2.7/32 fe80::1/64");
    row("t7 UNKNOWN 192.0.2.7 peer 192.0.2.9/30", "t7 unknown 192.0.2.7/30");
    row("eth0 UP 52:54:00:aa:00:09 <UP,LOWER_UP>", "eth0 up 52:54:00:aa:00:09");
    row("eth0 DOWN 52:54:00:aa:00:09", "eth0 down 52:54:00:aa:00:09");
    row("wg1 UNKNOWN <UP,LOWER_UP>", "wg1 up");
    row("wg1 UNKNOWN <NOARP>", "wg1 down");
    row("tunl0@NONE DOWN 0.0.0.0 <NOARP>", "tunl0 down");
    for (const char *line : {"eth0", "eth0 up", "eth0 Up", "no/name UP", "eth0 UP x", "eth0 UP 192.0.2.7", "eth0 UP 192.0.2.7 peer x", "eth0 UP 192.0.2.7 peer", "eth0 UP 192.0.2.7/24 metric", "eth0 UP 192.0.2.7/24 x", "eth0 UP x <UP>",
                             "eth0 UP 52:54:00:aa:00:09 52:54:00:aa:00:09 <UP>", "eth0 UP 52:54:00:aa:00:09 words", "eth0 UP <ODD>"})
        row(line, "-");
}

void LinkHeadingTest::brief()
{
    QTEST(briefOf(QTest::currentDataTag()), "link");
}

QTEST_APPLESS_MAIN(LinkHeadingTest)
#include "tst_linkheading.moc"
