#pragma once

#include "core/cluster/cluster.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::diagnose {

/// Certain is only what a captured frame and a line of a snapshot show together (contract.md).
enum class Confidence : std::uint8_t { Consistent, Certain };

/// `consistent`, `certain`.
std::string_view nameOf(Confidence confidence);

/// What shows something: lines that hosts printed, and captured frames by their rows in the store.
struct Proof {
    EvidenceList lines{};
    std::vector<std::uint32_t> frames{};
    std::set<std::uint32_t> known{}; // the frames once more, where they are many

    bool empty() const { return lines.empty() && frames.empty(); }
    /// Each line once; what no line says is left out.
    void add(const Evidence &line);
    void add(const EvidenceList &more);
    /// Each frame once.
    void addFrame(std::uint32_t row);
};

/// Where a fault is.
struct Subject {
    std::vector<std::string> nodes{}; // the sender first, where packets tell a direction
    std::vector<std::string> pods{};
    std::string interface{};
    std::string address{}; // of IP or a MAC, or a network

    friend auto operator<=>(const Subject &, const Subject &) = default;
};

/// What looks alike and is not the case, and what shows that.
struct Excluded {
    std::string_view lookAlike; // an id, or capture-artefact
    Proof proof{};
};

/// One fault at one place, as it is told to people.
struct Finding {
    std::string_view id{};     // this one and the next are the fault's own
    ProblemSeverity severity = ProblemSeverity::Error;
    std::vector<std::string_view> implies{}; // what it explains, and is not told beside it
    bool isSymptom = false;
    bool isByDesign = false;   // a note, whatever the fault's severity
    Confidence confidence = Confidence::Consistent;
    Sentence title{}, why{}, fix{};
    std::string confirm{}; // the command that would prove it; empty: none
    Subject subject{};
    std::vector<std::string> alsoOf{}; // nodes that have to do with it beside the subject's
    std::vector<Excluded> excluded{};
    Proof proof{};
    std::vector<std::size_t> told{}; // what kernels told of it, by places among the case's marks
};

using Findings = std::vector<Finding>;

/// Says what a finding is not, where something shows it.
void exclude(Finding &finding, std::string_view lookAlike, const EvidenceList &lines, const std::vector<std::uint32_t> &frames = {});

} // namespace vethscope::diagnose
