#pragma once

#include "core/path/whose.h"

#include <vector>

namespace vethscope::path {

/// A device that answers when somebody on its link asks for an address.
struct Answerer {
    End end;
    bool proxy = false;     // for an address that is not its own
    bool assumed = false;   // nobody printed whether it is set to
};

/// Who on a link answers for an address. Complete: all that stand on it, and their addresses, are known.
struct LinkSearch {
    std::vector<Answerer> who{};
    bool complete = true;
    std::string ask{}; // of what is not complete
};

/// The link of a device: the other end of a veth, and all of the bridge that it is a port of; the ports of a bridge; the other machines
/// with an address of the same network; the tunnel devices of other nodes with the same VNI.
LinkSearch whoAnswers(const Places &places, const Place &asker, std::string_view device, const IpAddress &wanted);

/// Whether nobody printed if a node's veth is a port of a bridge.
bool isUntold(const End &end);

/// The address of a device that is of one network with another's; null where none is.
const InterfaceAddress *addressBeside(const NetworkInterface &device, const NetworkInterface &other);
/// Whether two devices have addresses of one network.
inline bool shareNetwork(const NetworkInterface &one, const NetworkInterface &other) { return addressBeside(one, other) != nullptr; }

} // namespace vethscope::path
