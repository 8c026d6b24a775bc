#pragma once

#include "core/figure/figure.h"
#include "core/topology/subject.h"
#include "core/topology/words.h"

#include <set>
#include <string>
#include <vector>

namespace vethscope {

/// What the drawing shows beside nodes, devices and pods.
struct TopologyLayers {
    bool tunnels = true;
    bool bgp = true;
    bool routes = true;     // next hops, and which route leads into which device
    bool addresses = true;  // IP and MAC addresses
    bool emptyBridges = true;
};

struct TopologyOptions {
    TopologyLayers layers;
    std::set<std::string> folded;   // names of nodes drawn as a card
    std::set<std::string> unfolded; // and of those drawn whole although there are many
    std::set<std::string> only;     // of a large cluster, names of the nodes that are drawn at all; empty: every one
    std::set<std::string> complete; // nodes of which every pod is drawn, however many
    double width = 1440;            // room; decides in how many columns many nodes stand
    double height = 900;
    std::string title;              // empty: what the cluster says of itself
    std::string caption;            // below the title: whose facts, of which time
    bool legend = true;
    bool switches = false;          // signs to fold and unfold nodes: for a window, not for paper
    Words words;
};

/// An element: its shapes, what they stand for, and the area that pointer and focus take for it.
struct Part {
    Subject subject;
    std::vector<figure::Shape> shapes;
    figure::Rect reach;
    std::string name; // said in full, also where the drawing shortens it
    bool faint = false; // steps back for something else
};

/// The drawing as geometry: parts in the order in which they are painted.
struct TopologyFigure {
    double width = 0;
    double height = 0;
    std::string title;
    std::string caption;
    ClusterLinks links;
    std::vector<Part> parts;
};

/// Whether a node is drawn as a card, without its inside.
bool isFolded(const Cluster &cluster, const TopologyOptions &options, std::size_t node);

/// Whether only some nodes can be drawn: those of a large cluster stand in districts and begin folded.
bool isLarge(const Cluster &cluster);

/// A pure function: the same cluster and options give the same figure. Up to four nodes stand in a row with their subnets
/// below them and arcs between them; more stand in districts, one for each subnet.
TopologyFigure layoutTopology(const Cluster &cluster, const TopologyOptions &options);

} // namespace vethscope
