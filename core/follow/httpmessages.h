#pragma once

#include "core/follow/followedstream.h"

namespace vethscope {

/// HTTP/1 messages of a followed TCP connection (RFC 9112): each head as it was sent, then its body without the chunks that carried it,
/// unpacked where it is gzip's. What is no message, or lacks bytes, stays as it was sent.
FollowedStream httpMessages(const FollowedStream &connection);

} // namespace vethscope
