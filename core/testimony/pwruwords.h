#pragma once

#include "core/testimony/record.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace vethscope::testimony {

/// Reads `10.1.1.2:40154->10.1.2.2:80(tcp)` or `[fd00::1]:0->[fd00::2]:0(icmp6)`; false for what is no tuple.
bool readPwruTuple(std::string_view text, ToldPacket &packet);

/// Reads `kfree_skb_reason(SKB_DROP_REASON_NO_SOCKET)`, `ip_rcv`, `cil_from_container(tc)`.
void readPwruFunction(std::string_view text, Record &record);

/// Tells packets apart by the addresses of their buffers, which kernels use again.
class Buffers
{
public:
    /// The group of a record about the buffer at `address`, when `function` has it.
    std::string groupOf(std::string_view address, std::string_view function);

private:
    std::map<std::string, std::pair<unsigned, bool>, std::less<>> m_known; // how often it was used, and whether it is free
};

} // namespace vethscope::testimony
