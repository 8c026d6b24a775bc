#include "core/bytes/pcapngoptions.h"
#include "core/protocols/frame_fields.h"

#include <utility>

// The options of a pcapng packet (draft-ietf-opsawg-pcapng, section 4.3), under the names that Wireshark gives them.

namespace vethscope {
namespace {

// A part of the flags word, counted from its lowest bit.
struct FlagsPart {
    const Field &field;
    unsigned shift, width;
};
constexpr auto flagsParts = std::to_array<FlagsPart>({
    {named(frameFields, "packet_flags_direction"), 0, 2},
    {named(frameFields, "packet_flags_reception_type"), 2, 3},
    {named(frameFields, "packet_flags_fcs_length"), 5, 4},
    {named(frameFields, "packet_flags_reserved"), 9, 7},
    {named(frameFields, "packet_flags_crc_error"), 24, 1},
    {named(frameFields, "packet_flags_packet_too_error"), 25, 1},
    {named(frameFields, "packet_flags_packet_too_short_error"), 26, 1},
    {named(frameFields, "packet_flags_wrong_inter_frame_gap_error"), 27, 1},
    {named(frameFields, "packet_flags_unaligned_frame_error"), 28, 1},
    {named(frameFields, "packet_flags_start_frame_delimiter_error"), 29, 1},
    {named(frameFields, "packet_flags_preamble_error"), 30, 1},
    {named(frameFields, "packet_flags_symbol_error"), 31, 1},
});

// Wireshark parts these bytes by blanks.
std::string_view spacedHex(Bytes bytes, Details &details)
{
    TextBuffer text;
    for (const std::byte byte : bytes)
        print(text, "{}{:02x}", text.size() > 0 ? " " : "", std::to_integer<unsigned>(byte));
    return details.keep(viewOf(text));
}

void addFlags(std::uint32_t flags, Details &details)
{
    details.add(named(frameFields, "packet_flags"), {}, std::uint64_t{flags});
    const auto below = details.below();
    for (const FlagsPart &part : flagsParts)
        details.add(part.field, {}, std::uint64_t{flags >> part.shift & ((1u << part.width) - 1)});
}

// One of the frame's verdicts: who decided, and what.
void addVerdict(const PcapngOption &option, bool bigEndian, Details &details)
{
    const std::uint8_t kind = byteAt(option.value, 0);
    const Bytes said = option.value.subspan(1);
    if (kind == epb::byHardware)
        return details.add(named(frameFields, "verdict.hw"), {}, spacedHex(said, details));
    if (kind != epb::byTrafficControl && kind != epb::byXdp)
        return details.add(named(frameFields, "verdict.unknown"), {}, spacedHex(option.value, details));
    if (said.size() != 8)
        return details.note(Severity::Warning, Sentence::of("a verdict of eBPF has {} bytes, but needs {}", said.size(), 8));
    details.add(kind == epb::byXdp ? named(frameFields, "verdict.ebpf_xdp") : named(frameFields, "verdict.ebpf_tc"), {}, readOrdered<std::uint64_t>(said, 0, bigEndian));
}

struct NumberOption {
    std::uint16_t code;
    std::size_t size;
    const Field &field;
};
constexpr auto numberOptions = std::to_array<NumberOption>({
    {epb::queue, 4, named(frameFields, "interface_queue")},
    {epb::flags, 4, named(frameFields, "packet_flags")},
    {epb::packetId, 8, named(frameFields, "packet_id")},
    {epb::dropCount, 8, named(frameFields, "drop_count")},
});

void addNumber(const NumberOption &known, const PcapngOption &option, bool bigEndian, Details &details)
{
    if (option.value.size() != known.size)
        return details.note(Severity::Warning, Sentence::of("a packet's option {} has {} bytes, but needs {}", option.code, option.value.size(), known.size));
    const std::uint64_t number = known.size == 4 ? readOrdered<std::uint32_t>(option.value, 0, bigEndian) : readOrdered<std::uint64_t>(option.value, 0, bigEndian);
    if (known.code == epb::flags)
        return addFlags(static_cast<std::uint32_t>(number), details);
    details.add(known.field, {}, number);
}

} // namespace

void addFrameOptions(const Frame &frame, Details &details)
{
    const PcapngOptions options(frame.options, frame.bigEndianOptions);
    for (const NumberOption &known : numberOptions)
        for (const PcapngOption &option : options)
            if (option.code == known.code)
                addNumber(known, option, frame.bigEndianOptions, details);
    bool isFirst = true;
    for (const PcapngOption &option : options) {
        if (option.code != epb::verdict || option.value.empty())
            continue;
        if (std::exchange(isFirst, false))
            details.add(named(frameFields, "verdict"), {}, std::string_view());
        const auto below = details.below();
        addVerdict(option, frame.bigEndianOptions, details);
    }
}

} // namespace vethscope
