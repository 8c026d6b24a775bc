#pragma once

#include "core/snapshot/hostcommand.h"
#include "core/snapshot/kubectl.h"
#include "core/snapshot/printedtable.h"

#include <span>
#include <string_view>

namespace vethscope {

/// A value of an object and the column that shows it: `.spec.nodeName`, NODE.
struct ColumnPath {
    std::string_view path, column;
};

/// One kind of object that `kubectl get` prints as a table. A kind is one file with one of these, listed once in kubectl_get.cpp.
struct KubernetesResource {
    std::string_view kind;                       // as objects call it: Pod
    std::span<const std::string_view> names;     // as people type it: pods, pod, po
    std::span<const std::string_view> heading;   // names that stand in every table of this kind, and together in no other
    ColumnRules columns;                         // what the kind's columns hold, those of `-o wide` and of custom-columns too
    std::span<const std::string_view> layouts;   // of rows without a heading: "NAME,ENDPOINTS,AGE"; NAMESPACE goes first with -A
    std::span<const ColumnPath> paths;           // what custom-columns may ask for

    void (*readRow)(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line);
};

namespace resources {
extern const KubernetesResource pods;
extern const KubernetesResource nodes;
extern const KubernetesResource services;
extern const KubernetesResource endpoints;
extern const KubernetesResource endpointSlices;
extern const KubernetesResource hostSubnets;
}

/// The namespace of an object: its own column, or that of the call; empty where neither says.
std::string namespaceOf(const KubectlCall &call, const PrintedTable::Row &row);
/// Its name, without the `pod/` that `kubectl get pods,svc` puts in front.
std::string nameOf(const PrintedTable::Row &row);

/// flannel's annotation backend-data: `{"VNI":1,"VtepMAC":"8e:5c:79:80:cd:cc"}`.
void readFlannelBackendData(std::string_view text, KubernetesNodeFact &node);

} // namespace vethscope
