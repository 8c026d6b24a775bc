#pragma once

#include "core/path/places.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope::path {

/// By what tables speak of a pod: what two pods that are alike in all else differ by.
struct PodMarks {
    std::string name{}; // fullName()
    std::string node{};
    std::string veth{}; // the node's end of it; empty where nobody knows it
    std::vector<IpAddress> addresses{}; // its own, and those of the veth that nobody else has
    std::vector<MacAddress> macs{};     // the same
    std::vector<std::string> words{};   // all of these as commands write them, the name first; of pods with as many of each in the same order
    bool isAlone = false; // shares what should be its own, or lives in its node's network: it is like no other
};

/// What names of veths begin with that no test of the walk for the beginnings of devices' names tells apart; empty of others.
std::string_view plainBeginning(std::string_view veth);

/// The marks of all pods, and whose a mark is.
class MarkIndex
{
public:
    explicit MarkIndex(const Places &places);

    const std::vector<PodMarks> &pods() const { return m_pods; } // in the cluster's order
    std::optional<std::size_t> of(const IpAddress &address) const;
    std::optional<std::size_t> of(const MacAddress &mac) const;
    std::optional<std::size_t> ofDevice(const std::string &node, const std::string &device) const;
    std::optional<std::size_t> ofName(std::string_view name) const;

private:
    void add(const Places &places, const ClusterPod &pod);
    void index(std::size_t pod);

    std::vector<PodMarks> m_pods;
    std::map<IpAddress, std::size_t> m_addresses;
    std::map<MacAddress, std::size_t> m_macs;
    std::map<std::pair<std::string, std::string>, std::size_t> m_devices;
    std::map<std::string, std::size_t, std::less<>> m_names;
};

} // namespace vethscope::path
