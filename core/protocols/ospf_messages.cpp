#include "core/protocols/ospf_fields.h"

// Hello, and the exchange of link states. Version 2 RFC 2328, appendix A.3; version 3 RFC 5340, appendix A.3.

namespace vethscope {
namespace {

constexpr auto &fields = ospfVaryingFields;

enum Type : std::uint8_t { Hello = 1, DatabaseDescription = 2, Request = 3, Update = 4, Acknowledge = 5 };

constexpr std::size_t lsaHeader = 20;
constexpr std::uint8_t routerLsa = 1;
constexpr std::uint8_t nssaLsa = 7;

struct Bit {
    const Field *field;
    std::size_t place;
};

void addBits(FieldCursor &cursor, std::initializer_list<Bit> list)
{
    const auto below = cursor.details().below();
    for (const Bit &bit : list)
        cursor.details().add(*bit.field, cursor.bytes(), bits(cursor.at() * 8 + bit.place, 1));
}

// In NSSA link states the fifth bit means another thing: RFC 3101, section 2.3.
void addOptions2(FieldCursor &cursor, std::uint8_t lsaType = 0)
{
    if (!cursor)
        return;
    cursor.details().add(named(fields, "v2.options"), cursor.bytes(), octets(cursor.at(), 1));
    const Field &fifth = lsaType == nssaLsa ? named(fields, "v2.options.p") : named(fields, "v2.options.n");
    addBits(cursor, {{&named(fields, "v2.options.dn"), 0}, {&named(fields, "v2.options.o"), 1}, {&named(fields, "v2.options.dc"), 2},
                     {&named(fields, "v2.options.l"), 3}, {&fifth, 4}, {&named(fields, "v2.options.mc"), 5},
                     {&named(fields, "v2.options.e"), 6}, {&named(fields, "v2.options.mt"), 7}});
    cursor.skip(1);
}

void addOptions3(FieldCursor &cursor)
{
    if (cursor.left() < 3)
        return cursor.skip(3);
    cursor.details().add(named(fields, "v3.options"), cursor.bytes(), octets(cursor.at(), 3));
    addBits(cursor, {{&named(fields, "v3.options.at"), 13}, {&named(fields, "v3.options.l"), 14}, {&named(fields, "v3.options.af"), 15},
                     {&named(fields, "v3.options.dc"), 18}, {&named(fields, "v3.options.r"), 19}, {&named(fields, "v3.options.n"), 20},
                     {&named(fields, "v3.options.mc"), 21}, {&named(fields, "v3.options.e"), 22}, {&named(fields, "v3.options.v6"), 23}});
    cursor.skip(3);
}

void addHello(FieldCursor message, unsigned version)
{
    if (version == 2) {
        message.add(named(fields, "hello.network_mask"), 4);
        message.add(named(fields, "hello.hello_interval"), 2);
        addOptions2(message);
        message.add(named(fields, "hello.router_priority"), 1);
        message.add(named(fields, "hello.router_dead_interval"), 4);
    } else {
        message.add(named(fields, "hello.interface_id"), 4);
        message.add(named(fields, "hello.router_priority"), 1);
        addOptions3(message);
        message.add(named(fields, "hello.hello_interval"), 2);
        message.add(named(fields, "hello.router_dead_interval"), 2);
    }
    message.add(named(fields, "hello.designated_router"), 4);
    message.add(named(fields, "hello.backup_designated_router"), 4);
    while (message.left() >= 4)
        message.add(named(fields, "hello.active_neighbor"), 4);
}

// Version 2 tells the type in a byte; version 3 in three parts of two bytes.
std::uint8_t addLsaHeader(FieldCursor &cursor, unsigned version)
{
    Details &details = cursor.details();
    const std::size_t at = cursor.at();
    const Bytes bytes = cursor.bytes();
    const std::uint8_t type = byteAt(bytes, at + 3);
    const std::string_view name = nameOf(version == 2 ? std::span<const ValueName>(ospfLsaTypes) : ospf3LsaFunctions, type);
    details.text(name.empty() ? details.format("LSA type {}", type) : details.format("LSA: {}", name), octets(at, lsaHeader));
    const auto below = details.below();
    details.add(named(fields, "lsa.age"), bytes, bits(at * 8 + 1, 15));
    if (version == 2) {
        details.add(named(fields, "lsa.donotage"), bytes, bits(at * 8, 1));
        cursor.skip(2);
        addOptions2(cursor, type);
        cursor.add(named(fields, "lsa"), 1);
        cursor.add(named(fields, "lsa.id"), 4);
    } else {
        details.add(named(fields, "v3.lsa.do_not_age"), bytes, bits(at * 8, 1));
        details.add(named(fields, "v3.lsa.u"), bytes, bits(at * 8 + 16, 1));
        details.add(named(fields, "v3.lsa.s12"), bytes, bits(at * 8 + 17, 2));
        details.add(named(fields, "v3.lsa.fc"), bytes, bits(at * 8 + 19, 13));
        cursor.skip(4);
        cursor.add(named(fields, "link_state_id"), 4);
    }
    cursor.add(named(fields, "advrouter"), 4);
    cursor.add(named(fields, "lsa.seqnum"), 4);
    cursor.add(named(fields, "lsa.chksum"), 2);
    cursor.add(named(fields, "lsa.length"), 2);
    return type;
}

void addLsaHeaders(FieldCursor message, unsigned version)
{
    while (message.left() >= lsaHeader)
        addLsaHeader(message, version);
}

void addRouterLsa(FieldCursor body)
{
    if (body.left() < 4)
        return;
    body.details().add(named(fields, "v2.router.lsa.flags"), body.bytes(), octets(body.at(), 1));
    addBits(body, {{&named(fields, "v2.router.lsa.flags.v"), 5}, {&named(fields, "v2.router.lsa.flags.e"), 6},
                   {&named(fields, "v2.router.lsa.flags.b"), 7}});
    body.skip(2);
    std::uint64_t links = body.number(named(fields, "lsa.number_of_links"), 2);
    for (; links > 0 && body; --links) {
        body.add(named(fields, "lsa.router.linkid"), 4);
        const auto below = body.details().below();
        body.add(named(fields, "lsa.router.linkdata"), 4);
        body.add(named(fields, "lsa.router.linktype"), 1);
        const std::uint64_t metrics = body.number(named(fields, "lsa.router.nummetrics"), 1);
        body.add(named(fields, "lsa.router.metric0"), 2);
        body.skip(metrics * 4);
    }
}

void addUpdate(FieldCursor message, unsigned version)
{
    std::uint64_t count = message.number(named(fields, "ls.number_of_lsas"), 4);
    for (; count > 0 && message.left() >= lsaHeader; --count) {
        const std::size_t length = std::max<std::size_t>(readUnsigned(message.bytes(), message.at() + 18, 2), lsaHeader);
        FieldCursor lsa = message.within(length);
        const std::uint8_t type = addLsaHeader(lsa, version);
        const auto below = message.details().below();
        if (version == 2 && type == routerLsa)
            addRouterLsa(lsa);
    }
    if (count > 0)
        message.details().note(Severity::Error, Sentence::of("{} link states are announced but not there", count));
}

void addRequests(FieldCursor message, unsigned version)
{
    while (message.left() >= 12) {
        if (version == 2) {
            message.add(named(fields, "lsa"), 4);
            message.add(named(fields, "lsa.id"), 4);
        } else {
            message.add(named(fields, "reserved"), 2);
            const std::size_t at = message.at();
            message.details().add(named(fields, "v3.lsa.u"), message.bytes(), bits(at * 8, 1));
            message.details().add(named(fields, "v3.lsa.s12"), message.bytes(), bits(at * 8 + 1, 2));
            message.details().add(named(fields, "v3.lsa.fc"), message.bytes(), bits(at * 8 + 3, 13));
            message.skip(2);
            message.add(named(fields, "link_state_id"), 4);
        }
        message.add(named(fields, "advrouter"), 4);
    }
}

void addDatabaseDescription(FieldCursor message, unsigned version)
{
    if (version == 2) {
        message.add(named(fields, "db.interface_mtu"), 2);
        addOptions2(message);
    } else {
        message.add(named(fields, "reserved"), 1);
        addOptions3(message);
        message.add(named(fields, "db.interface_mtu"), 2);
        message.add(named(fields, "reserved"), 1);
    }
    if (!message)
        return;
    message.details().add(named(fields, "dbd"), message.bytes(), octets(message.at(), 1));
    addBits(message, {{&named(fields, "dbd.r"), 4}, {&named(fields, "dbd.i"), 5}, {&named(fields, "dbd.m"), 6}, {&named(fields, "dbd.ms"), 7}});
    message.skip(1);
    message.add(named(fields, "db.dd_sequence"), 4);
    addLsaHeaders(message, version);
}

} // namespace

void addOspfMessage(FieldCursor message, unsigned version, std::uint8_t type)
{
    switch (type) {
    case Hello: return addHello(message, version);
    case DatabaseDescription: return addDatabaseDescription(message, version);
    case Request: return addRequests(message, version);
    case Update: return addUpdate(message, version);
    case Acknowledge: return addLsaHeaders(message, version);
    default: return;
    }
}

} // namespace vethscope
