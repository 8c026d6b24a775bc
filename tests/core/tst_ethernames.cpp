#include "core/names/ethernames.h"
#include "core/names/wellknownmacs.h"

#include <QTest>

using namespace vethscope;

// What MAC addresses are called by tables in the format of Wireshark's: single ones, ranges, vendors; in which order, and what no table has.

namespace {

const char vendors[] = "# manuf\n"
                       "00:50:56\tVMware\tVMware, Inc.\n"
                       "00:1B:C5\tIEEERegi\tIEEE Registration Authority\n"
                       "00:1B:C5:00:10:00/36\tOpenRBco\tOpenRB.com, Direct SIA\r\n"
                       "00:55:DA:10:00:00/28\tShinkoTe\tShinko Technos co.,ltd.\n"
                       "52-54-00 RealtekU\n"
                       "08.00.69\tSGI # the remark goes\n"
                       "00:50:56:00:00:00:00\tToo long\n"
                       "00:50\tToo short\n"
                       "zz:50:56\tNo number\n"
                       "00:50:57/0\tNo bits\n"
                       "00:50:57/49\tToo many\n"
                       "00:50:58\n"
                       "00:00:00\tFirst\n"
                       "00:00:00\tLast\tThe last counts\n";

const char wellKnown[] = "01-00-5E-00-00-FB mDNS-of-the-table\n"
                         "02-01-00-00-00-00/16 MS-NLB-PhysServer-01\n";

const char own[] = "00:50:56:1:2:3 gateway # in ethers, zeros may be left out\n"
                   "ff:ff:ff:ff:ff:ff everybody\n";

QString nameOf(const EtherNames &names, const char *address)
{
    const auto name = names.find(MacAddress::parse(address).value());
    if (!name)
        return "-";
    static const QStringList kinds{"well-known", "vendor", "own"};
    return QString("%1 %2, %3").arg(kinds[int(name->kind)], QString::fromStdString(name->text), QString::fromUtf8(name->vendor.data(), qsizetype(name->vendor.size())));
}

} // namespace

class TestEtherNames : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *situation, const char *address, const char *name) { QTest::newRow(situation) << QByteArray(address) << QString(name); };
        row("a vendor", "00:50:56:82:08:d1", "vendor VMware_82:08:d1, VMware, Inc.");
        row("a vendor without a whole name", "52:54:00:c2:ee:db", "vendor RealtekU_c2:ee:db, ");
        row("dots, and a remark", "08:00:69:00:00:01", "vendor SGI_00:00:01, ");
        row("a vendor's group address", "01:50:56:00:00:01", "vendor VMware_00:00:01, VMware, Inc.");
        row("a range of 36 bits", "00:1b:c5:00:1a:bc", "vendor OpenRBco_0a:bc, OpenRB.com, Direct SIA");
        row("a range of 28 bits", "00:55:da:1f:ff:0a", "vendor ShinkoTe_0f:ff:0a, Shinko Technos co.,ltd.");
        row("beside the range", "00:1b:c5:00:2a:bc", "vendor IEEERegi_00:2a:bc, IEEE Registration Authority");
        row("the last of two counts", "00:00:00:00:00:01", "vendor Last_00:00:01, The last counts");
        row("the machine's own choice", "9e:c5:1a:e2:3f:01", "-");
        row("the user's name", "00:50:56:01:02:03", "own gateway, ");
        row("before what is well known", "ff:ff:ff:ff:ff:ff", "own everybody, ");
        row("multicast, RFC 1112", "01:00:5e:7f:ff:fa", "well-known IPv4mcast_7f:ff:fa, ");
        row("multicast whose high bits are zero", "01:00:5e:00:00:16", "well-known IPv4mcast_16, ");
        row("beyond the 23 bits: Wireshark looks for a range's first address, however long it is", "01:00:5e:80:00:01", "well-known IPv4mcast_80:00:01, ");
        row("a table's own address in it", "01:00:5e:00:00:fb", "well-known mDNS-of-the-table, ");
        row("multicast, RFC 2464", "33:33:ff:00:00:01", "well-known IPv6mcast_ff:00:00:01, ");
        row("spanning tree", "01:80:c2:00:00:00", "well-known Spanning-tree-(for-bridges)_00, ");
        row("LLDP", "01:80:c2:00:00:0e", "well-known LLDP_Multicast, ");
        row("VRRP", "00:00:5e:00:01:33", "well-known IETF-VRRP-VRID_33, ");
        row("a range larger than a vendor's", "02:01:ac:10:00:01", "well-known MS-NLB-PhysServer-01_ac:10:00:01, ");
        for (const char *broken : {"00:50:57:00:00:01", "00:50:58:00:00:01"})
            row("lines that are none", broken, "-");
    }

    void names()
    {
        QFETCH(QByteArray, address);
        static const EtherNames table({vendors, wellKnown, own});
        QTEST(nameOf(table, address), "name");
    }

    void withoutTables()
    {
        const EtherNames standard;
        QCOMPARE(nameOf(standard, "ff:ff:ff:ff:ff:ff"), "well-known Broadcast, ");
        QCOMPARE(nameOf(standard, "00:50:56:82:08:d1"), "-");
        QVERIFY(wellKnownMacs.size() > 100);
    }
};

QTEST_GUILESS_MAIN(TestEtherNames)
#include "tst_ethernames.moc"
