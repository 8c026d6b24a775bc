#include "core/address/ipprotocol.h"
#include "core/cluster/told.h"
#include "core/kernel/netfilter.h"
#include "core/kernel/onlyone.h"
#include "core/path/walk.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

using kernel::Hook;
using kernel::Passage;

Sentence nameOf(Hook hook)
{
    constexpr auto names = std::to_array<std::string_view>({"PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"});
    return Sentence::verbatim(std::string(names[static_cast<std::size_t>(hook)]));
}

EvidenceList real(const EvidenceList &lines)
{
    EvidenceList list;
    std::ranges::copy_if(lines, std::back_inserter(list), [](const Evidence &line) { return line.source != nullptr; });
    return list;
}

// Passages that come to the same are one.
std::vector<Passage> merged(std::vector<Passage> passages)
{
    std::vector<Passage> distinct;
    for (Passage &passage : passages) {
        const auto same = std::ranges::find_if(distinct, [&](const Passage &other) { return other.packet == passage.packet && other.verdict == passage.verdict; });
        if (same == distinct.end())
            distinct.push_back(std::move(passage));
        else
            same->probability = same->probability && passage.probability ? std::optional(*same->probability + *passage.probability) : std::nullopt;
    }
    return distinct;
}

Doubt doubtOf(const std::vector<Passage> &passages, const std::string &place)
{
    const auto doubtful = std::ranges::find_if(passages, [](const Passage &passage) { return !passage.doubts.empty(); });
    const EvidenceList rule = doubtful == passages.end() ? EvidenceList() : EvidenceList{doubtful->doubts.front()};
    return std::make_shared<Ending>(Ending{Disposition::FactsMissing, Sentence::of("Whether a rule of {} holds cannot be told", place), {}, rule, "nft monitor trace", place});
}

bool isLast(Hook hook)
{
    return hook == Hook::Postrouting || hook == Hook::Input;
}

} // namespace

// Of a node the rules and connections count that nobody printed, of a pod its routes: what the CNI leaves there filters nothing.
void Walk::assumeUnprinted(Trail &trail)
{
    const Place &place = *trail.place;
    if (place.isFilledIn)
        trail.assume(HostTable::Routes, "ip route");
    if (place.isPod())
        return;
    const bool v6 = trail.packet.outer().ip.destination.value.isV6();
    for (const HostTable table : {HostTable::Firewall, HostTable::Connections})
        if (place.net->printed.of(table, v6) != Extent::Whole)
            trail.assume(table, place.net->printed.ask(table, v6));
}

std::vector<Trail> Walk::pass(Trail trail, Hook hook, std::string_view outInterface)
{
    if (!trail.place->rules)
        return kernel::onlyOne(std::move(trail));
    std::vector<Trail> orphans = asOrphans(trail);
    std::vector<Trail> ways = passRules(std::move(trail), hook, outInterface);
    for (Trail &orphan : orphans)
        std::ranges::move(passRules(std::move(orphan), hook, outInterface), std::back_inserter(ways));
    return ways;
}

std::vector<Trail> Walk::passRules(Trail trail, Hook hook, std::string_view outInterface)
{
    beginConnection(trail);
    kernel::Packet packet = trail.packet.seenBy(trail.inInterface);
    packet.connection = trail.connection;
    const bool hasOut = hook == Hook::Forward || hook == Hook::Output || hook == Hook::Postrouting;
    const kernel::Crossing crossing{hook, hasOut ? std::string(outInterface) : std::string(), hook == Hook::Postrouting ? std::optional(trail.nextHop) : std::nullopt};
    auto answer = kernel::passHook(*trail.place->rules, crossing, packet);
    if (!answer.isFound()) {
        std::vector<Trail> ways = passUnprinted(std::move(trail), hook, outInterface);
        if (isLast(hook))
            std::ranges::for_each(ways, [&](Trail &way) { endConnection(way); });
        return ways;
    }
    std::vector<Trail> ways;
    const std::vector<Passage> passages = merged(*std::move(answer.entry));
    Doubt doubt; // the same for all of them
    for (std::size_t i = 0; i < passages.size() && m_paths.size() <= mostBranches; ++i) {
        Trail branch = i + 1 == passages.size() ? std::move(trail) : trail;
        if (passages.size() > 1) {
            branch.because = Sentence::of("way {} of {} through the rules", i + 1, passages.size());
            if (passages[i].isTranslated)
                branch.because = Sentence::of("endpoint {} of {}", i + 1, passages.size());
            branch.probability = branch.probability && passages[i].probability ? std::optional(*branch.probability * *passages[i].probability) : std::nullopt;
            if (!passages[i].probability) {
                if (!doubt)
                    doubt = doubtOf(passages, branch.place->name());
                branch.mayPart(doubt);
            }
        }
        if (passages[i].verdict != kernel::Verdict::Accept) {
            refuse(std::move(branch), passages[i]);
            continue;
        }
        follow(branch, hook, passages[i]);
        if (isLast(hook))
            endConnection(branch);
        ways.push_back(std::move(branch));
    }
    return ways;
}

