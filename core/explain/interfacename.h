#pragma once

#include "core/capture/packetstore.h"

namespace vethscope::explain {

/// Whether an interface is called as its file says, whatever somebody says of the file: it is one of several there.
bool keepsItsName(const PacketStore &store, const vethscope::Interface &interface);

} // namespace vethscope::explain
