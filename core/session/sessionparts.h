#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vethscope {

/// The names of a session's parts.
namespace sessionpart {
inline constexpr std::string_view description = "session.json";
inline constexpr std::string_view readme = "README.txt";
} // namespace sessionpart

/// `captures/3-node1_eth0.pcapng`: what is not plain ASCII in the name becomes `_`.
std::string capturePart(std::size_t capture, std::string_view name);
/// `snapshots/2/1-master.txt`.
std::string textPart(std::size_t snapshot, std::size_t text, std::string_view name);

/// Whether the name stays below where it stands: neither absolute nor with `..`, and without zeros or control characters.
bool staysBelow(std::string_view name);
/// Whether the name is a file's and nothing else: no folders in it.
bool isFileName(std::string_view name);

} // namespace vethscope
