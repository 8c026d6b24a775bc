#pragma once

#include "core/dissect/tree.h"
#include "core/summary/columns.h"
#include "ui/figures/comparerules.h"

#include <QString>

#include <vector>

namespace vethscope {

/// One value of one network, and where in the packet it stands.
struct CompareCell {
    QString value{}; // empty: this network has no such field
    QString note{};
    int layer = -1;
    const Field *field = nullptr;
    QString name{};  // what stands for the address that the value is; empty where the address itself does
    QString owner{}; // whose the address is, and the line that says so

    bool isPresent() const { return field != nullptr; }
};

/// The same field of both networks, face to face, and what lies between.
struct CompareRow {
    Aspect aspect;
    QString label{};
    CompareCell underlay{};
    CompareCell overlay{};
    Relation relation = Relation::None;
    QString explanation{};
};

/// Which two of a packet's networks face one another, counted from outside; `innermost` is whatever is inside all tunnels.
struct ComparedDepths {
    static constexpr int innermost = -1;

    int outer = 0;
    int inner = innermost;

    friend bool operator==(const ComparedDepths &, const ComparedDepths &) = default;
};

/// A packet seen as two: what the nodes see and what the pods see, or what two other networks of nested tunnels see.
struct Comparison {
    int tunnels = 0;      // around the packet; 0: a native one, whose cells are all `underlay`
    int outer = 0, inner = 0; // the depths of both sides
    QString tunnel{};     // "VXLAN 1", or "2 tunnels"
    QString remark{};     // "port 8472"; with several tunnels, which of them are compared
    std::uint32_t added = 0;
    std::vector<CompareRow> rows{};
};

/// Depths that the packet does not have are those of the outermost and the innermost packet.
Comparison comparisonOf(const PacketRow &row, const ComparedDepths &depths = {});

/// Whether the packet ends in what a tunnel carries encrypted: which headers are inside, no capture tells.
bool endsEncrypted(const PacketRow &row);

/// The tree's row that a cell speaks of, or -1.
int nodeOf(const CompareCell &cell, const std::vector<TreeNode> &tree);

} // namespace vethscope
