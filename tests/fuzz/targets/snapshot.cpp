#include "tests/fuzz/fuzz.h"

#include "core/cluster/cluster.h"
#include "core/snapshot/snapshot.h"
#include "core/topology/layout.h"

// Pasted host output from end to end: read, joined into a cluster, laid out as a drawing, twice with the same result.

namespace vethscope::fuzz {
namespace {

void keepsItsLines(const EvidenceList &evidence)
{
    for (const Evidence &line : evidence)
        promise(line.source && line.line >= 1 && line.line <= line.source->size(), "evidence is a line of its source");
}

} // namespace

void run(Bytes input)
{
    const Snapshot snapshot = readPastedSnapshot(std::string(asText(input)));
    const Cluster cluster = clusterOf(snapshot.facts);
    for (const Problem &problem : cluster.problems) {
        promise(!problem.message.empty(), "a problem says what it is");
        keepsItsLines(problem.evidence);
    }
    const TopologyFigure figure = layoutTopology(cluster, {});
    promise(layoutTopology(clusterOf(snapshot.facts), {}).parts.size() == figure.parts.size(), "the same facts make the same drawing");
}

} // namespace vethscope::fuzz
