#include "core/protocols/sctp_fields.h"

#include "core/protocols/field_cursor.h"

// The parts of an SCTP packet: user data, acknowledgements, and all that opens and closes an association.
// RFC 9260, section 3.3; message interleaving RFC 8260; partial reliability RFC 3758.

namespace vethscope {
namespace {

constexpr auto &fields = sctpVaryingFields;

enum Chunk : std::uint8_t {
    Data = 0,
    Init = 1,
    InitAck = 2,
    Sack = 3,
    Heartbeat = 4,
    HeartbeatAck = 5,
    Abort = 6,
    Shutdown = 7,
    Error = 9,
    CookieEcho = 10,
    EcnEcho = 12,
    WindowReduced = 13,
    ShutdownComplete = 14,
    InterleavedData = 64,
    ForwardTsn = 192,
};

constexpr std::size_t padded(std::size_t size)
{
    return (size + 3) / 4 * 4;
}

void addFlag(FieldCursor &chunk, const Field &field, std::size_t bit)
{
    chunk.details().add(field, chunk.bytes(), bits((chunk.at() + 1) * 8 + bit, 1));
}

void addParameterValue(FieldCursor value, std::uint64_t type)
{
    switch (type) {
    case 0x1: return value.rest(named(fields, "parameter_heartbeat_information"));
    case 0x5: value.add(named(fields, "parameter_ipv4_address"), 4); return;
    case 0x6: value.add(named(fields, "parameter_ipv6_address"), 16); return;
    case 0x7: return value.rest(named(fields, "parameter_state_cookie"));
    case 0x9: value.add(named(fields, "parameter_cookie_preservative_incr"), 4); return;
    case 0xc:
        while (value)
            value.add(named(fields, "parameter_supported_address_type"), 2);
        return;
    case 0x8008:
        while (value)
            value.add(named(fields, "supported_chunk_type"), 1);
        return;
    case 0xc006: value.add(named(fields, "adaptation_layer_indication"), 4); return;
    default: return;
    }
}

void addParameters(FieldCursor chunk)
{
    Details &details = chunk.details();
    while (chunk.left() >= 4) {
        const std::size_t at = chunk.at();
        const std::size_t length = std::max<std::size_t>(chunk.peek(4) & 0xffff, 4);
        FieldCursor parameter = chunk.within(length);
        const std::uint64_t type = parameter.number(named(fields, "parameter_type"), 2);
        const auto below = details.below();
        details.add(named(fields, "parameter_bit_1"), chunk.bytes(), bits(at * 8, 1));
        details.add(named(fields, "parameter_bit_2"), chunk.bytes(), bits(at * 8 + 1, 1));
        parameter.add(named(fields, "parameter_length"), 2);
        addParameterValue(parameter, type);
        if (const std::size_t padding = std::min(padded(length) - length, chunk.left()); padding > 0)
            chunk.add(named(fields, "parameter_padding"), padding);
    }
}

void addCauses(FieldCursor chunk)
{
    Details &details = chunk.details();
    while (chunk.left() >= 4) {
        const std::size_t length = std::max<std::size_t>(chunk.peek(4) & 0xffff, 4);
        FieldCursor cause = chunk.within(length);
        cause.add(named(fields, "cause_code"), 2);
        const auto below = details.below();
        cause.add(named(fields, "cause_length"), 2);
        cause.rest(named(fields, "cause_information"));
        if (const std::size_t padding = std::min(padded(length) - length, chunk.left()); padding > 0)
            chunk.add(named(fields, "cause_padding"), padding);
    }
}

void addUserData(FieldCursor chunk, bool interleaved)
{
    chunk.add(named(fields, "data_tsn_raw"), 4);
    chunk.add(named(fields, "data_sid"), 2);
    if (interleaved) {
        chunk.skip(2);
        chunk.add(named(fields, "data_mid"), 4);
    } else {
        chunk.add(named(fields, "data_ssn"), 2);
    }
    chunk.add(named(fields, "data_payload_proto_id"), 4);
    if (chunk)
        chunk.details().text(chunk.details().format("User data, {} bytes", chunk.left()), octets(chunk.at(), chunk.left()));
}

// The name that both kinds of chunk share.
void addInitiateTag(const FieldCursor &chunk)
{
    if (chunk.left() >= 4)
        chunk.details().add(named(fields, "initiate_tag"), octets(chunk.at(), 4), chunk.peek(4));
}

void addInit(FieldCursor chunk)
{
    addInitiateTag(chunk);
    chunk.add(named(fields, "init_initiate_tag"), 4);
    chunk.add(named(fields, "init_credit"), 4);
    chunk.add(named(fields, "init_nr_out_streams"), 2);
    chunk.add(named(fields, "init_nr_in_streams"), 2);
    chunk.add(named(fields, "init_initial_tsn"), 4);
    addParameters(chunk);
}

void addInitAck(FieldCursor chunk)
{
    addInitiateTag(chunk);
    chunk.add(named(fields, "initack_initiate_tag"), 4);
    chunk.add(named(fields, "initack_credit"), 4);
    chunk.add(named(fields, "initack_nr_out_streams"), 2);
    chunk.add(named(fields, "initack_nr_in_streams"), 2);
    chunk.add(named(fields, "initack_initial_tsn"), 4);
    addParameters(chunk);
}

void addSack(FieldCursor chunk)
{
    chunk.add(named(fields, "sack_cumulative_tsn_ack_raw"), 4);
    chunk.add(named(fields, "sack_a_rwnd"), 4);
    const std::uint64_t gaps = chunk.number(named(fields, "sack_number_of_gap_blocks"), 2);
    std::uint64_t duplicates = chunk.number(named(fields, "sack_number_of_duplicated_tsns"), 2);
    for (std::uint64_t i = 0; i < gaps && chunk; ++i) {
        chunk.add(named(fields, "sack_gap_block_start"), 2);
        chunk.add(named(fields, "sack_gap_block_end"), 2);
    }
    for (; duplicates > 0 && chunk; --duplicates)
        chunk.add(named(fields, "sack_duplicate_tsn"), 4);
}

void addFlags(FieldCursor &chunk, std::uint64_t type)
{
    switch (type) {
    case Data:
    case InterleavedData:
        addFlag(chunk, named(fields, "data_i_bit"), 4);
        addFlag(chunk, named(fields, "data_u_bit"), 5);
        addFlag(chunk, named(fields, "data_b_bit"), 6);
        addFlag(chunk, named(fields, "data_e_bit"), 7);
        return;
    case Sack: return addFlag(chunk, named(fields, "sack_nounce_sum"), 7);
    case Abort: return addFlag(chunk, named(fields, "abort_t_bit"), 7);
    case ShutdownComplete: return addFlag(chunk, named(fields, "shutdown_complete_t_bit"), 7);
    default: return;
    }
}

void addValue(FieldCursor chunk, std::uint64_t type)
{
    switch (type) {
    case Data: return addUserData(chunk, false);
    case InterleavedData: return addUserData(chunk, true);
    case Init: return addInit(chunk);
    case InitAck: return addInitAck(chunk);
    case Sack: return addSack(chunk);
    case Heartbeat:
    case HeartbeatAck: return addParameters(chunk);
    case Abort:
    case Error: return addCauses(chunk);
    case Shutdown: chunk.add(named(fields, "shutdown_cumulative_tsn_ack"), 4); return;
    case CookieEcho: return chunk.rest(named(fields, "cookie"));
    case EcnEcho: chunk.add(named(fields, "ecne_lowest_tsn"), 4); return;
    case WindowReduced: chunk.add(named(fields, "cwr_lowest_tsn"), 4); return;
    case ForwardTsn: chunk.add(named(fields, "forward_tsn_tsn"), 4); return;
    default: return;
    }
}

} // namespace

void addSctpChunks(Details &details, Bytes packet, std::size_t begin)
{
    constexpr std::size_t chunkHeader = 4;
    for (FieldCursor rest(details, packet, begin, packet.size()); rest.left() >= chunkHeader;) {
        const std::size_t at = rest.at();
        const std::size_t length = rest.peek(chunkHeader) & 0xffff;
        if (length < chunkHeader || length > rest.left())
            details.note(Severity::Error, Sentence::of("a chunk at byte {} says {} bytes, which its packet does not have", at, length),
                         octets(at, rest.left()));
        FieldCursor chunk = rest.within(std::max(length, chunkHeader));
        const std::uint64_t type = chunk.peek(1);
        details.add(named(fields, "chunk_type"), packet, octets(at, 1));
        const auto below = details.below();
        details.add(named(fields, "chunk_bit_1"), packet, bits(at * 8, 1));
        details.add(named(fields, "chunk_bit_2"), packet, bits(at * 8 + 1, 1));
        details.add(named(fields, "chunk_flags"), packet, octets(at + 1, 1));
        addFlags(chunk, type);
        details.add(named(fields, "chunk_length"), packet, octets(at + 2, 2));
        if (length < chunkHeader)
            return;
        chunk.skip(chunkHeader);
        addValue(chunk, type);
        if (const std::size_t padding = std::min(padded(length) - length, rest.left()); padding > 0)
            rest.add(named(fields, "chunk_padding"), padding);
    }
}

} // namespace vethscope
