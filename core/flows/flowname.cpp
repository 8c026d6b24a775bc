#include "core/flows/flowname.h"

#include "core/bytes/mixinghash.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace vethscope {
namespace {

// What is met most stands first; the parts of one header stand beside each other.
constexpr auto flowParts = std::to_array<FlowNamer::Part>({
    {&protocols::ethernet, 0, 8, true},
    {&protocols::ethernet, 8, 6, true},
    {&protocols::ipv4, 12, 8}, // both addresses
    {&protocols::ipv4, 9, 1},  // its protocol
    {&protocols::tcp, 0, 4},
    {&protocols::udp, 0, 4},
    {&protocols::vxlan, 0, 8, true},
    {&protocols::ipv6, 6, 1},
    {&protocols::ipv6, 8, 8},
    {&protocols::ipv6, 16, 8},
    {&protocols::ipv6, 24, 8},
    {&protocols::ipv6, 32, 8},
    {&protocols::geneve, 2, 5}, // who is inside, and the VNI
    {&protocols::vxlanGpe, 0, 8, true},
    {&protocols::vlan, 0, 4, true},
    {&protocols::gre, 0, 4},
    {&protocols::icmp, 0, 2},
    {&protocols::icmpv6, 0, 2},
    {&protocols::sctp, 0, 4},
    {&protocols::esp, 0, 4},
});

std::span<const FlowNamer::Part> allPartsOf(const Protocol *protocol)
{
    const auto first = std::ranges::find(flowParts, protocol, &FlowNamer::Part::protocol);
    return {first, std::ranges::find_if(first, flowParts.end(), [&](const FlowNamer::Part &part) { return part.protocol != protocol; })};
}

constexpr std::size_t randomNumbers = 2 * 256 + 4;

// Made before anything runs: whoever names flows asks them for every word.
const std::array<std::uint32_t, randomNumbers> secret = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    std::array<std::uint32_t, randomNumbers> made{};
    seed.generate(made.begin(), made.end());
    return made;
}();

std::uint64_t wordOf(Bytes bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), bytes.size());
    return word;
}

} // namespace

bool isSameInFlow(const FieldRef &ref)
{
    if (ref.varies() || ref.stateful() || ref.field->silent)
        return false;
    if (ref.protocol == &protocols::arp)
        return true; // nameOf() takes all of its header
    const BitRange place = ref.field->place;
    if (ref.protocol == &protocols::ipv6) // its addresses are in two parts each
        return (place == bits(64, 128) || place == bits(192, 128)) && !ref.field->present;
    return std::ranges::any_of(allPartsOf(ref.protocol), [&](const FlowNamer::Part &part) {
        const BitRange own = part.isWhole ? bits(0, ref.protocol->headerSize * 8) : bits(part.begin * std::size_t{8}, part.size * std::size_t{8});
        return own.contains(place) && (part.isWhole || !ref.field->present);
    });
}

std::span<const FlowNamer::Part> FlowNamer::partsOf(const Protocol *protocol, std::size_t place)
{
    Known &known = m_known[place % remembered];
    if (known.protocol != protocol)
        known = {protocol, allPartsOf(protocol)};
    return known.parts;
}

// Both lanes have other numbers at each place.
void FlowNamer::add(std::uint64_t word)
{
    const auto low = static_cast<std::uint32_t>(word), high = static_cast<std::uint32_t>(word >> 32);
    const std::uint32_t *const number = secret.data() + 2 * std::min(m_words, mostWords - 1);
    m_sum.first += std::uint64_t{low + number[0]} * (high + number[1]);
    m_sum.second += std::uint64_t{low + number[2]} * (high + number[3]);
    ++m_words;
}

void FlowNamer::addLayer(const Layer &layer)
{
    add(reinterpret_cast<std::uintptr_t>(layer.protocol));
    add(std::uint64_t{layer.depth} << 2 | (layer.tunnel ? 2u : 0u) | (layer.quoted ? 1u : 0u));
}

void FlowNamer::addWhatIsThere(Bytes bytes)
{
    add(bytes.size());
    for (; !bytes.empty() && m_words < mostWords; bytes = bytes.subspan(std::min<std::size_t>(8, bytes.size())))
        add(wordOf(bytes.first(std::min<std::size_t>(8, bytes.size()))));
    m_words += bytes.size(); // too many
}

std::optional<FlowName> FlowNamer::nameOf(const Frame &frame, const Dissection &packet, std::uint32_t interface)
{
    m_sum = {};
    m_words = 0;
    add(std::uint64_t{interface} << 8 | static_cast<std::uint8_t>(packet.depth()));
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const Layer &layer = packet[i];
        addLayer(layer);
        const Bytes header = frame.bytes.subspan(layer.offset, layer.size);
        if (layer.protocol == &protocols::arp) { // whose addresses may be of any size
            addWhatIsThere(header);
            continue;
        }
        for (const Part &part : partsOf(layer.protocol, i)) {
            if (header.size() < part.begin + part.size)
                return std::nullopt;
            add(wordOf(header.subspan(part.begin, part.size)));
        }
    }
    if (const auto cut = packet.cutHeader()) {
        add(0); // no header's
        addLayer(*cut);
        addWhatIsThere(frame.bytes.subspan(cut->offset, cut->size));
    }
    const std::size_t words = m_words;
    add(words);
    if (words >= mostWords)
        return std::nullopt;
    return FlowName{MixingHash{m_sum.first}.value(), MixingHash{m_sum.second}.value()}; // sums of products have poor lower bits
}

} // namespace vethscope
