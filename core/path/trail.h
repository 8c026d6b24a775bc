#pragma once

#include "core/path/disposition.h"
#include "core/path/hop.h"
#include "core/path/places.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vethscope::path {

/// What nobody printed and is taken as Kubernetes and the CNI leave it.
struct AssumedFact {
    std::string node{};
    std::string pod{}; // where it is the pod's own
    HostTable table = HostTable::Settings;
    std::string ask{};

    friend auto operator<=>(const AssumedFact &, const AssumedFact &) = default;
};

/// How it ends, and the lines that make it so.
struct Ending {
    Disposition disposition = Disposition::FactsMissing;
    Sentence reason{};
    std::string_view kernelReason{};
    EvidenceList evidence{};
    std::string ask{};   // of facts-missing
    std::string askOn{}; // NODE or NS/POD; empty: anywhere
    std::string awaited{}; // the last machine's device that would have seen the packet next, where only a neighbour was missing
};

/// Where the walk parted although nobody can say which way is taken: how it ends if the ways end differently.
using Doubt = std::shared_ptr<const Ending>;

/// A connection that a kernel has seen the first packet of, as its conntrack has it then: ports that are not known are 0.
struct SeenFlow {
    const Place *place = nullptr;
    std::shared_ptr<const ConntrackFact> entry{};
    EvidenceList evidence{}; // the lines that translated it
};

/// Where a connection that a kernel knew before sent the packet.
struct Remembered {
    const Place *place = nullptr;
    IpAddress destination{};
    EvidenceList evidence{}; // conntrack's line
};

/// Where a packet is, and all that happened to it on the way here. A copy is a branch.
struct Trail {
    const Place *place = nullptr;
    Packet packet{};
    std::string inInterface{};     // by which it came; empty: the machine itself sends it
    IpAddress nextHop{};           // whose link address it has
    bool byDefaultRoute = false;
    EvidenceList routeEvidence{};  // of the last route taken
    std::vector<Hop> hops{};
    std::vector<Step> steps{};     // since the last hop
    std::vector<AssumedFact> assumed{};
    std::vector<SeenFlow> flows{};
    kernel::Connection connection{};   // what this kernel's conntrack has of the packet
    std::optional<kernel::Packet> came{}; // as it came to this kernel's rules
    bool isPrerouted = false;          // the bridge has asked PREROUTING already
    EvidenceList translation{};        // the lines of this kernel that translated it
    std::optional<Remembered> remembered{};
    std::set<std::string> crumbs{};
    Sentence because{};            // of a branch
    std::optional<double> probability = 1.0;
    std::vector<Doubt> doubts{};   // why the probability is not known
    bool isCopy = false;           // the others are gone as well

    /// Nobody knows whether it goes this way.
    void mayPart(Doubt doubt);

    /// The device sees the packet: what led here are the steps since the last hop.
    void enter(std::string_view device, SeenOn where = SeenOn::Device);
    /// To another kernel, or other headers: what conntrack and marks said before counts no more.
    void leaveKernel();
    /// A router without output.
    void enterRouter();
    void assume(HostTable table, std::string_view ask);
    void assume(const std::vector<kernel::Assumed> &assumed);
    /// What tables said on the way to an answer.
    template <typename Entry>
    void note(Step::Kind kind, std::string key, Sentence text, const kernel::Answer<Entry> &answer, std::vector<Change> changes = {})
    {
        assume(answer.assumed);
        steps.push_back({kind, std::move(key), std::move(text), answer.evidence, answer.rejected, std::move(changes)});
    }
};

/// One way that a packet may take, to its end.
struct Path {
    std::vector<Hop> hops{};
    Ending ending{};
    std::vector<AssumedFact> assumed{};
    Sentence because{};
    std::optional<double> probability = 1.0;
    std::vector<Doubt> doubts{};
    bool isCopy = false;
    // For the answer, of what was delivered.
    const Place *place = nullptr; // null: outside
    Packet packet{};
    std::vector<SeenFlow> flows{};

    Verdict verdict() const { return verdictOf(ending.disposition); }
};

} // namespace vethscope::path
