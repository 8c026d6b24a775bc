#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Whether the word, in whatever letters, is one of these.
bool isAmong(std::string_view word, std::span<const std::string_view> words);

/// Whether people put the word above output and name no machine with it: "before", "routes", "table".
bool isHeadingWord(std::string_view word);
/// Whether it is what people call machines when they name none, Chinese ones too: "node", "worker-2", "主机".
bool saysMachine(std::string_view word);
/// Whether it is what a machine does in its cluster: "master", "worker".
bool isRole(std::string_view word);
/// Whether it says nothing beside a name: "on", "the", "output", "node".
bool isFiller(std::string_view word);

/// Chinese words for machines.
inline constexpr auto chineseKinds = std::to_array<std::string_view>({"控制平面", "节点", "主机", "机器", "服务器"});
/// Master节点路由, Node1节点: the name that stands before what it is; empty for other words.
std::string_view namedInChinese(std::string_view word);

/// How long a list's number is in front of a text: `1.`, `12)`
std::size_t listNumber(std::string_view text);
/// Names of machines alone, as dshbak and clush write them above equal answers: `n1,n3 (2)`, `n1`. Empty for other lines.
std::vector<std::string> nameList(std::string_view line);

} // namespace vethscope
