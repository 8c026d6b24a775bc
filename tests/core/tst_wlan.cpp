#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// 802.11 in GRE, as Aruba's access points send it; IEEE 802.11 clause 9.2.

class WlanTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 0800 4500004c 0001 0000 402f 0000 0a000001 0a000002 0000 8300 0801 2c80 020000000001 020000000002 020000000003 3112 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"); // to the access point
        QTest::newRow("to the access point: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:data";
        QTest::newRow("to the access point: wlan.fc") << frame1 << 1u << QByteArray("wlan.fc") << "0x0801";
        QTest::newRow("to the access point: wlan.fc.version") << frame1 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("to the access point: wlan.fc.type") << frame1 << 1u << QByteArray("wlan.fc.type") << "2";
        QTest::newRow("to the access point: wlan.fc.subtype") << frame1 << 1u << QByteArray("wlan.fc.subtype") << "0";
        QTest::newRow("to the access point: wlan.fc.type_subtype") << frame1 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0020";
        QTest::newRow("to the access point: wlan.flags") << frame1 << 1u << QByteArray("wlan.flags") << "0x01";
        QTest::newRow("to the access point: wlan.fc.ds") << frame1 << 1u << QByteArray("wlan.fc.ds") << "0x01";
        QTest::newRow("to the access point: wlan.fc.tods") << frame1 << 1u << QByteArray("wlan.fc.tods") << "1";
        QTest::newRow("to the access point: wlan.fc.fromds") << frame1 << 1u << QByteArray("wlan.fc.fromds") << "0";
        QTest::newRow("to the access point: wlan.fc.frag") << frame1 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("to the access point: wlan.fc.retry") << frame1 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("to the access point: wlan.fc.pwrmgt") << frame1 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("to the access point: wlan.fc.moredata") << frame1 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("to the access point: wlan.fc.protected") << frame1 << 1u << QByteArray("wlan.fc.protected") << "0";
        QTest::newRow("to the access point: wlan.fc.order") << frame1 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("to the access point: wlan.duration") << frame1 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("to the access point: wlan.ra") << frame1 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("to the access point: wlan.ta") << frame1 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("to the access point: wlan.da") << frame1 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:03";
        QTest::newRow("to the access point: wlan.sa") << frame1 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("to the access point: wlan.bssid") << frame1 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:01";
        QTest::newRow("to the access point: wlan.staa") << frame1 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:02";
        QTest::newRow("to the access point: wlan.frag") << frame1 << 1u << QByteArray("wlan.frag") << "1";
        QTest::newRow("to the access point: wlan.seq") << frame1 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("to the access point: wlan.qos") << frame1 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("to the access point: wlan.qos.tid") << frame1 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("to the access point: wlan.wep.iv") << frame1 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("to the access point: wlan.ccmp.extiv") << frame1 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("to the access point: wlan.tkip.extiv") << frame1 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("to the access point: wlan.wep.key") << frame1 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("to the access point: data.len") << frame1 << 1u << QByteArray("data.len") << "28";
        QTest::newRow("to the access point: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("020000001002020000001001 0800 4500004c 0001 0000 402f 0000 0a000001 0a000002 0000 8200 0802 2c00 020000000001 020000000002 020000000003 3012 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"); // from it
        QTest::newRow("from it: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:llc:ip";
        QTest::newRow("from it: wlan.fc.type_subtype") << frame2 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0020";
        QTest::newRow("from it: wlan.fc.ds") << frame2 << 1u << QByteArray("wlan.fc.ds") << "0x02";
        QTest::newRow("from it: wlan.duration") << frame2 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("from it: wlan.ra") << frame2 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("from it: wlan.ta") << frame2 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("from it: wlan.da") << frame2 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("from it: wlan.sa") << frame2 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:03";
        QTest::newRow("from it: wlan.bssid") << frame2 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:02";
        QTest::newRow("from it: wlan.staa") << frame2 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:01";
        QTest::newRow("from it: wlan.frag") << frame2 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("from it: wlan.seq") << frame2 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("from it: wlan.qos") << frame2 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("from it: wlan.qos.tid") << frame2 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("from it: wlan.wep.iv") << frame2 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("from it: wlan.ccmp.extiv") << frame2 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("from it: wlan.tkip.extiv") << frame2 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("from it: wlan.wep.key") << frame2 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("from it: data.len") << frame2 << 1u << QByteArray("data.len") << "";
        QTest::newRow("from it: ip.src") << frame2 << 1u << QByteArray("ip.src") << "10.0.0.1,10.0.0.1";
        const QByteArray frame3("020000001002020000001001 0800 45000052 0001 0000 402f 0000 0a000001 0a000002 0000 8300 0803 2c00 020000000001 020000000002 020000000003 3012 020000000004 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"); // between two of them
        QTest::newRow("between two of them: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:llc:ip";
        QTest::newRow("between two of them: wlan.fc.type_subtype") << frame3 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0020";
        QTest::newRow("between two of them: wlan.fc.ds") << frame3 << 1u << QByteArray("wlan.fc.ds") << "0x03";
        QTest::newRow("between two of them: wlan.duration") << frame3 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("between two of them: wlan.ra") << frame3 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("between two of them: wlan.ta") << frame3 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("between two of them: wlan.da") << frame3 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:03";
        QTest::newRow("between two of them: wlan.sa") << frame3 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:04";
        QTest::newRow("between two of them: wlan.bssid") << frame3 << 1u << QByteArray("wlan.bssid") << "";
        QTest::newRow("between two of them: wlan.staa") << frame3 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("between two of them: wlan.frag") << frame3 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("between two of them: wlan.seq") << frame3 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("between two of them: wlan.qos") << frame3 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("between two of them: wlan.qos.tid") << frame3 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("between two of them: wlan.wep.iv") << frame3 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("between two of them: wlan.ccmp.extiv") << frame3 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("between two of them: wlan.tkip.extiv") << frame3 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("between two of them: wlan.wep.key") << frame3 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("between two of them: data.len") << frame3 << 1u << QByteArray("data.len") << "";
        QTest::newRow("between two of them: ip.src") << frame3 << 1u << QByteArray("ip.src") << "10.0.0.1,10.0.0.1";
        const QByteArray frame4("020000001002020000001001 0800 4500004c 0001 0000 402f 0000 0a000001 0a000002 0000 8370 0800 2c00 020000000001 020000000002 020000000003 3012 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"); // between stations
        QTest::newRow("between stations: frame.protocols") << frame4 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:llc:ip";
        QTest::newRow("between stations: wlan.fc.type_subtype") << frame4 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0020";
        QTest::newRow("between stations: wlan.fc.ds") << frame4 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("between stations: wlan.duration") << frame4 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("between stations: wlan.ra") << frame4 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("between stations: wlan.ta") << frame4 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("between stations: wlan.da") << frame4 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("between stations: wlan.sa") << frame4 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("between stations: wlan.bssid") << frame4 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:03";
        QTest::newRow("between stations: wlan.staa") << frame4 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("between stations: wlan.frag") << frame4 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("between stations: wlan.seq") << frame4 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("between stations: wlan.qos") << frame4 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("between stations: wlan.qos.tid") << frame4 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("between stations: wlan.wep.iv") << frame4 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("between stations: wlan.ccmp.extiv") << frame4 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("between stations: wlan.tkip.extiv") << frame4 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("between stations: wlan.wep.key") << frame4 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("between stations: data.len") << frame4 << 1u << QByteArray("data.len") << "";
        QTest::newRow("between stations: ip.src") << frame4 << 1u << QByteArray("ip.src") << "10.0.0.1,10.0.0.1";
        const QByteArray frame5("020000001002020000001001 0800 45000052 0001 0000 402f 0000 0a000001 0a000002 0000 8300 8881 2c00 020000000001 020000000002 020000000003 3012 1500 00000000 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"); // QoS with HT control
        QTest::newRow("QoS with HT control: frame.protocols") << frame5 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:llc:ip";
        QTest::newRow("QoS with HT control: wlan.fc.type_subtype") << frame5 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0028";
        QTest::newRow("QoS with HT control: wlan.fc.ds") << frame5 << 1u << QByteArray("wlan.fc.ds") << "0x01";
        QTest::newRow("QoS with HT control: wlan.duration") << frame5 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("QoS with HT control: wlan.ra") << frame5 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("QoS with HT control: wlan.ta") << frame5 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("QoS with HT control: wlan.da") << frame5 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:03";
        QTest::newRow("QoS with HT control: wlan.sa") << frame5 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("QoS with HT control: wlan.bssid") << frame5 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:01";
        QTest::newRow("QoS with HT control: wlan.staa") << frame5 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:02";
        QTest::newRow("QoS with HT control: wlan.frag") << frame5 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("QoS with HT control: wlan.seq") << frame5 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("QoS with HT control: wlan.qos") << frame5 << 1u << QByteArray("wlan.qos") << "0x0015";
        QTest::newRow("QoS with HT control: wlan.qos.tid") << frame5 << 1u << QByteArray("wlan.qos.tid") << "5";
        QTest::newRow("QoS with HT control: wlan.wep.iv") << frame5 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("QoS with HT control: wlan.ccmp.extiv") << frame5 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("QoS with HT control: wlan.tkip.extiv") << frame5 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("QoS with HT control: wlan.wep.key") << frame5 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("QoS with HT control: data.len") << frame5 << 1u << QByteArray("data.len") << "";
        QTest::newRow("QoS with HT control: ip.src") << frame5 << 1u << QByteArray("ip.src") << "10.0.0.1,10.0.0.1";
        const QByteArray frame6("020000001002020000001001 0800 45000040 0001 0000 402f 0000 0a000001 0a000002 0000 8300 8842 2c00 020000000001 020000000002 020000000003 3012 0600 61700020 01020304 aabbccddeeff"); // CCMP
        QTest::newRow("CCMP: frame.protocols") << frame6 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:data";
        QTest::newRow("CCMP: wlan.fc") << frame6 << 1u << QByteArray("wlan.fc") << "0x8842";
        QTest::newRow("CCMP: wlan.fc.version") << frame6 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("CCMP: wlan.fc.type") << frame6 << 1u << QByteArray("wlan.fc.type") << "2";
        QTest::newRow("CCMP: wlan.fc.subtype") << frame6 << 1u << QByteArray("wlan.fc.subtype") << "8";
        QTest::newRow("CCMP: wlan.fc.type_subtype") << frame6 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0028";
        QTest::newRow("CCMP: wlan.flags") << frame6 << 1u << QByteArray("wlan.flags") << "0x42";
        QTest::newRow("CCMP: wlan.fc.ds") << frame6 << 1u << QByteArray("wlan.fc.ds") << "0x02";
        QTest::newRow("CCMP: wlan.fc.tods") << frame6 << 1u << QByteArray("wlan.fc.tods") << "0";
        QTest::newRow("CCMP: wlan.fc.fromds") << frame6 << 1u << QByteArray("wlan.fc.fromds") << "1";
        QTest::newRow("CCMP: wlan.fc.frag") << frame6 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("CCMP: wlan.fc.retry") << frame6 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("CCMP: wlan.fc.pwrmgt") << frame6 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("CCMP: wlan.fc.moredata") << frame6 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("CCMP: wlan.fc.protected") << frame6 << 1u << QByteArray("wlan.fc.protected") << "1";
        QTest::newRow("CCMP: wlan.fc.order") << frame6 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("CCMP: wlan.duration") << frame6 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("CCMP: wlan.ra") << frame6 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("CCMP: wlan.ta") << frame6 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("CCMP: wlan.da") << frame6 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("CCMP: wlan.sa") << frame6 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:03";
        QTest::newRow("CCMP: wlan.bssid") << frame6 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:02";
        QTest::newRow("CCMP: wlan.staa") << frame6 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:01";
        QTest::newRow("CCMP: wlan.frag") << frame6 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("CCMP: wlan.seq") << frame6 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("CCMP: wlan.qos") << frame6 << 1u << QByteArray("wlan.qos") << "0x0006";
        QTest::newRow("CCMP: wlan.qos.tid") << frame6 << 1u << QByteArray("wlan.qos.tid") << "6";
        QTest::newRow("CCMP: wlan.wep.iv") << frame6 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("CCMP: wlan.ccmp.extiv") << frame6 << 1u << QByteArray("wlan.ccmp.extiv") << "0x040302017061";
        QTest::newRow("CCMP: wlan.tkip.extiv") << frame6 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("CCMP: wlan.wep.key") << frame6 << 1u << QByteArray("wlan.wep.key") << "0";
        QTest::newRow("CCMP: data.len") << frame6 << 1u << QByteArray("data.len") << "6";
        const QByteArray frame7("020000001002020000001001 0800 45000040 0001 0000 402f 0000 0a000001 0a000002 0000 8300 8842 2c00 020000000001 020000000002 020000000003 3012 0600 01210360 12345678 aabbccddeeff"); // TKIP
        QTest::newRow("TKIP: frame.protocols") << frame7 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:data";
        QTest::newRow("TKIP: wlan.fc") << frame7 << 1u << QByteArray("wlan.fc") << "0x8842";
        QTest::newRow("TKIP: wlan.fc.version") << frame7 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("TKIP: wlan.fc.type") << frame7 << 1u << QByteArray("wlan.fc.type") << "2";
        QTest::newRow("TKIP: wlan.fc.subtype") << frame7 << 1u << QByteArray("wlan.fc.subtype") << "8";
        QTest::newRow("TKIP: wlan.fc.type_subtype") << frame7 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0028";
        QTest::newRow("TKIP: wlan.flags") << frame7 << 1u << QByteArray("wlan.flags") << "0x42";
        QTest::newRow("TKIP: wlan.fc.ds") << frame7 << 1u << QByteArray("wlan.fc.ds") << "0x02";
        QTest::newRow("TKIP: wlan.fc.tods") << frame7 << 1u << QByteArray("wlan.fc.tods") << "0";
        QTest::newRow("TKIP: wlan.fc.fromds") << frame7 << 1u << QByteArray("wlan.fc.fromds") << "1";
        QTest::newRow("TKIP: wlan.fc.frag") << frame7 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("TKIP: wlan.fc.retry") << frame7 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("TKIP: wlan.fc.pwrmgt") << frame7 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("TKIP: wlan.fc.moredata") << frame7 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("TKIP: wlan.fc.protected") << frame7 << 1u << QByteArray("wlan.fc.protected") << "1";
        QTest::newRow("TKIP: wlan.fc.order") << frame7 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("TKIP: wlan.duration") << frame7 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("TKIP: wlan.ra") << frame7 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("TKIP: wlan.ta") << frame7 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("TKIP: wlan.da") << frame7 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("TKIP: wlan.sa") << frame7 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:03";
        QTest::newRow("TKIP: wlan.bssid") << frame7 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:02";
        QTest::newRow("TKIP: wlan.staa") << frame7 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:01";
        QTest::newRow("TKIP: wlan.frag") << frame7 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("TKIP: wlan.seq") << frame7 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("TKIP: wlan.qos") << frame7 << 1u << QByteArray("wlan.qos") << "0x0006";
        QTest::newRow("TKIP: wlan.qos.tid") << frame7 << 1u << QByteArray("wlan.qos.tid") << "6";
        QTest::newRow("TKIP: wlan.wep.iv") << frame7 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("TKIP: wlan.ccmp.extiv") << frame7 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("TKIP: wlan.tkip.extiv") << frame7 << 1u << QByteArray("wlan.tkip.extiv") << "0x785634120103";
        QTest::newRow("TKIP: wlan.wep.key") << frame7 << 1u << QByteArray("wlan.wep.key") << "1";
        QTest::newRow("TKIP: data.len") << frame7 << 1u << QByteArray("data.len") << "6";
        const QByteArray frame8("020000001002020000001001 0800 4500003e 0001 0000 402f 0000 0a000001 0a000002 0000 8300 0842 2c00 020000000001 020000000002 020000000003 3012 01020340 00000000 aabbccddeeff"); // WEP
        QTest::newRow("WEP: frame.protocols") << frame8 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:data";
        QTest::newRow("WEP: wlan.fc") << frame8 << 1u << QByteArray("wlan.fc") << "0x0842";
        QTest::newRow("WEP: wlan.fc.version") << frame8 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("WEP: wlan.fc.type") << frame8 << 1u << QByteArray("wlan.fc.type") << "2";
        QTest::newRow("WEP: wlan.fc.subtype") << frame8 << 1u << QByteArray("wlan.fc.subtype") << "0";
        QTest::newRow("WEP: wlan.fc.type_subtype") << frame8 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0020";
        QTest::newRow("WEP: wlan.flags") << frame8 << 1u << QByteArray("wlan.flags") << "0x42";
        QTest::newRow("WEP: wlan.fc.ds") << frame8 << 1u << QByteArray("wlan.fc.ds") << "0x02";
        QTest::newRow("WEP: wlan.fc.tods") << frame8 << 1u << QByteArray("wlan.fc.tods") << "0";
        QTest::newRow("WEP: wlan.fc.fromds") << frame8 << 1u << QByteArray("wlan.fc.fromds") << "1";
        QTest::newRow("WEP: wlan.fc.frag") << frame8 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("WEP: wlan.fc.retry") << frame8 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("WEP: wlan.fc.pwrmgt") << frame8 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("WEP: wlan.fc.moredata") << frame8 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("WEP: wlan.fc.protected") << frame8 << 1u << QByteArray("wlan.fc.protected") << "1";
        QTest::newRow("WEP: wlan.fc.order") << frame8 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("WEP: wlan.duration") << frame8 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("WEP: wlan.ra") << frame8 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("WEP: wlan.ta") << frame8 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("WEP: wlan.da") << frame8 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("WEP: wlan.sa") << frame8 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:03";
        QTest::newRow("WEP: wlan.bssid") << frame8 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:02";
        QTest::newRow("WEP: wlan.staa") << frame8 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:01";
        QTest::newRow("WEP: wlan.frag") << frame8 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("WEP: wlan.seq") << frame8 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("WEP: wlan.qos") << frame8 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("WEP: wlan.qos.tid") << frame8 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("WEP: wlan.wep.iv") << frame8 << 1u << QByteArray("wlan.wep.iv") << "0x010203";
        QTest::newRow("WEP: wlan.ccmp.extiv") << frame8 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("WEP: wlan.tkip.extiv") << frame8 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("WEP: wlan.wep.key") << frame8 << 1u << QByteArray("wlan.wep.key") << "1";
        QTest::newRow("WEP: data.len") << frame8 << 1u << QByteArray("data.len") << "6";
        const QByteArray frame9("020000001002020000001001 0800 45000030 0001 0000 402f 0000 0a000001 0a000002 0000 8300 4801 2c00 020000000001 020000000002 020000000003 3012"); // null function
        QTest::newRow("null function: frame.protocols") << frame9 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("null function: wlan.fc.type_subtype") << frame9 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0024";
        QTest::newRow("null function: wlan.fc.ds") << frame9 << 1u << QByteArray("wlan.fc.ds") << "0x01";
        QTest::newRow("null function: wlan.duration") << frame9 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("null function: wlan.ra") << frame9 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("null function: wlan.ta") << frame9 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("null function: wlan.da") << frame9 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:03";
        QTest::newRow("null function: wlan.sa") << frame9 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("null function: wlan.bssid") << frame9 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:01";
        QTest::newRow("null function: wlan.staa") << frame9 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:02";
        QTest::newRow("null function: wlan.frag") << frame9 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("null function: wlan.seq") << frame9 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("null function: wlan.qos") << frame9 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("null function: wlan.qos.tid") << frame9 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("null function: wlan.wep.iv") << frame9 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("null function: wlan.ccmp.extiv") << frame9 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("null function: wlan.tkip.extiv") << frame9 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("null function: wlan.wep.key") << frame9 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("null function: data.len") << frame9 << 1u << QByteArray("data.len") << "";
        const QByteArray frame10("020000001002020000001001 0800 45000032 0001 0000 402f 0000 0a000001 0a000002 0000 8300 c831 2c00 020000000001 020000000002 020000000003 3012 0000"); // QoS null
        QTest::newRow("QoS null: frame.protocols") << frame10 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("QoS null: wlan.fc") << frame10 << 1u << QByteArray("wlan.fc") << "0xc831";
        QTest::newRow("QoS null: wlan.fc.version") << frame10 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("QoS null: wlan.fc.type") << frame10 << 1u << QByteArray("wlan.fc.type") << "2";
        QTest::newRow("QoS null: wlan.fc.subtype") << frame10 << 1u << QByteArray("wlan.fc.subtype") << "12";
        QTest::newRow("QoS null: wlan.fc.type_subtype") << frame10 << 1u << QByteArray("wlan.fc.type_subtype") << "0x002c";
        QTest::newRow("QoS null: wlan.flags") << frame10 << 1u << QByteArray("wlan.flags") << "0x31";
        QTest::newRow("QoS null: wlan.fc.ds") << frame10 << 1u << QByteArray("wlan.fc.ds") << "0x01";
        QTest::newRow("QoS null: wlan.fc.tods") << frame10 << 1u << QByteArray("wlan.fc.tods") << "1";
        QTest::newRow("QoS null: wlan.fc.fromds") << frame10 << 1u << QByteArray("wlan.fc.fromds") << "0";
        QTest::newRow("QoS null: wlan.fc.frag") << frame10 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("QoS null: wlan.fc.retry") << frame10 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("QoS null: wlan.fc.pwrmgt") << frame10 << 1u << QByteArray("wlan.fc.pwrmgt") << "1";
        QTest::newRow("QoS null: wlan.fc.moredata") << frame10 << 1u << QByteArray("wlan.fc.moredata") << "1";
        QTest::newRow("QoS null: wlan.fc.protected") << frame10 << 1u << QByteArray("wlan.fc.protected") << "0";
        QTest::newRow("QoS null: wlan.fc.order") << frame10 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("QoS null: wlan.duration") << frame10 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("QoS null: wlan.ra") << frame10 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("QoS null: wlan.ta") << frame10 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("QoS null: wlan.da") << frame10 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:03";
        QTest::newRow("QoS null: wlan.sa") << frame10 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("QoS null: wlan.bssid") << frame10 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:01";
        QTest::newRow("QoS null: wlan.staa") << frame10 << 1u << QByteArray("wlan.staa") << "02:00:00:00:00:02";
        QTest::newRow("QoS null: wlan.frag") << frame10 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("QoS null: wlan.seq") << frame10 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("QoS null: wlan.qos") << frame10 << 1u << QByteArray("wlan.qos") << "0x0000";
        QTest::newRow("QoS null: wlan.qos.tid") << frame10 << 1u << QByteArray("wlan.qos.tid") << "0";
        QTest::newRow("QoS null: wlan.wep.iv") << frame10 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("QoS null: wlan.ccmp.extiv") << frame10 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("QoS null: wlan.tkip.extiv") << frame10 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("QoS null: wlan.wep.key") << frame10 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("QoS null: data.len") << frame10 << 1u << QByteArray("data.len") << "";
        const QByteArray frame11("020000001002020000001001 0800 4500003e 0001 0000 402f 0000 0a000001 0a000002 0000 8300 8008 2c00 020000000001 020000000002 020000000003 3012 0001020304050607 0a00 0100 0000"); // beacon
        QTest::newRow("beacon: frame.protocols") << frame11 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("beacon: wlan.fc") << frame11 << 1u << QByteArray("wlan.fc") << "0x8008";
        QTest::newRow("beacon: wlan.fc.version") << frame11 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("beacon: wlan.fc.type") << frame11 << 1u << QByteArray("wlan.fc.type") << "0";
        QTest::newRow("beacon: wlan.fc.subtype") << frame11 << 1u << QByteArray("wlan.fc.subtype") << "8";
        QTest::newRow("beacon: wlan.fc.type_subtype") << frame11 << 1u << QByteArray("wlan.fc.type_subtype") << "0x0008";
        QTest::newRow("beacon: wlan.flags") << frame11 << 1u << QByteArray("wlan.flags") << "0x08";
        QTest::newRow("beacon: wlan.fc.ds") << frame11 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("beacon: wlan.fc.tods") << frame11 << 1u << QByteArray("wlan.fc.tods") << "0";
        QTest::newRow("beacon: wlan.fc.fromds") << frame11 << 1u << QByteArray("wlan.fc.fromds") << "0";
        QTest::newRow("beacon: wlan.fc.frag") << frame11 << 1u << QByteArray("wlan.fc.frag") << "0";
        QTest::newRow("beacon: wlan.fc.retry") << frame11 << 1u << QByteArray("wlan.fc.retry") << "1";
        QTest::newRow("beacon: wlan.fc.pwrmgt") << frame11 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("beacon: wlan.fc.moredata") << frame11 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("beacon: wlan.fc.protected") << frame11 << 1u << QByteArray("wlan.fc.protected") << "0";
        QTest::newRow("beacon: wlan.fc.order") << frame11 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("beacon: wlan.duration") << frame11 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("beacon: wlan.ra") << frame11 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("beacon: wlan.ta") << frame11 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("beacon: wlan.da") << frame11 << 1u << QByteArray("wlan.da") << "02:00:00:00:00:01";
        QTest::newRow("beacon: wlan.sa") << frame11 << 1u << QByteArray("wlan.sa") << "02:00:00:00:00:02";
        QTest::newRow("beacon: wlan.bssid") << frame11 << 1u << QByteArray("wlan.bssid") << "02:00:00:00:00:03";
        QTest::newRow("beacon: wlan.staa") << frame11 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("beacon: wlan.frag") << frame11 << 1u << QByteArray("wlan.frag") << "0";
        QTest::newRow("beacon: wlan.seq") << frame11 << 1u << QByteArray("wlan.seq") << "291";
        QTest::newRow("beacon: wlan.qos") << frame11 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("beacon: wlan.qos.tid") << frame11 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("beacon: wlan.wep.iv") << frame11 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("beacon: wlan.ccmp.extiv") << frame11 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("beacon: wlan.tkip.extiv") << frame11 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("beacon: wlan.wep.key") << frame11 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("beacon: data.len") << frame11 << 1u << QByteArray("data.len") << "";
        const QByteArray frame12("020000001002020000001001 0800 45000022 0001 0000 402f 0000 0a000001 0a000002 0000 8300 d400 2c00 020000000001"); // acknowledgement
        QTest::newRow("acknowledgement: frame.protocols") << frame12 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("acknowledgement: wlan.fc.type_subtype") << frame12 << 1u << QByteArray("wlan.fc.type_subtype") << "0x001d";
        QTest::newRow("acknowledgement: wlan.fc.ds") << frame12 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("acknowledgement: wlan.duration") << frame12 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("acknowledgement: wlan.ra") << frame12 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("acknowledgement: wlan.ta") << frame12 << 1u << QByteArray("wlan.ta") << "";
        QTest::newRow("acknowledgement: wlan.da") << frame12 << 1u << QByteArray("wlan.da") << "";
        QTest::newRow("acknowledgement: wlan.sa") << frame12 << 1u << QByteArray("wlan.sa") << "";
        QTest::newRow("acknowledgement: wlan.bssid") << frame12 << 1u << QByteArray("wlan.bssid") << "";
        QTest::newRow("acknowledgement: wlan.staa") << frame12 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("acknowledgement: wlan.frag") << frame12 << 1u << QByteArray("wlan.frag") << "";
        QTest::newRow("acknowledgement: wlan.seq") << frame12 << 1u << QByteArray("wlan.seq") << "";
        QTest::newRow("acknowledgement: wlan.qos") << frame12 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("acknowledgement: wlan.qos.tid") << frame12 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("acknowledgement: wlan.wep.iv") << frame12 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("acknowledgement: wlan.ccmp.extiv") << frame12 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("acknowledgement: wlan.tkip.extiv") << frame12 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("acknowledgement: wlan.wep.key") << frame12 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("acknowledgement: data.len") << frame12 << 1u << QByteArray("data.len") << "";
        const QByteArray frame13("020000001002020000001001 0800 45000028 0001 0000 402f 0000 0a000001 0a000002 0000 8300 b404 2c00 020000000001 020000000002"); // request to send
        QTest::newRow("request to send: frame.protocols") << frame13 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("request to send: wlan.fc") << frame13 << 1u << QByteArray("wlan.fc") << "0xb404";
        QTest::newRow("request to send: wlan.fc.version") << frame13 << 1u << QByteArray("wlan.fc.version") << "0";
        QTest::newRow("request to send: wlan.fc.type") << frame13 << 1u << QByteArray("wlan.fc.type") << "1";
        QTest::newRow("request to send: wlan.fc.subtype") << frame13 << 1u << QByteArray("wlan.fc.subtype") << "11";
        QTest::newRow("request to send: wlan.fc.type_subtype") << frame13 << 1u << QByteArray("wlan.fc.type_subtype") << "0x001b";
        QTest::newRow("request to send: wlan.flags") << frame13 << 1u << QByteArray("wlan.flags") << "0x04";
        QTest::newRow("request to send: wlan.fc.ds") << frame13 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("request to send: wlan.fc.tods") << frame13 << 1u << QByteArray("wlan.fc.tods") << "0";
        QTest::newRow("request to send: wlan.fc.fromds") << frame13 << 1u << QByteArray("wlan.fc.fromds") << "0";
        QTest::newRow("request to send: wlan.fc.frag") << frame13 << 1u << QByteArray("wlan.fc.frag") << "1";
        QTest::newRow("request to send: wlan.fc.retry") << frame13 << 1u << QByteArray("wlan.fc.retry") << "0";
        QTest::newRow("request to send: wlan.fc.pwrmgt") << frame13 << 1u << QByteArray("wlan.fc.pwrmgt") << "0";
        QTest::newRow("request to send: wlan.fc.moredata") << frame13 << 1u << QByteArray("wlan.fc.moredata") << "0";
        QTest::newRow("request to send: wlan.fc.protected") << frame13 << 1u << QByteArray("wlan.fc.protected") << "0";
        QTest::newRow("request to send: wlan.fc.order") << frame13 << 1u << QByteArray("wlan.fc.order") << "0";
        QTest::newRow("request to send: wlan.duration") << frame13 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("request to send: wlan.ra") << frame13 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("request to send: wlan.ta") << frame13 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("request to send: wlan.da") << frame13 << 1u << QByteArray("wlan.da") << "";
        QTest::newRow("request to send: wlan.sa") << frame13 << 1u << QByteArray("wlan.sa") << "";
        QTest::newRow("request to send: wlan.bssid") << frame13 << 1u << QByteArray("wlan.bssid") << "";
        QTest::newRow("request to send: wlan.staa") << frame13 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("request to send: wlan.frag") << frame13 << 1u << QByteArray("wlan.frag") << "";
        QTest::newRow("request to send: wlan.seq") << frame13 << 1u << QByteArray("wlan.seq") << "";
        QTest::newRow("request to send: wlan.qos") << frame13 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("request to send: wlan.qos.tid") << frame13 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("request to send: wlan.wep.iv") << frame13 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("request to send: wlan.ccmp.extiv") << frame13 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("request to send: wlan.tkip.extiv") << frame13 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("request to send: wlan.wep.key") << frame13 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("request to send: data.len") << frame13 << 1u << QByteArray("data.len") << "";
        const QByteArray frame14("020000001002020000001001 0800 45000022 0001 0000 402f 0000 0a000001 0a000002 0000 8300 c400 2c00 020000000001"); // clear to send
        QTest::newRow("clear to send: frame.protocols") << frame14 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("clear to send: wlan.fc.type_subtype") << frame14 << 1u << QByteArray("wlan.fc.type_subtype") << "0x001c";
        QTest::newRow("clear to send: wlan.fc.ds") << frame14 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("clear to send: wlan.duration") << frame14 << 1u << QByteArray("wlan.duration") << "44";
        QTest::newRow("clear to send: wlan.ra") << frame14 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("clear to send: wlan.ta") << frame14 << 1u << QByteArray("wlan.ta") << "";
        QTest::newRow("clear to send: wlan.da") << frame14 << 1u << QByteArray("wlan.da") << "";
        QTest::newRow("clear to send: wlan.sa") << frame14 << 1u << QByteArray("wlan.sa") << "";
        QTest::newRow("clear to send: wlan.bssid") << frame14 << 1u << QByteArray("wlan.bssid") << "";
        QTest::newRow("clear to send: wlan.staa") << frame14 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("clear to send: wlan.frag") << frame14 << 1u << QByteArray("wlan.frag") << "";
        QTest::newRow("clear to send: wlan.seq") << frame14 << 1u << QByteArray("wlan.seq") << "";
        QTest::newRow("clear to send: wlan.qos") << frame14 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("clear to send: wlan.qos.tid") << frame14 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("clear to send: wlan.wep.iv") << frame14 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("clear to send: wlan.ccmp.extiv") << frame14 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("clear to send: wlan.tkip.extiv") << frame14 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("clear to send: wlan.wep.key") << frame14 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("clear to send: data.len") << frame14 << 1u << QByteArray("data.len") << "";
        const QByteArray frame15("020000001002020000001001 0800 45000028 0001 0000 402f 0000 0a000001 0a000002 0000 8300 a400 01c0 020000000001 020000000002"); // poll
        QTest::newRow("poll: frame.protocols") << frame15 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan";
        QTest::newRow("poll: wlan.fc.type_subtype") << frame15 << 1u << QByteArray("wlan.fc.type_subtype") << "0x001a";
        QTest::newRow("poll: wlan.fc.ds") << frame15 << 1u << QByteArray("wlan.fc.ds") << "0x00";
        QTest::newRow("poll: wlan.duration") << frame15 << 1u << QByteArray("wlan.duration") << "";
        QTest::newRow("poll: wlan.ra") << frame15 << 1u << QByteArray("wlan.ra") << "02:00:00:00:00:01";
        QTest::newRow("poll: wlan.ta") << frame15 << 1u << QByteArray("wlan.ta") << "02:00:00:00:00:02";
        QTest::newRow("poll: wlan.da") << frame15 << 1u << QByteArray("wlan.da") << "";
        QTest::newRow("poll: wlan.sa") << frame15 << 1u << QByteArray("wlan.sa") << "";
        QTest::newRow("poll: wlan.bssid") << frame15 << 1u << QByteArray("wlan.bssid") << "";
        QTest::newRow("poll: wlan.staa") << frame15 << 1u << QByteArray("wlan.staa") << "";
        QTest::newRow("poll: wlan.frag") << frame15 << 1u << QByteArray("wlan.frag") << "";
        QTest::newRow("poll: wlan.seq") << frame15 << 1u << QByteArray("wlan.seq") << "";
        QTest::newRow("poll: wlan.qos") << frame15 << 1u << QByteArray("wlan.qos") << "";
        QTest::newRow("poll: wlan.qos.tid") << frame15 << 1u << QByteArray("wlan.qos.tid") << "";
        QTest::newRow("poll: wlan.wep.iv") << frame15 << 1u << QByteArray("wlan.wep.iv") << "";
        QTest::newRow("poll: wlan.ccmp.extiv") << frame15 << 1u << QByteArray("wlan.ccmp.extiv") << "";
        QTest::newRow("poll: wlan.tkip.extiv") << frame15 << 1u << QByteArray("wlan.tkip.extiv") << "";
        QTest::newRow("poll: wlan.wep.key") << frame15 << 1u << QByteArray("wlan.wep.key") << "";
        QTest::newRow("poll: data.len") << frame15 << 1u << QByteArray("data.len") << "";
        const QByteArray frame16("020000001002020000001001 0800 45000043 0001 0000 402f 0000 0a000001 0a000002 0000 8300 8802 2c00 020000000001 020000000002 020000000003 3012 8600 020000000001 020000000002 0003 424203"); // aggregate
        QTest::newRow("aggregate: frame.protocols") << frame16 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:gre:wlan:data";
        QTest::newRow("aggregate: wlan.qos") << frame16 << 1u << QByteArray("wlan.qos") << "0x0086";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("QoS data, protected")
            << QByteArray("8842 2c00 020000000001 020000000002 020000000003 3012 0600 61700020 01020304 aabbccddeeff")
            << QStringList{
                   "IEEE 802.11  QoS Data, protected",
                   "  Frame Control Field: 0x8842",
                   "    Subtype: 8",
                   "    Type: Data frame (2)",
                   "    Version: 0",
                   "    Flags: 0x42",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Set",
                   "    To DS: Not set",
                   "  Duration, as it stands: 2c00",
                   "  Receiver address: 02:00:00:00:00:01",
                   "  Type/Subtype: QoS Data (0x0028)",
                   "  DS status: 0x02",
                   "  Duration: 44",
                   "  Transmitter address: 02:00:00:00:00:02",
                   "  Destination address: 02:00:00:00:00:01",
                   "  Source address: 02:00:00:00:00:03",
                   "  BSS Id: 02:00:00:00:00:02",
                   "  STA address: 02:00:00:00:00:01",
                   "  Fragment number: 0",
                   "  Sequence number: 291",
                   "  Qos Control: 0x0006",
                   "  TID: 6",
                   "  CCMP Ext. Initialization Vector: 0x040302017061",
                   "  Key Index: 0",
                   "Data  6 bytes",
                   "  Data: aabbccddeeff",
                   "  [Length: 6]",
               };
        QTest::newRow("cut within its addresses")
            << QByteArray("0801 2c00 020000000001 020000000002")
            << QStringList{
                   "IEEE 802.11",
                   "  Frame Control Field: 0x0801",
                   "    Subtype: 0",
                   "    Type: Data frame (2)",
                   "    Version: 0",
                   "    Flags: 0x01",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Not set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Not set",
                   "    To DS: Set",
                   "  Duration, as it stands: 2c00",
                   "  Receiver address: 02:00:00:00:00:01",
                   "  ! IEEE 802.11 needs 24 bytes, but the frame has only 16",
               };
        QTest::newRow("cut within its vector")
            << QByteArray("0842 2c00 020000000001 020000000002 020000000003 3012 0102")
            << QStringList{
                   "IEEE 802.11",
                   "  Frame Control Field: 0x0842",
                   "    Subtype: 0",
                   "    Type: Data frame (2)",
                   "    Version: 0",
                   "    Flags: 0x42",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Set",
                   "    To DS: Not set",
                   "  Duration, as it stands: 2c00",
                   "  Receiver address: 02:00:00:00:00:01",
                   "  ! IEEE 802.11 needs 28 bytes, but the frame has only 26",
               };
        QTest::newRow("cut within its long vector")
            << QByteArray("0842 2c00 020000000001 020000000002 020000000003 3012 01020320 01")
            << QStringList{
                   "IEEE 802.11",
                   "  Frame Control Field: 0x0842",
                   "    Subtype: 0",
                   "    Type: Data frame (2)",
                   "    Version: 0",
                   "    Flags: 0x42",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Set",
                   "    To DS: Not set",
                   "  Duration, as it stands: 2c00",
                   "  Receiver address: 02:00:00:00:00:01",
                   "  ! IEEE 802.11 needs 32 bytes, but the frame has only 29",
               };
        QTest::newRow("a type of its own")
            << QByteArray("0c00 2c00 020000000001 0102")
            << QStringList{
                   "IEEE 802.11  802.11 frame",
                   "  Frame Control Field: 0x0c00",
                   "    Subtype: 0",
                   "    Type: Extension frame (3)",
                   "    Version: 0",
                   "    Flags: 0x00",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Not set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Not set",
                   "    To DS: Not set",
                   "  Duration, as it stands: 2c00",
                   "  Receiver address: 02:00:00:00:00:01",
                   "  Type/Subtype: 0x0030",
                   "  DS status: 0x00",
                   "  Duration: 44",
               };
        QTest::newRow("cut")
            << QByteArray("0801 2c00")
            << QStringList{
                   "IEEE 802.11",
                   "  Frame Control Field: 0x0801",
                   "    Subtype: 0",
                   "    Type: Data frame (2)",
                   "    Version: 0",
                   "    Flags: 0x01",
                   "    +HTC/Order flag: Not set",
                   "    Protected flag: Not set",
                   "    More Data: Not set",
                   "    PWR MGT: Not set",
                   "    Retry: Not set",
                   "    More Fragments: Not set",
                   "    From DS: Not set",
                   "    To DS: Set",
                   "  Duration, as it stands: 2c00",
                   "  ! IEEE 802.11 needs 10 bytes, but the frame has only 4",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::wlan, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::wlan, "8842 2c00 020000000001 020000000002 020000000003 3012 0600 61700020 01020304 aabbccddeeff"), 2 * 41);
        QCOMPARE(feedPrefixes(protocols::wlan, "0801 2c00 020000000001 020000000002 020000000003 3012 aaaa03 000000 0800 450000140001000040ff00000a0000010a000002"), 2 * 53);
    }
};

QTEST_GUILESS_MAIN(WlanTest)
#include "tst_wlan.moc"
