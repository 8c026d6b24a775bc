#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// DNS: RFC 1035; AAAA RFC 3596, SRV RFC 2782, OPT RFC 6891; over TCP RFC 1035 section 4.2.2.

class DnsTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<const Protocol *>("protocol");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a query")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "037465610764656661756c7400 0001 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1 A tea.default",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea.default: type A",
                   "    Name: tea.default",
                   "    [Name Length: 11]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
               };
        QTest::newRow("a query with OPT, as resolvers send")
            << &protocols::dns << QByteArray("e4c1 0120 0001 0000 0000 0001 "
                                          "037465610764656661756c7400 001c 0001 "
                                          "00 0029 04d0 00 00 8000 0000") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1 AAAA tea.default OPT",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0120",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 1",
                   "  tea.default: type AAAA",
                   "    Name: tea.default",
                   "    [Name Length: 11]",
                   "    [Label Count: 2]",
                   "    Type: AAAA (28)",
                   "    Class: IN (0x0001)",
                   "  <Root>: OPT",
                   "    Name: <Root>",
                   "    Type: OPT (41)",
                   "    UDP payload size: 1232",
                   "    Higher bits in extended RCODE: 0x00",
                   "    EDNS0 version: 0",
                   "    Z: 0x8000",
                   "      DO bit: Set",
                   "      Reserved: 0x0000",
                   "    Data length: 0",
               };
        QTest::newRow("an A record, its name a pointer back")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "037465610764656661756c7400 0001 0001 "
                                          "c00c 0001 0001 0000001e 0004 0a6d8c12") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea.default A 10.109.140.18",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea.default: type A",
                   "    Name: tea.default",
                   "    [Name Length: 11]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  tea.default: A 10.109.140.18",
                   "    Name: tea.default",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 4",
                   "    Address: 10.109.140.18",
               };
        QTest::newRow("AAAA")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 001c 0001 "
                                          "c00c 001c 0001 0000001e 0010 fd000000000000000000000000000053") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 AAAA tea AAAA fd00::53",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type AAAA",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: AAAA (28)",
                   "    Class: IN (0x0001)",
                   "  tea: AAAA fd00::53",
                   "    Name: tea",
                   "    Type: AAAA (28)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 16",
                   "    AAAA Address: fd00::53",
               };
        QTest::newRow("CNAME, then the address of what it names")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0002 0000 0000 "
                                          "037777770374656100 0001 0001 "
                                          "c00c 0005 0001 0000001e 000b 037765620564756d6d7900 "
                                          "03776562 0564756d6d79 00 0001 0001 0000001e 0004 0a6d8c12") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A www.tea CNAME web.dummy A 10.109.140.18",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 2",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  www.tea: type A",
                   "    Name: www.tea",
                   "    [Name Length: 7]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  www.tea: CNAME web.dummy",
                   "    Name: www.tea",
                   "    Type: CNAME (5)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 11",
                   "    CNAME: web.dummy",
                   "  web.dummy: A 10.109.140.18",
                   "    Name: web.dummy",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 4",
                   "    Address: 10.109.140.18",
               };
        QTest::newRow("no such name: the SOA says for how long")
            << &protocols::dns << QByteArray("e4c1 8583 0001 0000 0001 0000 "
                                          "03746561056c6f63616c00 0001 0001 "
                                          "c010 0006 0001 0000001e 0020 026e73c01004686f7374c0100000000100001c2000000708000151800000001e") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 No such name A tea.local SOA ns.local",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8583",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No such name (3)",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 1",
                   "  Additional RRs: 0",
                   "  tea.local: type A",
                   "    Name: tea.local",
                   "    [Name Length: 9]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  local: SOA ns.local",
                   "    Name: local",
                   "    Type: SOA (6)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 32",
                   "    Primary name server: ns.local",
                   "    Responsible authority's mailbox: host.local",
                   "    Serial Number: 1",
                   "    Refresh Interval: 7200",
                   "    Retry Interval: 1800",
                   "    Expire limit: 86400",
                   "    Minimum TTL: 30",
               };
        QTest::newRow("SRV")
            << &protocols::dns << QByteArray("e4c1 8580 0001 0001 0000 0000 "
                                          "055f68747470045f7463700374656100 0021 0001 "
                                          "c00c 0021 0001 0000001e 000b 0000006400500374656100") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 SRV _http._tcp.tea SRV 0 100 80 tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8580",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  _http._tcp.tea: type SRV",
                   "    Name: _http._tcp.tea",
                   "    [Name Length: 14]",
                   "    [Label Count: 3]",
                   "    Type: SRV (33)",
                   "    Class: IN (0x0001)",
                   "  _http._tcp.tea: SRV 0 100 80 tea",
                   "    Service: _http",
                   "    Protocol: _tcp",
                   "    Name: tea",
                   "    Type: SRV (33)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 11",
                   "    Priority: 0",
                   "    Weight: 100",
                   "    Port: 80",
                   "    Target: tea",
               };
        QTest::newRow("TXT of two strings")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0010 0001 "
                                          "c00c 0010 0001 0000001e 0009 047465787403747774") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 TXT tea TXT",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type TXT",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: TXT (16)",
                   "    Class: IN (0x0001)",
                   "  tea: TXT",
                   "    Name: tea",
                   "    Type: TXT (16)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 9",
                   "    TXT Length: 4",
                   "    TXT: text",
                   "    TXT Length: 3",
                   "    TXT: twt",
               };
        QTest::newRow("MX")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 000f 0001 "
                                          "c00c 000f 0001 0000001e 0009 000a046d61696cc00c") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 MX tea MX 10 mail.tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type MX",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: MX (15)",
                   "    Class: IN (0x0001)",
                   "  tea: MX 10 mail.tea",
                   "    Name: tea",
                   "    Type: MX (15)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 9",
                   "    Preference: 10",
                   "    Mail Exchange: mail.tea",
               };
        QTest::newRow("PTR")
            << &protocols::dns << QByteArray("e4c1 8580 0001 0001 0000 0000 "
                                          "013301310332343402313007696e2d61646472046172706100 000c 0001 "
                                          "c00c 000c 0001 0000001e 000b 03746561056c6f63616c00") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 PTR 3.1.244.10.in-addr.arpa PTR tea.local",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8580",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  3.1.244.10.in-addr.arpa: type PTR",
                   "    Name: 3.1.244.10.in-addr.arpa",
                   "    [Name Length: 23]",
                   "    [Label Count: 6]",
                   "    Type: PTR (12)",
                   "    Class: IN (0x0001)",
                   "  3.1.244.10.in-addr.arpa: PTR tea.local",
                   "    Name: 3.1.244.10.in-addr.arpa",
                   "    Type: PTR (12)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 11",
                   "    Domain Name: tea.local",
               };
        QTest::newRow("NS, and its address among the additional records")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0001 "
                                          "0374656100 0002 0001 "
                                          "c00c 0002 0001 0000001e 0005 026e73c00c "
                                          "c021 0001 0001 0000001e 0004 0a600a0a") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 NS tea NS ns.tea A 10.96.10.10",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 1",
                   "  tea: type NS",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: NS (2)",
                   "    Class: IN (0x0001)",
                   "  tea: NS ns.tea",
                   "    Name: tea",
                   "    Type: NS (2)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 5",
                   "    Name Server: ns.tea",
                   "  ns.tea: A 10.96.10.10",
                   "    Name: ns.tea",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 4",
                   "    Address: 10.96.10.10",
               };
        QTest::newRow("a type and a class without a word")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 ff00 0001 "
                                          "c00c ff00 0009 0000001e 0002 0102") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 TYPE65280 tea TYPE65280",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type 65280",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: 65280",
                   "    Class: IN (0x0001)",
                   "  tea: TYPE65280",
                   "    Name: tea",
                   "    Type: 65280",
                   "    Class: 0x0009",
                   "    Time to live: 30",
                   "    Data length: 2",
                   "    Data: 0102",
               };
        QTest::newRow("the root")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "00 0002 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1 NS <Root>",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  <Root>: type NS",
                   "    Name: <Root>",
                   "    [Name Length: 6]",
                   "    [Label Count: 1]",
                   "    Type: NS (2)",
                   "    Class: IN (0x0001)",
               };
        QTest::newRow("bytes in a label that are no letters")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "04 612e0120 00 0001 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1 A a\\046\\001 ",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  a\\046\\001 : type A",
                   "    Name: a\\046\\001 ",
                   "    [Name Length: 10]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
               };
        QTest::newRow("a dynamic update that is refused")
            << &protocols::dns << QByteArray("e4c1 a805 0000 0000 0000 0000") << 0u
            << QStringList{
                   "Domain Name System  Dynamic update response 0xe4c1 Refused",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0xa805",
                   "    Response: Set",
                   "    Opcode: Dynamic update (5)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Not set",
                   "    Recursion available: Not set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: Refused (5)",
                   "  Zones: 0",
                   "  Prerequisites: 0",
                   "  Updates: 0",
                   "  Additional RRs: 0",
               };
        QTest::newRow("a pointer to itself")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0001 0001 "
                                          "c015 0001 0001 0000001e 0004 0a6d8c12") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type A",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  ! resource record 1 cannot be read at byte 21 of the message",
               };
        QTest::newRow("a pointer forwards")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0001 0001 "
                                          "c020 0001 0001 0000001e 0004 0a6d8c12") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type A",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  ! resource record 1 cannot be read at byte 21 of the message",
               };
        QTest::newRow("two pointers at each other")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "c00e c00c 0001 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  ! question 1 cannot be read at byte 12 of the message",
               };
        QTest::newRow("a label of a reserved kind")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "8374656100 0001 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  ! question 1 cannot be read at byte 12 of the message",
               };
        QTest::newRow("an A record of three bytes")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0001 0001 "
                                          "c00c 0001 0001 0000001e 0003 0a6d8c") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea A",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type A",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  tea: A",
                   "    Name: tea",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 3",
               };
        QTest::newRow("an SRV record without its target")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0021 0001 "
                                          "c00c 0021 0001 0000001e 0006 000000640050") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 SRV tea SRV",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type SRV",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: SRV (33)",
                   "    Class: IN (0x0001)",
                   "  tea: SRV",
                   "    Name: tea",
                   "    Type: SRV (33)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 6",
                   "    Priority: 0",
                   "    Weight: 100",
                   "    Port: 80",
               };
        QTest::newRow("a text longer than its record")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0010 0001 "
                                          "c00c 0010 0001 0000001e 0005 0974657874") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 TXT tea TXT",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type TXT",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: TXT (16)",
                   "    Class: IN (0x0001)",
                   "  tea: TXT",
                   "    Name: tea",
                   "    Type: TXT (16)",
                   "    Class: IN (0x0001)",
                   "    Time to live: 30",
                   "    Data length: 5",
                   "    TXT Length: 9",
               };
        QTest::newRow("a record cut inside its data")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                                          "0374656100 0001 0001 "
                                          "c00c 0001 0001 0000001e 0004 0a6d") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 1",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type A",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  ! resource record 1 cannot be read at byte 21 of the message",
               };
        QTest::newRow("more records announced than there are")
            << &protocols::dns << QByteArray("e4c1 8180 0001 0003 0000 0000 "
                                          "0374656100 0001 0001") << 0u
            << QStringList{
                   "Domain Name System  Standard query response 0xe4c1 A tea",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x8180",
                   "    Response: Set",
                   "    Opcode: Standard query (0)",
                   "    Authoritative: Not set",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Recursion available: Set",
                   "    Z: Not set",
                   "    Answer authenticated: Not set",
                   "    Non-authenticated data: Not set",
                   "    Reply code: No error (0)",
                   "  Questions: 1",
                   "  Answer RRs: 3",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea: type A",
                   "    Name: tea",
                   "    [Name Length: 3]",
                   "    [Label Count: 1]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
                   "  ! resource record 1 cannot be read at byte 21 of the message",
               };
        QTest::newRow("a question cut inside its name")
            << &protocols::dns << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                                          "03746561 0764656661") << 0u
            << QStringList{
                   "Domain Name System  Standard query 0xe4c1",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  ! question 1 cannot be read at byte 12 of the message",
               };
        QTest::newRow("cut off inside the header")
            << &protocols::dns << QByteArray("e4c1 0100 0001") << 29u
            << QStringList{
                   "Domain Name System",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  ! Domain Name System needs 12 bytes, only 6 were captured",
               };
        QTest::newRow("over TCP, with its length in front")
            << &protocols::dnsOverTcp << QByteArray("001d e4c1 0100 0001 0000 0000 0000 037465610764656661756c7400 0001 0001") << 0u
            << QStringList{
                   "DNS over TCP  message of 29 bytes",
                   "  Length: 29",
                   "Domain Name System  Standard query 0xe4c1 A tea.default",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea.default: type A",
                   "    Name: tea.default",
                   "    [Name Length: 11]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
               };
        QTest::newRow("over TCP, two in one segment")
            << &protocols::dnsOverTcp << QByteArray("000c e4c10000 0000000000000000 000c e4c20000 0000000000000000") << 0u
            << QStringList{
                   "DNS over TCP  message of 12 bytes",
                   "  Length: 12",
                   "Domain Name System  Standard query 0xe4c1",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0000",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Not set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 0",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
               };
        QTest::newRow("over TCP, the rest in the next segment")
            << &protocols::dnsOverTcp << QByteArray("0200 e4c1 0100 0001 0000 0000 0000 037465610764656661756c7400 0001 0001") << 0u
            << QStringList{
                   "DNS over TCP  message of 512 bytes",
                   "  Length: 512",
                   "Domain Name System  Standard query 0xe4c1 A tea.default",
                   "  Transaction ID: 0xe4c1",
                   "  Flags: 0x0100",
                   "    Response: Not set",
                   "    Opcode: Standard query (0)",
                   "    Truncated: Not set",
                   "    Recursion desired: Set",
                   "    Z: Not set",
                   "    Non-authenticated data: Not set",
                   "  Questions: 1",
                   "  Answer RRs: 0",
                   "  Authority RRs: 0",
                   "  Additional RRs: 0",
                   "  tea.default: type A",
                   "    Name: tea.default",
                   "    [Name Length: 11]",
                   "    [Label Count: 2]",
                   "    Type: A (1)",
                   "    Class: IN (0x0001)",
               };
        QTest::newRow("over TCP, cut inside the length")
            << &protocols::dnsOverTcp << QByteArray("00") << 0u
            << QStringList{
                   "DNS over TCP",
                   "  ! DNS over TCP needs 2 bytes, but the frame has only 1",
               };
    }

    void tree()
    {
        QFETCH(const Protocol *, protocol);
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(*protocol, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a query")
            << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                       "037465610764656661756c7400 0001 0001")
            << "Standard query 0xe4c1 A tea.default";
        QTest::newRow("an answer")
            << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                       "037465610764656661756c7400 0001 0001 "
                       "c00c 0001 0001 0000001e 0004 0a6d8c12")
            << "Standard query response 0xe4c1 A tea.default A 10.109.140.18";
        QTest::newRow("two answers")
            << QByteArray("e4c1 8180 0001 0002 0000 0000 "
                       "0374656100 001c 0001 "
                       "c00c 0005 0001 0000001e 0005 0377656200 "
                       "c015 001c 0001 0000001e 0010 fd000000000000000000000000000053")
            << "Standard query response 0xe4c1 AAAA tea CNAME web AAAA fd00::53";
        QTest::newRow("no such name")
            << QByteArray("e4c1 8583 0001 0000 0001 0000 "
                       "03746561056c6f63616c00 0001 0001 "
                       "c010 0006 0001 0000001e 0020 026e73c01004686f7374c0100000000100001c2000000708000151800000001e")
            << "Standard query response 0xe4c1 No such name A tea.local SOA ns.local";
        QTest::newRow("server failure")
            << QByteArray("e4c1 8182 0001 0000 0000 0000 "
                       "0374656100 0001 0001")
            << "Standard query response 0xe4c1 Server failure A tea";
        QTest::newRow("SRV")
            << QByteArray("e4c1 8580 0001 0001 0000 0000 "
                       "055f68747470045f7463700374656100 0021 0001 "
                       "c00c 0021 0001 0000001e 000b 0000006400500374656100")
            << "Standard query response 0xe4c1 SRV _http._tcp.tea SRV 0 100 80 tea";
        QTest::newRow("MX")
            << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                       "0374656100 000f 0001 "
                       "c00c 000f 0001 0000001e 0009 000a046d61696cc00c")
            << "Standard query response 0xe4c1 MX tea MX 10 mail.tea";
        QTest::newRow("PTR")
            << QByteArray("e4c1 8580 0001 0001 0000 0000 "
                       "013301310332343402313007696e2d61646472046172706100 000c 0001 "
                       "c00c 000c 0001 0000001e 000b 03746561056c6f63616c00")
            << "Standard query response 0xe4c1 PTR 3.1.244.10.in-addr.arpa PTR tea.local";
        QTest::newRow("TXT")
            << QByteArray("e4c1 8180 0001 0001 0000 0000 "
                       "0374656100 0010 0001 "
                       "c00c 0010 0001 0000001e 0005 0474657874")
            << "Standard query response 0xe4c1 TXT tea TXT";
        QTest::newRow("OPT")
            << QByteArray("e4c1 0120 0001 0000 0000 0001 "
                       "037465610764656661756c7400 001c 0001 "
                       "00 0029 04d0 00 00 8000 0000")
            << "Standard query 0xe4c1 AAAA tea.default OPT";
        QTest::newRow("a type without a word")
            << QByteArray("e4c1 0100 0001 0000 0000 0000 "
                       "0374656100 ff00 0001")
            << "Standard query 0xe4c1 TYPE65280 tea";
        QTest::newRow("a dynamic update")
            << QByteArray("e4c1 a805 0000 0000 0000 0000")
            << "Dynamic update response 0xe4c1 Refused";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::dns, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::dns, "e4c1 8180 0001 0002 0001 0001"
                                        "037777770374656100 0001 0001"
                                        "c00c 0005 0001 0000001e 000b 037765620564756d6d7900"
                                        "c025 0001 0001 0000001e 0004 0a6d8c12"
                                        "c010 0006 0001 0000001e 0020 026e73c01004686f7374c0100000000100001c2000000708000151800000001e"
                                        "00 0029 04d0 00 00 8000 0000"), 2 * 120);
        QCOMPARE(feedPrefixes(protocols::dnsOverTcp, "001d e4c1 0100 0001 0000 0000 0000 037465610764656661756c7400 0001 0001"), 2 * 32);
    }
};

QTEST_GUILESS_MAIN(DnsTest)
#include "tst_dns.moc"
