#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// A switch tells a collector of one frame in thousands: how it came in and went out, and its first bytes. These are a frame
// spoken of, not one that travels. sFlow version 5, sflow.org, section 5.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;
constexpr std::uint32_t known = 5;
constexpr std::uint32_t ipv4Agent = 1;
constexpr std::uint32_t ipv6Agent = 2;

constexpr auto agentTypes = std::to_array<ValueName>({{ipv4Agent, "IPv4"}, {ipv6Agent, "IPv6"}});

constexpr auto fields = std::to_array<Field>({
    whole({"sflow_245.version",   "Datagram version",   bits(0, 32),  Show::Decimal}),
    whole({"sflow_245.agenttype", "Agent address type", bits(32, 32), Show::Decimal, agentTypes}),
});
static_assert(tiles(fields, headerSize));

enum Sample : std::uint32_t { Flow = 1, Counters = 2, ExpandedFlow = 3, ExpandedCounters = 4 };

constexpr auto sampleTypes = std::to_array<ValueName>({
    {Flow, "Flow sample"}, {Counters, "Counters sample"}, {ExpandedFlow, "Expanded flow sample"}, {ExpandedCounters, "Expanded counters sample"},
});
constexpr auto headerProtocols = std::to_array<ValueName>({
    {1, "Ethernet"}, {2, "Token Bus"}, {3, "Token Ring"}, {4, "FDDI"}, {5, "Frame Relay"}, {6, "X.25"}, {7, "PPP"}, {8, "SMDS"}, {9, "ATM AAL5"},
    {10, "ATM AAL5-IP (e.g., Cisco AAL5 mux)"}, {11, "IPv4"}, {12, "IPv6"}, {13, "MPLS"}, {14, "POS"},
});
constexpr auto outputFormats = std::to_array<ValueName>({{0, "single interface"}, {1, "discarded"}, {2, "multiple interfaces"}});
constexpr std::uint32_t rawHeader = 1;

constexpr auto varyingFields = std::to_array<Field>({
    whole(varying("sflow_245.agent",                     "Agent address",          Show::Ipv4)),
    whole(varying("sflow_245.agent.v6",                  "Agent address",          Show::Ipv6)),
    whole(varying("sflow_245.sub_agent_id",              "Sub-agent ID",           Show::Decimal)),
    whole(varying("sflow_245.sequence_number",           "Sequence number",        Show::Decimal)),
    whole(varying("sflow_245.sysuptime",                 "SysUptime (ms)",         Show::Decimal)),
    whole(varying("sflow_245.numsamples",                "NumSamples",             Show::Decimal)),
    whole(varying("sflow.enterprise",                    "Enterprise",             Show::Decimal)),
    whole(varying("sflow_245.sampletype",                "sFlow sample type",      Show::Decimal, sampleTypes)),
    whole(varying("sflow_5.sample_length",               "Sample length (byte)",   Show::Decimal)),
    varying("flow_sample.sequence_number",               "Sequence number",        Show::Decimal),
    varying("flow_sample.sampling_rate",                 "Sampling rate",          Show::Decimal),
    varying("flow_sample.sample_pool",                   "Sample pool",            Show::Decimal),
    varying("flow_sample.dropped_packets",               "Dropped packets",        Show::Decimal),
    varying("flow_sample.input_interface",               "Input interface (ifIndex)", Show::Decimal),
    varying("flow_sample.input_interface_value",         "Input interface value",  Show::Decimal),
    varying("flow_sample.output_interface",              "Output interface",       Show::Hexadecimal),
    varying("flow_sample.output_interface_format",       "Output interface format", Show::Decimal, outputFormats),
    varying("flow_sample.output_interface_value",        "Output interface value", Show::Decimal),
    varying("flow_sample.flow_record",                   "Flow record",            Show::Decimal),
    varying("counters_sample.sequence_number",           "Sequence number",        Show::Decimal),
    varying("counters_sample.counters_records",          "Counters records",       Show::Decimal),
    whole(varying("sflow_245.flow_record_format",        "Format",                 Show::Decimal)),
    whole(varying("sflow_245.counters_record_format",    "Format",                 Show::Decimal)),
    whole(varying("sflow_5.flow_data_length",            "Flow data length (byte)", Show::Decimal)),
    whole(varying("sflow_245.header_protocol",           "Header protocol",        Show::Decimal, headerProtocols)),
    whole(varying("sflow_245.header.frame_length",       "Frame Length",           Show::Decimal)),
    whole(varying("sflow_245.header.payload_stripped",   "Payload stripped",       Show::Decimal)),
    whole(varying("sflow_245.header.sampled_header_length", "Sampled header length", Show::Decimal)),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 6343}});

// Versions 2 and 4 are told, not read. Other programs use the port too.
bool accepts(Bytes bytes)
{
    if (bytes.size() < 4)
        return true;
    const std::uint32_t version = read32(bytes, 0);
    return version == 2 || version == 4 || version == known;
}

/// A part of the datagram that begins with its kind and its length: a sample, or a record within one.
struct Part {
    static constexpr std::size_t prefix = 8;

