#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// What a message's head says of the body behind it. RFC 9112, section 6.
struct HttpHead {
    bool isResponse = false;
    bool switches = false; // to another protocol: what follows is not HTTP's
    bool hasNoBody = false; // by its status
    bool isHeadRequest = false; // its answer has no body
    bool isConnect = false;
    bool chunked = false;
    std::optional<std::uint64_t> length;
    bool gzip = false;
};

/// `head` ends with the empty line.
HttpHead readHttpHead(std::string_view head);

} // namespace vethscope
