#pragma once

#include "core/address/prefixtable.h"
#include "core/path/origin.h"
#include "core/path/places.h"

namespace vethscope::path {

/// Whose addresses are, in the words of `origin`.
class Whose
{
public:
    explicit Whose(const Places &places);

    /// Whether it is a pod's or a service's, or in a network that pods have.
    bool isOfCluster(const IpAddress &address) const;
    /// `interface-ip`, `pod-ip`, `service-ip`, `external`, or unknown.
    Traced<IpAddress> address(const IpAddress &address) const;
    /// The same of an address that a device of a place has.
    Traced<IpAddress> addressOn(const Place &place, const std::string &device, const IpAddress &address, EvidenceList evidence) const;
    /// A device's own MAC; without a value where nobody printed it.
    Traced<std::optional<MacAddress>> macOf(const Place &place, const std::string &device) const;

private:
    const Places &m_places;
    PrefixTable<Evidence> m_prefixes; // of pods
};

} // namespace vethscope::path