    std::size_t at = 0;
    std::size_t end = 0; // of what is there of it
    std::uint32_t kind = 0;
    std::size_t body() const { return at + prefix; }
    bool isStandard(std::uint32_t format) const { return kind == format; } // the enterprise above it is 0
};

std::optional<Part> partAt(Bytes bytes, std::size_t at, std::size_t end)
{
    if (at + Part::prefix > end)
        return std::nullopt;
    const std::size_t length = read32(bytes, at + 4);
    return Part{at, at + Part::prefix + std::min(length, end - at - Part::prefix), read32(bytes, at)};
}

std::size_t samplesAt(Bytes bytes)
{
    constexpr std::size_t counters = 16; // sub-agent, sequence number, uptime, number of samples
    return headerSize + (read32(bytes, 4) == ipv6Agent ? 16 : 4) + counters;
}

// Where the records of a flow sample begin, behind their number.
std::size_t recordsAt(const Part &sample)
{
    return sample.body() + (sample.isStandard(ExpandedFlow) ? 44 : 32);
}

bool isFlow(const Part &sample)
{
    return sample.isStandard(Flow) || sample.isStandard(ExpandedFlow);
}

/// The first bytes of a frame, as a sample has them.
struct SampledHeader {
    std::uint32_t protocol;
    std::size_t at;
    std::size_t size;
};

std::optional<SampledHeader> sampledHeader(Bytes bytes, const Part &record)
{
    constexpr std::size_t prefix = 16;
    if (!record.isStandard(rawHeader) || record.body() + prefix > record.end)
        return std::nullopt;
    const std::size_t at = record.body() + prefix;
    return SampledHeader{read32(bytes, record.body()), at, std::min<std::size_t>(read32(bytes, at - 4), record.end - at)};
}

// Calls `take` with the headers in the datagram until it says that it has enough.
template <typename Take>
void forEachSampledHeader(Bytes bytes, Take take)
{
    for (auto sample = partAt(bytes, samplesAt(bytes), bytes.size()); sample; sample = partAt(bytes, sample->end, bytes.size()))
        for (auto record = isFlow(*sample) ? partAt(bytes, recordsAt(*sample), sample->end) : std::nullopt; record;
             record = partAt(bytes, record->end, sample->end))
            if (const auto header = sampledHeader(bytes, *record); header && take(*header))
                return;
}

const Protocol *protocolOf(std::uint32_t number)
{
    switch (number) {
    case 1: return &protocols::ethernet;
    case 4: return &protocols::fddi;
    case 5: return &protocols::frameRelay;
    case 7:
    case 14: return &protocols::ppp;
    case 11: return &protocols::ipv4;
    case 12: return &protocols::ipv6;
    case 13: return &protocols::mpls;
    default: return nullptr;
    }
}

// The first sampled frame follows; what stands behind it belongs to the datagram.
Dissected dissect(Bytes bytes)
{
    if (read32(bytes, 0) != known)
        return Step{.size = headerSize};
    if (bytes.size() < samplesAt(bytes))
        return std::unexpected(Damage::tooShort(samplesAt(bytes), bytes.size()));
    Step step{.size = bytes.size(), .carries = false};
    forEachSampledHeader(bytes, [&](const SampledHeader &header) {
        const Protocol *next = protocolOf(header.protocol);
        if (next && header.size > 0)
            step = {.size = header.at, .next = next, .payload = header.size, .boundary = Boundary::Quote};
        return next != nullptr;
    });
    return step;
}

// A sampled frame that went out through no interface, or through several, has the reason or their number instead of one.
void addOutput(FieldCursor &sample)
{
    if (sample.left() < 4)
        return;
    const std::size_t bit = sample.at() * 8;
    sample.add(named(varyingFields, "flow_sample.output_interface"), 4);
    const auto branch = sample.details().below();
    sample.details().add(named(varyingFields, "flow_sample.output_interface_format"), sample.bytes(), bits(bit, 2));
    sample.details().add(named(varyingFields, "flow_sample.output_interface_value"), sample.bytes(), bits(bit + 2, 30));
}

void addInterfaces(FieldCursor &sample, bool expanded)
{
    if (!expanded) {
        sample.add(named(varyingFields, "flow_sample.input_interface"), 4);
        addOutput(sample);
        return;
    }
    sample.skip(4); // a format, twice
    sample.add(named(varyingFields, "flow_sample.input_interface_value"), 4);
    sample.skip(4);
    sample.add(named(varyingFields, "flow_sample.output_interface_value"), 4);
}

void addSampledHeader(Details &details, Bytes bytes, const Part &record)
{
    FieldCursor header(details, bytes, record.body(), record.end);
    header.add(named(varyingFields, "sflow_245.header_protocol"), 4);
    header.add(named(varyingFields, "sflow_245.header.frame_length"), 4);
    header.add(named(varyingFields, "sflow_245.header.payload_stripped"), 4);
    header.add(named(varyingFields, "sflow_245.header.sampled_header_length"), 4);
}

