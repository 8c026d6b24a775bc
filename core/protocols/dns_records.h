#pragma once

#include "core/dissect/details.h"
#include "core/dissect/protocol.h"
#include "core/protocols/field_cursor.h"

#include <optional>

namespace vethscope {

/// Whether the highest bit of a class is a flag of multicast DNS (RFC 6762, sections 5.4 and 10.2).
enum class DnsKind : std::uint8_t { Unicast, Multicast };

/// One resource record's place in its message.
struct DnsRecord {
    std::size_t offset = 0;
    std::size_t nameSize = 0;
    std::uint16_t type = 0;
    std::size_t data = 0;     // where RDATA begins
    std::size_t dataSize = 0;

    std::size_t end() const { return data + dataSize; }
};

/// The record at `offset`; nothing when the message ends inside it.
std::optional<DnsRecord> readDnsRecord(Bytes message, std::size_t offset);

/// Adds the record's rows: name, type, class, time to live, and its data as its type says.
void addDnsRecord(Details &details, Bytes message, const DnsRecord &record, DnsKind kind);

/// The record in a word, as the Info column writes it: `A 10.244.1.3`, `SOA ns.dns.cluster.local`.
void printDnsRecord(TextBuffer &out, Bytes message, const DnsRecord &record);

/// The class, and the flag beside it in multicast DNS.
void addDnsClass(Details &details, Bytes message, std::size_t at, DnsKind kind, const Field &field, const Field &flag);

/// Adds the name that comes next; false when it cannot be read.
bool addDnsName(FieldCursor &data, const Field &field);

/// Adds what a record of that type says; `data` is its RDATA. In three files: names and addresses, signatures and
/// keys, options and parameters. False when the type is none of the file's.
bool addDnsData(FieldCursor data, std::uint16_t type);
bool addDnsSecurityData(FieldCursor data, std::uint16_t type);
bool addDnsParameters(FieldCursor data, std::uint16_t type);

} // namespace vethscope