// The packet as it goes on, and the lines that let it.
void Walk::follow(Trail &trail, Hook hook, const Passage &passage)
{
    IpHeader &ip = trail.packet.outer().ip;
    const std::string key = ip.destination.value.text();
    EvidenceList lines = real(passage.evidence);
    if (passage.packet.connection.isReply)
        for (const SeenFlow &flow : trail.flows)
            if (flow.entry.get() == passage.packet.connection.entry)
                lines = flow.evidence;
    std::vector<Change> changes;
    const bool v6 = ip.destination.value.isV6();
    const auto readdress = [&](std::string_view field, Traced<IpAddress> &address, const IpAddress &now) {
        if (address.value == now)
            return;
        changes.push_back({field, address.value.text(), now.text()});
        address = m_whose.address(now);
        EvidenceList both = lines; // why it is this one, and whose it is
        addEvidence(both, address.evidence);
        address.evidence = std::move(both);
    };
    const auto renumber = [&](std::string_view field, std::optional<Traced<std::uint16_t>> &port, std::optional<std::uint16_t> now) {
        if (!port || now.value_or(0) == 0 || port->value == *now)
            return;
        changes.push_back({field, std::to_string(port->value), std::to_string(*now)});
        port->value = *now;
        port->evidence = lines;
    };
    const bool isTcp = ip.protocol == ipprotocol::tcp;
    readdress(v6 ? "ipv6.src" : "ip.src", ip.source, passage.packet.source);
    if (passage.packet.connection.entry && !passage.packet.connection.isReply && ip.destination.value != passage.packet.destination)
        trail.remembered = {trail.place, passage.packet.destination, lines};
    readdress(v6 ? "ipv6.dst" : "ip.dst", ip.destination, passage.packet.destination);
    if (!trail.packet.isEncapsulated()) {
        renumber(isTcp ? "tcp.srcport" : "udp.srcport", trail.packet.sourcePort, passage.packet.sourcePort);
        renumber(isTcp ? "tcp.dstport" : "udp.dstport", trail.packet.destinationPort, passage.packet.destinationPort);
    }
    trail.packet.mark = passage.packet.mark;
    trail.connection = passage.packet.connection;
    if (!changes.empty()) {
        trail.translation.insert(trail.translation.end(), lines.begin(), lines.end());
        const Sentence told = Sentence::of("{} makes {} of {}", nameOf(hook), changes.front().to.value_or(""), changes.front().from.value_or(""));
        trail.steps.push_back({Step::Kind::Translate, key, told, lines, passage.rejected, std::move(changes)});
    } else if (!lines.empty() && (hook == Hook::Forward || hook == Hook::Input)) {
        trail.steps.push_back({Step::Kind::Filter, key, Sentence::of("{} lets it pass", nameOf(hook)), lines, passage.rejected, {}});
    } else if (!lines.empty() && hook != Hook::Output && !passage.packet.connection.isReply) {
        // A rule that ends the chain before one that would translate it.
        trail.steps.push_back({Step::Kind::Translate, key, Sentence::of("{} leaves its addresses as they are", nameOf(hook)), lines, passage.rejected, {}});
    }
}

void Walk::refuse(Trail trail, const Passage &passage)
{
    const EvidenceList lines = real(passage.evidence);
    const EvidenceList last = lines.empty() ? EvidenceList() : EvidenceList{lines.back()};
    const std::string place = trail.place->name();
    if (passage.verdict == kernel::Verdict::Unknown)
        return missing(std::move(trail), "nft list ruleset", Sentence::of("What a rule of {} does with it cannot be told", place), last);
    trail.steps.push_back({Step::Kind::Filter, trail.packet.outer().ip.destination.value.text(), Sentence::of("The rules of {} stop it", place), lines, passage.rejected, {}});
    // kube-proxy refuses what nobody stands behind (pkg/proxy/iptables/proxier.go).
    if (!last.empty() && last.front().text().contains("has no endpoints"))
        return end(std::move(trail), {Disposition::NoEndpoints, Sentence::of("Nobody stands behind the service: {} refuses it", place), "NETFILTER_DROP", last, {}, {}});
    const Sentence reason = passage.verdict == kernel::Verdict::Reject ? Sentence::of("A rule of {} rejects it", place) : Sentence::of("A rule of {} drops it", place);
    end(std::move(trail), {Disposition::Filtered, reason, "NETFILTER_DROP", last, {}, {}});
}

} // namespace vethscope::path