// Whose format it is, which, and how long it is.
void addKind(Details &details, Bytes bytes, const Part &part, const Field &format, const Field &length)
{
    details.add(named(varyingFields, "sflow.enterprise"), octets(part.at, 4), part.kind >> 12);
    details.add(format, octets(part.at, 4), part.kind & 0xfff);
    details.add(length, bytes, octets(part.at + 4, 4));
}

void addRecords(FieldCursor &sample, const Field &format)
{
    for (auto record = partAt(sample.bytes(), sample.at(), sample.end()); record; record = partAt(sample.bytes(), record->end, sample.end())) {
        sample.details().text("Record", octets(record->at, record->end - record->at));
        const auto below = sample.details().below();
        addKind(sample.details(), sample.bytes(), *record, format, named(varyingFields, "sflow_5.flow_data_length"));
        if (&format == &named(varyingFields, "sflow_245.flow_record_format") && record->isStandard(rawHeader))
            addSampledHeader(sample.details(), sample.bytes(), *record);
    }
}

void addFlow(Details &details, Bytes bytes, const Part &part)
{
    const bool expanded = part.isStandard(ExpandedFlow);
    FieldCursor sample(details, bytes, part.body(), part.end);
    sample.add(named(varyingFields, "flow_sample.sequence_number"), 4);
    sample.skip(expanded ? 8 : 4); // the source
    sample.add(named(varyingFields, "flow_sample.sampling_rate"), 4);
    sample.add(named(varyingFields, "flow_sample.sample_pool"), 4);
    sample.add(named(varyingFields, "flow_sample.dropped_packets"), 4);
    addInterfaces(sample, expanded);
    sample.add(named(varyingFields, "flow_sample.flow_record"), 4);
    addRecords(sample, named(varyingFields, "sflow_245.flow_record_format"));
}

void addCounters(Details &details, Bytes bytes, const Part &part)
{
    FieldCursor sample(details, bytes, part.body(), part.end);
    sample.add(named(varyingFields, "counters_sample.sequence_number"), 4);
    sample.skip(part.isStandard(ExpandedCounters) ? 8 : 4); // the source
    sample.add(named(varyingFields, "counters_sample.counters_records"), 4);
    addRecords(sample, named(varyingFields, "sflow_245.counters_record_format"));
}

void addSample(Details &details, Bytes bytes, const Part &sample)
{
    const std::string_view name = sample.kind >> 12 == 0 ? nameOf(sampleTypes, sample.kind) : std::string_view();
    details.text(name.empty() ? std::string_view("Sample") : name, octets(sample.at, sample.end - sample.at));
    const auto below = details.below();
    addKind(details, bytes, sample, named(varyingFields, "sflow_245.sampletype"), named(varyingFields, "sflow_5.sample_length"));
    if (isFlow(sample))
        addFlow(details, bytes, sample);
    else if (sample.isStandard(Counters) || sample.isStandard(ExpandedCounters))
        addCounters(details, bytes, sample);
}

// The whole datagram: the header of this layer ends where the first sampled frame begins.
Bytes datagramOf(const LayerView &view)
{
    const auto outer = view.outer();
    return outer ? outer->payload() : view.frame().bytes.subspan(view.layer().offset);
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = datagramOf(view);
    if (view.number(named(fields, "sflow_245.version")) != known)
        return details.note(Severity::Warning, Sentence::of("version {} is not known", view.number(named(fields, "sflow_245.version"))),
                            octets(0, 4));
    FieldCursor cursor(details, bytes, headerSize, samplesAt(bytes));
    if (read32(bytes, 4) == ipv6Agent)
        cursor.add(named(varyingFields, "sflow_245.agent.v6"), 16);
    else
        cursor.add(named(varyingFields, "sflow_245.agent"), 4);
    cursor.add(named(varyingFields, "sflow_245.sub_agent_id"), 4);
    cursor.add(named(varyingFields, "sflow_245.sequence_number"), 4);
    cursor.add(named(varyingFields, "sflow_245.sysuptime"), 4);
    cursor.add(named(varyingFields, "sflow_245.numsamples"), 4);
    for (auto sample = partAt(bytes, cursor.at(), bytes.size()); sample; sample = partAt(bytes, sample->end, bytes.size()))
        addSample(details, bytes, *sample);
    std::size_t headers = 0;
    forEachSampledHeader(bytes, [&](const SampledHeader &) {
        ++headers;
        return false;
    });
    if (headers > 1)
        details.note(Severity::Note, Sentence::of("of {} sampled frames, the first that can be read is shown", headers));
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes bytes = datagramOf(view);
    print(out, "V{}", read32(bytes, 0));
    if (read32(bytes, 0) == known && bytes.size() >= samplesAt(bytes))
        print(out, ", seq {}, {} samples", read32(bytes, samplesAt(bytes) - 12), read32(bytes, samplesAt(bytes) - 4));
}

} // namespace

constinit const Protocol protocols::sflow{
    .name = "sflow",
    .title = "InMon sFlow",
    .shortTitle = "sFlow",
    .reference = "sFlow version 5",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .details = details,
    .info = info,
};

} // namespace vethscope
