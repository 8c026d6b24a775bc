#pragma once

#include "core/snapshot/hostcommand.h"
#include "core/snapshot/kubectl.h"
#include "core/snapshot/printedtable.h"

#include <span>
#include <string_view>

namespace vethscope {

/// One kind of object that `kubectl get` prints, as rows of a table or as JSON and YAML. A kind is one file with one of
/// these, listed once in kubectl_get.cpp.
struct KubernetesResource {
    std::string_view kind;                      // as objects call it: Pod
    std::span<const std::string_view> names;    // as people type it: pods, pod, po
    std::string_view column;                    // a heading that only this kind's table has: RESTARTS
    std::span<const std::string_view> columns;  // of `-o wide`, for rows without a heading; NAMESPACE goes first with -A

    void (*readRow)(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line);
};

namespace resources {
extern const KubernetesResource pods;
extern const KubernetesResource nodes;
extern const KubernetesResource services;
extern const KubernetesResource endpoints;
}

/// The namespace of an object: its own column, or that of the call; empty where neither says.
std::string namespaceOf(const KubectlCall &call, const PrintedTable::Row &row);
/// Its name, without the `pod/` that `kubectl get pods,svc` puts in front.
std::string nameOf(const PrintedTable::Row &row);


/// flannel's annotation backend-data: `{"VNI":1,"VtepMAC":"8e:5c:79:80:cd:cc"}`.
void readFlannelBackendData(std::string_view text, KubernetesNodeFact &node);

} // namespace vethscope
