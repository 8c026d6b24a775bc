#include "core/snapshot/iproute2.h"

#include <algorithm>
#include <array>
#include <span>

namespace vethscope {
namespace {

// In the order of iproute2's ip.c, where the first that begins so is meant: `ip r` is route, `ip n` neighbor.
constexpr auto ipObjects = std::to_array<std::string_view>({
    "address", "addrlabel", "maddress", "route", "rule", "neighbor", "neighbour", "ntable", "ntbl", "link", "l2tp", "fou", "ila",
    "macsec", "tunnel", "tunl", "tuntap", "tap", "token", "tcpmetrics", "monitor", "xfrm", "mroute", "mrule", "netns", "netconf",
    "vrf", "sr", "nexthop", "mptcp", "ioam", "stats", "help",
});
constexpr auto bridgeObjects = std::to_array<std::string_view>({"link", "fdb", "mdb", "vlan", "vni", "monitor", "help"});

constexpr auto verbs = std::to_array<std::string_view>({
    "show", "list", "lst", "get", "add", "append", "change", "chg", "replace", "delete", "flush", "save", "restore", "showdump",
    "set", "exec", "identify", "pids", "list-id", "monitor", "attach",
});
constexpr auto operandNames = std::to_array<std::string_view>({"table", "dev", "proto", "protocol", "scope", "type", "via", "src", "br", "brport", "master"});

std::string_view whole(std::string_view word, std::span<const std::string_view> names)
{
    const auto found = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    return word.empty() || found == names.end() ? std::string_view{} : *found;
}

IpCall callOf(const std::vector<std::string> &words, std::string_view program, std::span<const std::string_view> objects)
{
    IpCall call;
    if (words.empty() || words.front() != program)
        return call;
    std::size_t place = 1;
    for (; place < words.size() && words[place].starts_with('-'); ++place) {
        const std::string_view flag = words[place];
        if (flag == "-6")
            call.v6 = true;
        if (flag == "-f" || flag == "-family" || flag == "-l" || flag == "-loops" || flag == "-rc" || flag == "-rcvbuf") {
            ++place;
            call.v6 = call.v6 || (place < words.size() && words[place] == "inet6");
        }
    }
    if (place >= words.size())
        return call;
    call.object = whole(words[place++], objects);
    if (call.object == "neighbour")
        call.object = "neighbor";
    if (place < words.size()) {
        if (const std::string_view verb = whole(words[place], verbs); !verb.empty()) {
            call.verb = verb == "list" || verb == "lst" ? "show" : verb;
            ++place;
        }
    }
    call.operands.assign(words.begin() + static_cast<std::ptrdiff_t>(std::min(place, words.size())), words.end());
    return call;
}

} // namespace

std::string_view IpCall::operand(std::string_view name) const
{
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
        const bool known = std::ranges::find(operandNames, operands[i]) != operandNames.end();
        const std::string_view meant = known ? operands[i] : whole(operands[i], operandNames);
        if (meant == name || (meant == "protocol" && name == "proto"))
            return operands[i + 1];
    }
    return {};
}

IpCall ipCall(const std::vector<std::string> &words)
{
    return callOf(words, "ip", ipObjects);
}

IpCall bridgeCall(const std::vector<std::string> &words)
{
    return callOf(words, "bridge", bridgeObjects);
}

bool isIpShow(const std::vector<std::string> &words, std::string_view object)
{
    const IpCall call = ipCall(words);
    return call.object == object && call.verb == "show";
}

bool isBridgeShow(const std::vector<std::string> &words, std::string_view object)
{
    const IpCall call = bridgeCall(words);
    return call.object == object && call.verb == "show";
}

} // namespace vethscope
