#include "core/protocols/stp_instances.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t lengthSize = 2;
constexpr std::size_t nameSize = 32;
constexpr std::size_t identifierSize = 51; // selector, name, revision, digest
constexpr std::size_t regionSize = identifierSize + 13; // and the CIST's cost, bridge and hops
constexpr std::size_t instanceSize = 16;

constexpr auto &fields = stpVaryingFields;

void addIdentifier(Details &details, Bytes bpdu, std::size_t at)
{
    details.add(named(fields, "mstp.config_format_selector"), bpdu, octets(at, 1));
    const std::string_view name = asText(bpdu.subspan(at + 1, nameSize));
    details.add(named(fields, "mstp.config_name"), octets(at + 1, nameSize), name.substr(0, name.find('\0')));
    details.add(named(fields, "mstp.config_revision_level"), bpdu, octets(at + 33, 2));
    details.add(named(fields, "mstp.config_digest"), bpdu, octets(at + 35, 16));
}

void addRegion(Details &details, Bytes bpdu, std::size_t at)
{
    addIdentifier(details, bpdu, at);
    details.add(named(fields, "mstp.cist_internal_root_path_cost"), bpdu, octets(at + 51, 4));
    details.add(named(fields, "mstp.cist_bridge.prio"), bpdu, bits((at + 55) * 8, 4));
    details.add(named(fields, "mstp.cist_bridge.ext"), bpdu, bits((at + 55) * 8 + 4, 12));
    details.add(named(fields, "mstp.cist_bridge.hw"), bpdu, octets(at + 57, 6));
    details.add(named(fields, "mstp.cist_remaining_hops"), bpdu, octets(at + 63, 1));
}

void addInstance(Details &details, Bytes bpdu, std::size_t at)
{
    const std::size_t bit = at * 8;
    details.add(named(fields, "mstp.msti.flags"), bpdu, octets(at, 1));
    const auto below = details.below();
    details.add(named(fields, "flags.tcack"), bpdu, bits(bit, 1));
    details.add(named(fields, "flags.agreement"), bpdu, bits(bit + 1, 1));
    details.add(named(fields, "flags.forwarding"), bpdu, bits(bit + 2, 1));
    details.add(named(fields, "flags.learning"), bpdu, bits(bit + 3, 1));
    details.add(named(fields, "flags.port_role"), bpdu, bits(bit + 4, 2));
    details.add(named(fields, "flags.proposal"), bpdu, bits(bit + 6, 1));
    details.add(named(fields, "flags.tc"), bpdu, bits(bit + 7, 1));
    details.add(named(fields, "mstp.msti.priority"), bpdu, bits(bit + 8, 4));
    details.add(named(fields, "mstp.msti.msti_id"), bpdu, bits(bit + 12, 12));
    details.add(named(fields, "mstp.msti.root.hw"), bpdu, octets(at + 3, 6));
    details.add(named(fields, "mstp.msti.root_cost"), bpdu, octets(at + 9, 4));
    details.add(named(fields, "mstp.msti.bridge_priority"), bpdu, bits(bit + 104, 4));
    details.add(named(fields, "mstp.msti.port_priority"), bpdu, bits(bit + 112, 4));
    details.add(named(fields, "mstp.msti.remaining_hops"), bpdu, octets(at + 15, 1));
}

// Shortest Path Bridging: what both neighbours have agreed on.
void addAgreement(Details &details, Bytes bpdu, std::size_t at)
{
    if (at + lengthSize + identifierSize + 1 > bpdu.size())
        return;
    details.add(named(fields, "mstp.version_4_length"), bpdu, octets(at, lengthSize));
    const auto below = details.below();
    addIdentifier(details, bpdu, at + lengthSize);
    const std::size_t flags = (at + lengthSize + identifierSize) * 8;
    details.add(named(fields, "mstp.agree_flags.agreement_num"), bpdu, bits(flags + 6, 2));
    details.add(named(fields, "mstp.agree_flags.dagreement_num"), bpdu, bits(flags + 4, 2));
    details.add(named(fields, "mstp.agree_flags.agreement_valid"), bpdu, bits(flags + 3, 1));
    details.add(named(fields, "mstp.agree_flags.rest_role"), bpdu, bits(flags + 2, 1));
}

} // namespace

void addStpInstances(Details &details, Bytes bpdu, std::size_t at)
{
    if (at + lengthSize > bpdu.size())
        return;
    const std::size_t length = read16(bpdu, at);
    const std::size_t begin = at + lengthSize;
    std::size_t end = begin + length;
    details.add(named(fields, "mstp.version_3_length"), bpdu, octets(at, lengthSize));
    if (length < regionSize || end > bpdu.size()) {
        details.note(Severity::Warning, Sentence::of("version 3 length says {} bytes; {} are here", length, bpdu.size() - begin),
                     octets(at, lengthSize));
        end = bpdu.size();
    }
    if (end - begin < regionSize)
        return;
    {
        const auto below = details.below();
        addRegion(details, bpdu, begin);
        for (std::size_t instance = begin + regionSize; instance + instanceSize <= end; instance += instanceSize)
            addInstance(details, bpdu, instance);
    }
    constexpr std::uint8_t shortestPath = 4;
    if (byteAt(bpdu, 2) >= shortestPath)
        addAgreement(details, bpdu, end);
}

void addStpVlan(Details &details, Bytes bpdu, std::size_t at)
{
    constexpr std::size_t tlvSize = 6;
    if (at + tlvSize > bpdu.size())
        return;
    details.add(named(fields, "pvst.tlvtype"), bpdu, octets(at, 2));
    details.add(named(fields, "pvst.tlvlen"), bpdu, octets(at + 2, 2));
    if (read16(bpdu, at) == 0 && read16(bpdu, at + 2) == 2)
        details.add(named(fields, "pvst.origvlan"), bpdu, octets(at + 4, 2));
}

} // namespace vethscope
