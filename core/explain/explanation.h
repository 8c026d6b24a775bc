#pragma once

#include "core/explain/announcement.h"
#include "core/explain/ladder.h"
#include "core/kernel/answer.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::explain {

/// A fact one level up that explains a line: who wrote it there, and after what.
struct WrittenBy {
    std::string_view who; // flanneld, bird, kernel, kube-proxy, cni, user
    Sentence text{};
    EvidenceList evidence{};
    std::vector<Announcement> announced{}; // the frames that taught it
};

/// Why an address stands in a header, and what should stand there (contract.md, `explain`).
struct FieldExplanation {
    std::string_view scope; // underlay, overlay, native
    std::size_t depth = 0;
    std::string_view name;
    std::string value{};
    path::Origin origin{};
    std::optional<IpAddress> nat{};       // the same field's before the last translation
    std::optional<WrittenBy> writtenBy{};
    std::vector<std::string> expected{};  // one; several where ways differ; none where nothing was foretold
    std::string ask{}, askOn{};
    Sentence plain{}; // where the value comes from
    Sentence text{};  // the same, and what was foretold where that is another
    EvidenceList evidence{};
    std::vector<kernel::Rejected> rejected{};
    std::vector<Rung> ladder{}; // how the value came there, or the foretold one where it is another

    /// Nothing where nothing was foretold.
    std::optional<bool> matches() const;
};

struct FrameExplanation {
    Point point{};
    std::vector<std::string_view> tunnels{};
    std::vector<FieldExplanation> fields{};
    Sentence unforetold{}; // why nothing was foretold, where that is so
};

struct FrameComparison;

/// Explains frames by what hosts printed. Made once from a cluster, which outlives it; afterwards only read, from any thread.
class Explainer
{
public:
    /// `facts` say who wrote a line: what Kubernetes noted of its nodes, what BGP's daemons know. They outlive it too. `announcements` are what
    /// captures show of how routes came about.
    explicit Explainer(const Cluster &cluster, std::vector<const Facts *> facts = {}, std::vector<Announcement> announcements = {});

    const path::Places &places() const { return m_places; }
    FrameExplanation explain(const ShownFrame &frame, const Point &point) const;
    /// Expected against actual: every header field beside what is foretold of it.
    FrameComparison compare(const Frame &frame, const Dissection &packet, const Point &point) const;

private:
    path::Places m_places;
    path::Whose m_whose;
    std::vector<const Facts *> m_facts;
    std::vector<Announcement> m_announcements;
};

} // namespace vethscope::explain
