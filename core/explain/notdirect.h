#pragma once

#include "core/explain/explanation.h"
#include "core/explain/shownframe.h"

namespace vethscope::explain {

/// Of a frame that goes to a route's next hop: the MAC address that stands in it nowhere, though the packet is for who has it. A host sends
/// to the destination itself only on a link whose prefix has it (RFC 1122, section 3.3.1.1).
struct NotDirect {
    IpAddress destination{};
    MacAddress mac{};                        // the destination's own
    std::optional<InterfaceAddress> link{};  // of the device it leaves by; nothing where that device is on no network
    std::vector<kernel::Rejected> routes{};  // to that link, which does not have the destination

    /// `text`, and that it is not the destination's own address, and why.
    Sentence added(const Sentence &text) const;
};

/// Nothing where the field is no next hop's MAC address, or nobody knows the destination's own.
std::optional<NotDirect> notDirect(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const FieldExplanation &field);

} // namespace vethscope::explain
