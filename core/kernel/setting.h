#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

#include <cstdint>
#include <string_view>

namespace vethscope::kernel {

/// The number that a sysctl is set to: `net.ipv4.ip_forward`.
Answer<std::uint32_t> setting(const NetworkNamespace &space, std::string_view name);

/// One device's: net.ipv4.conf.DEVICE.NAME. What is a dot in the device's name `sysctl` writes as `/`.
Answer<std::uint32_t> deviceSetting(const NetworkNamespace &space, bool v6, std::string_view device, std::string_view name);

/// The greater of what all devices are set to and what this one is: IN_DEV_MAXCONF and, of switches, IN_DEV_ORCONF
/// (include/linux/inetdevice.h).
Answer<std::uint32_t> greaterSetting(const NetworkNamespace &space, std::string_view device, std::string_view name);

} // namespace vethscope::kernel
