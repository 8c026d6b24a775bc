#include "core/diagnose/kernelwords.h"

#include "core/address/ipprotocol.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

// What kernels themselves told of drops (pwru, retis, nft, dropwatch) beside what faults make of the case.

namespace vethscope::diagnose {
namespace {

using testimony::Mark;

constexpr std::size_t wordsShown = 5; // of one finding, and of alike drops: the first

// dropwatch tells of nothing else, also where it has no reason.
bool isDrop(const testimony::Record &record)
{
    return !record.reason.empty() || record.tool == "dropwatch";
}

// Kernels before 5.17, and many places in newer ones, name no reason.
bool agrees(std::string_view told, std::string_view foretold)
{
    return told.empty() || foretold.empty() || told == "NOT_SPECIFIED" || told == foretold;
}

// How the packet was to end by what hosts printed: as its journey tells, else as its addresses do; nothing where it was not to end.
std::optional<path::Ending> foretoldEnd(const Case &about, const Mark &mark)
{
    if (mark.journey)
        return about.traffic()->outcomes()[*mark.journey].drop;
    const testimony::ToldPacket &packet = mark.record->packet;
    if (about.nodes().empty())
        return std::nullopt;
    const std::vector<path::Path> ways = about.waysBetween(*packet.source, *packet.destination, packet.protocol.value_or(ipprotocol::tcp), packet.destinationPort);
    const bool isSure = ways.size() == 1 && verdictOf(ways.front().ending.disposition) == path::Verdict::Dropped;
    return isSure ? std::optional(ways.front().ending) : std::nullopt;
}

bool isOn(const Finding &finding, const std::string &node)
{
    return node.empty() || std::ranges::find(finding.subject.nodes, node) != finding.subject.nodes.end() || std::ranges::find(finding.alsoOf, node) != finding.alsoOf.end();
}

// What one drop is held against.
struct HeldDrop {
    std::size_t place = 0; // among the marks
    std::optional<path::Ending> end{};
    std::vector<std::uint32_t> rows{}; // of its packet

    // `cited`: the finding's frames in order.
    bool isOf(const Finding &finding, const std::vector<std::uint32_t> &cited, const testimony::Record &record) const
    {
        if (!isOn(finding, record.node))
            return false;
        const bool isForetold = end && std::ranges::any_of(end->evidence, [&](const Evidence &line) { return line.source && std::ranges::find(finding.proof.lines, line) != finding.proof.lines.end(); });
        const bool isCited = std::ranges::any_of(rows, [&](std::uint32_t row) { return std::ranges::binary_search(cited, row); });
        return (isForetold || isCited) && (!end || agrees(record.reason, end->kernelReason));
    }
};

std::vector<HeldDrop> heldDrops(const Case &about)
{
    std::map<std::string, std::optional<path::Ending>> ends; // of packets without journey, by what is told of them
    std::vector<HeldDrop> drops;
    for (std::size_t place = 0; place < about.marks().size(); ++place) {
        const Mark &mark = about.marks()[place];
        const bool hasArrived = mark.journey && about.traffic()->outcomes()[*mark.journey].kind == journey::Outcome::Kind::Delivered;
        if (!isDrop(*mark.record) || hasArrived)
            continue;
        HeldDrop drop{place};
        const testimony::ToldPacket &packet = mark.record->packet;
        if (mark.journey) {
            drop.end = foretoldEnd(about, mark);
            for (const journey::JourneyHop &hop : about.traffic()->journeys().all[*mark.journey].hops)
                drop.rows.insert(drop.rows.end(), hop.rows.begin(), hop.rows.end());
        } else if (packet.hasAddresses()) {
            const std::string key = packet.source->text() + ' ' + packet.destination->text() + ' ' + std::to_string(packet.protocol.value_or(6)) + ' ' + std::to_string(packet.destinationPort.value_or(0));
            const auto [known, isNew] = ends.try_emplace(key);
            if (isNew)
                known->second = foretoldEnd(about, mark);
            drop.end = known->second;
        }
        drops.push_back(std::move(drop));
    }
    return drops;
}

} // namespace

void addKernelWords(const Case &about, Findings &findings)
{
    const std::vector<HeldDrop> drops = heldDrops(about);
    if (drops.empty())
        return;
    for (Finding &finding : findings) {
        std::vector<std::uint32_t> cited = finding.proof.frames;
        std::ranges::sort(cited);
        for (const HeldDrop &drop : drops)
            if (drop.isOf(finding, cited, *about.marks()[drop.place].record))
                finding.told.push_back(drop.place);
    }
}

void citeKernelWords(const Case &about, Finding &finding)
{
    for (std::size_t i = 0; i < finding.told.size() && i < wordsShown; ++i)
        finding.proof.add(about.marks()[finding.told[i]].record->evidence);
}

std::vector<ToldDrops> unexplainedDrops(const Case &about, const Findings &findings)
{
    std::set<std::size_t> explained;
    for (const Finding &finding : findings)
        if (!finding.isSymptom)
            explained.insert(finding.told.begin(), finding.told.end());
    std::vector<ToldDrops> drops;
    for (std::size_t place = 0; place < about.marks().size(); ++place) {
        const Mark &mark = about.marks()[place];
        const testimony::Record &record = *mark.record;
        if (!isDrop(record) || explained.contains(place))
            continue;
        auto alike = std::ranges::find_if(drops, [&](const ToldDrops &one) { return one.node == record.node && one.tool == record.tool && one.function == record.function && one.reason == record.reason; });
        if (alike == drops.end())
            alike = drops.insert(drops.end(), {record.node, record.tool, record.function, record.reason});
        alike->packets += record.count;
        if (alike->proof.lines.size() < wordsShown)
            alike->proof.add(record.evidence);
        if (mark.journey && alike->proof.frames.size() < wordsShown)
            alike->proof.addFrame(about.traffic()->journeys().all[*mark.journey].hops.back().rows.front());
    }
    std::ranges::stable_sort(drops, std::ranges::greater(), &ToldDrops::packets);
    return drops;
}

} // namespace vethscope::diagnose
