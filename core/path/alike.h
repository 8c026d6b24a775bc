#pragma once

#include "core/path/portrait.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::path {

/// Which pods no kernel of the cluster can tell apart but by their names. If two of them change places in every table, the same tables come out:
/// so whatever becomes of a packet from or to the one becomes of a packet from or to the other, with the one's marks and lines for the other's.
///
/// What tells two apart: another node, another word in any table that has one of their marks, a network, range or pattern that holds
/// one of them alone, a rule of a firewall that speaks of one. What the walk does not compare makes a pod alone, the class of one.
class Alike
{
public:
    explicit Alike(const Places &places);

    /// Of a pod, by its place in the cluster.
    std::size_t classOf(std::size_t pod) const { return m_classes[pod]; }
    /// Whether a service's rules speak of a pod: the way from it to the service is that of no other.
    bool isSpokenOf(std::size_t pod, std::size_t service) const { return m_ofService.contains({pod, service}); }

    const PodMarks &marks(std::size_t pod) const { return m_marks.pods()[pod]; }
    /// The lines that speak of a pod, in the same order for all of one class.
    const EvidenceList &lines(std::size_t pod) const { return m_lines[pod]; }

private:
    MarkIndex m_marks;
    std::vector<std::size_t> m_classes;
    std::vector<EvidenceList> m_lines;
    std::set<std::pair<std::size_t, std::size_t>> m_ofService;
};

} // namespace vethscope::path
