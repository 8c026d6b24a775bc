#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tls_fields.h"

// TLS makes a TCP connection secret: records, of which the first ones tell in the clear who is asked for.
// RFC 8446, section 5. Without reassembly, a record's beginning in a later segment cannot be found again.

namespace vethscope {
namespace {

constexpr std::size_t recordHeader = 5;
// RFC 5246, section 6.2.3: 2^14 bytes of text and what a cipher may add.
constexpr std::size_t longestRecord = 16384 + 2048;

enum Content : std::uint8_t { ChangeCipherSpec = 20, Alert = 21, Handshake = 22, ApplicationData = 23, Heartbeat = 24 };

constexpr auto &fields = tlsVaryingFields;

// Wireshark's list of ports where TLS is expected.
constexpr auto claims = std::to_array<Claim>({
    {Claim::TcpPort, 443}, {Claim::TcpPort, 465}, {Claim::TcpPort, 636}, {Claim::TcpPort, 853}, {Claim::TcpPort, 993},
    {Claim::TcpPort, 995}, {Claim::TcpPort, 2221}, {Claim::TcpPort, 2443}, {Claim::TcpPort, 5061}, {Claim::TcpPort, 5671},
    {Claim::TcpPort, 5684}, {Claim::TcpPort, 8883}, {Claim::TcpPort, 11207}, {Claim::TcpPort, 27017}, {Claim::TcpContent, 0},
});

bool isRecord(Bytes bytes)
{
    if (bytes.size() < recordHeader)
        return false;
    const std::uint8_t type = byteAt(bytes, 0);
    return type >= ChangeCipherSpec && type <= Heartbeat && byteAt(bytes, 1) == 3 && byteAt(bytes, 2) <= 4
        && read16(bytes, 3) <= longestRecord;
}

// On any port: a record that says something sensible.
bool recognises(Bytes bytes)
{
    if (!isRecord(bytes) || read16(bytes, 3) == 0)
        return false;
    if (byteAt(bytes, 0) != Handshake || bytes.size() == recordHeader)
        return true;
    return !nameOf(tlsHandshakeTypes, byteAt(bytes, recordHeader)).empty();
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void addAlert(FieldCursor record)
{
    if (record.left() != 2)
        return; // encrypted
    record.details().add(named(fields, "alert_message"), octets(record.at(), 2), std::uint64_t{0});
    const auto below = record.details().below();
    record.add(named(fields, "alert_message.level"), 1);
    record.add(named(fields, "alert_message.desc"), 1);
}

void addContent(FieldCursor record, std::uint8_t type, TlsState &state)
{
    switch (type) {
    case ChangeCipherSpec:
        record.details().add(named(fields, "change_cipher_spec"), octets(record.at(), record.left()), std::uint64_t{0});
        state.encrypted = true;
        return;
    case Alert: return addAlert(record);
    case Handshake:
        addTlsHandshake(record, state);
        state.encrypted = state.encrypted && state.version13;
        return;
    case ApplicationData: return record.rest(named(fields, "app_data"));
    default: return;
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = view.header();
    const std::size_t segmentSize = view.layer().end - view.layer().offset; // on the wire
    TlsState state;
    FieldCursor segment(details, bytes, 0, bytes.size());
    if (isOldTlsHello(bytes))
        addOldTlsHello(segment);
    while (segment) {
        const std::size_t at = segment.at();
        if (!isRecord(bytes.subspan(at)))
            return details.note(Severity::Note,
                                Sentence::of("no record begins at byte {}: the rest of one from an earlier segment, or one cut by the end of "
                                             "this segment", at),
                                octets(at, bytes.size() - at));
        const std::uint8_t type = byteAt(bytes, at);
        const std::size_t length = read16(bytes, at + 3);
        // As Wireshark does, a record is read when its segment holds all of it.
        if (at + recordHeader + length > segmentSize)
            return details.text(details.format("{} record of {} bytes goes on in the next segment",
                                               nameOf(tlsContentTypes, type), length),
                                octets(at, bytes.size() - at));
        details.add(named(fields, "record"), octets(at, std::min(recordHeader + length, segment.left())), std::uint64_t{0});
        details.items.back().label = details.format("Record Layer: {}", nameOf(tlsContentTypes, type));
        const auto below = details.below();
        // Only TLS 1.3 goes on with application data: before, a change of ciphers was followed by a handshake message.
        state.version13 = state.version13 || (state.encrypted && type == ApplicationData);
        const bool hidden = state.version13 && type == ApplicationData;
        segment.add(hidden ? named(fields, "record.opaque_type") : named(fields, "record.content_type"), 1);
        state.version = static_cast<std::uint16_t>(segment.number(named(fields, "record.version"), 2));
        segment.add(named(fields, "record.length"), 2);
        addContent(segment.within(length), type, state);
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes bytes = view.header();
    std::size_t at = 0;
    for (; isRecord(bytes.subspan(at)); at += std::min(bytes.size() - at, recordHeader + read16(bytes, at + 3))) {
        print(out, at > 0 ? ", " : "");
        const std::uint8_t type = byteAt(bytes, at);
        const std::size_t body = at + recordHeader;
        const std::string_view message = type == Handshake && body < bytes.size() ? nameOf(tlsHandshakeTypes, byteAt(bytes, body)) : std::string_view{};
        print(out, message.empty() ? nameOf(tlsContentTypes, type) : message);
        if (type == Alert && read16(bytes, at + 3) == 2 && body + 2 <= bytes.size())
            print(out, " ({})", nameOf(tlsAlerts, byteAt(bytes, body + 1)));
    }
    if (at == 0)
        print(out, isOldTlsHello(bytes) ? "Client Hello" : "Continuation Data");
}

} // namespace

constinit const Protocol protocols::tls{
    .name = "tls",
    .title = "Transport Layer Security",
    .shortTitle = "TLS",
    .reference = "RFC 8446",
    .varying = tlsVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .recognises = recognises,
    .details = details,
    .info = info,
};

} // namespace vethscope
