#pragma once

#include "core/bytes/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vethscope::bench {

/// The least that any reader of a pcap file has to do: hop from record header to record header.
/// Returns where the frames stand.
std::uint64_t plainWalk(Bytes file);

struct FramePlace {
    std::uint64_t offset;
    std::uint32_t size;
};
std::vector<FramePlace> placesOfFrames(Bytes file);

/// The least that any decoder has to do: read every byte of the headers once, which in the generated mix are the
/// first 128 bytes of a frame, on as many threads as there are processors. Returns their sum, so that it is done.
std::uint64_t readAllHeaders(Bytes file, const std::vector<FramePlace> &places);

} // namespace vethscope::bench
