#pragma once

#include "core/capture/packetstore.h"
#include "core/testimony/tracereading.h"

namespace vethscope::testimony {

/// What `retis pcap` wrote beside the packets of a pcapng, by each file that it wrote: where in the kernel the packet was, and why it was dropped.
/// Such records stand at a row of the store. The store has come to its end.
void readRetis(const PacketStore &store, Testimony &into);

} // namespace vethscope::testimony
