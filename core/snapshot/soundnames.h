#pragma once

#include <string_view>

// Which words can be the names that hosts print. Whatever else stands where a name belongs, in prose, in source code or behind a
// mask, is none.

namespace vethscope {

/// Whether the kernel takes this for a device's name: 1 to 15 bytes, no blank, `/` or `:`, and neither `.` nor `..` (dev_valid_name
/// in net/core/dev.c); of what it would take, only letters, digits and `._-+`, which is what programs give.
bool isDeviceName(std::string_view name);

/// The same of what `ip` prints: `eth0.5@eth0`, `veth1@if17`, `tunl0@NONE`.
bool isDeviceWithPeer(std::string_view name);

/// The same of an address's label, as net-tools and IFA_LABEL have it: `eth0:1`.
bool isDeviceLabel(std::string_view name);

/// Whether this can be a host's name as a resolver gives it (RFC 1123, and `_` as in `_gateway`): letters, digits, `-`, `_` and dots, one letter at least.
bool isResolvedName(std::string_view name);

/// Whether somebody made an address unreadable: `x.x.x.1`, `10.xx.0.1`, `*.*.*.1`, `<ip>`, `xx:xx:xx:xx:xx:01`.
bool isMasked(std::string_view word);

} // namespace vethscope
