#pragma once

#include "core/topology/subject.h"
#include "core/topology/words.h"

#include <string>
#include <vector>

namespace vethscope {

/// What is known of an element of the drawing, each with the host's own line that says so.
struct Description {
    struct Row {
        std::string label; // empty: the row is a sentence
        std::string value;
        Evidence evidence; // without a source where no line says it
    };

    std::string title;
    std::string kind; // "pod", "bridge of master"
    std::vector<Row> rows;
};

Description describe(const Cluster &cluster, const ClusterLinks &links, const Subject &subject, const Words &words = {});

/// The display filter that shows the packets of an element: `ip.addr == 10.244.0.60`, `vxlan.vni == 1 && …`; empty where
/// packets cannot be told.
std::string filterOf(const Cluster &cluster, const ClusterLinks &links, const Subject &subject);

/// "from master.txt line 14"; empty without evidence.
std::string sourceOf(const Evidence &evidence, const Words &words = {});

} // namespace vethscope
