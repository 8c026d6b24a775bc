#pragma once

#include "core/facts/facts.h"

namespace vethscope {

/// The kind of device that only one program gives this name, or that the kernel's module makes by itself: `docker0` is a bridge,
/// `vxlan.calico` VXLAN, `cali1a2b3c4d5e6` a veth. Nothing for names that anybody may choose.
std::optional<LinkKind> kindByName(std::string_view name);

/// Whether programs that make bridges begin their names so; a card may be called alike, so that only ports prove it.
bool hasBridgeName(std::string_view name);

/// Whether a veth's end on the host is called so: by CNI's plugins and Docker `veth…`, by Calico `cali…`, by Cilium `lxc…`, by Weave
/// `vethwepl…`.
bool hasVethName(std::string_view name);

/// Whether the kernel (eth%d) or udev calls wired network cards so.
bool hasCardName(std::string_view name);

/// The VNI in a name that flannel's vxlan backend gives: `flannel.1`, `flannel-v6.1`.
std::optional<std::uint32_t> vniOfFlannelName(std::string_view name);

} // namespace vethscope
