#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::diagnose {

/// Packets that a kernel says it dropped, at one place in it and for one reason.
struct ToldDrops {
    std::string node{}; // empty where nobody says whose kernel it was
    std::string_view tool{};
    std::string function{}, reason{}; // empty where not told
    std::uint64_t packets = 0;
    Proof proof{}; // the first of its lines, and where the packets were seen for the last time
};

/// Gives each finding the drops that belong to it: of a packet that was lost where the finding's own lines foretell it, or that it cites itself, on one of its
/// nodes, and for no other reason than is foretold.
void addKernelWords(const Case &about, Findings &findings);
/// The first of these as lines of its proof: for the end, they are no lines of a snapshot.
void citeKernelWords(const Case &about, Finding &finding);

/// What kernels dropped and no finding explains. What has causes of its own (a query without answer) explains none.
std::vector<ToldDrops> unexplainedDrops(const Case &about, const Findings &findings);

} // namespace vethscope::diagnose
