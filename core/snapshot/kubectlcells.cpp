#include "core/snapshot/kubectlcells.h"

#include "core/address/address.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

namespace vethscope::kubectl {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view none = "<none>";

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() <= 10 && text.find_first_not_of(digits) == text.npos;
}

bool all(std::string_view list, bool (*isSound)(std::string_view))
{
    return std::ranges::all_of(splitAt(list, ','), isSound);
}

// 10.x.x.5, 192.168.***.7: what people hide keeps its dots.
bool isMasked(std::string_view text)
{
    const auto parts = splitAt(text, '.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
        return !part.empty() && part.size() <= 3 && part.find_first_not_of("0123456789xX*") == part.npos;
    });
}

bool isAddress(std::string_view text)
{
    return IpAddress::parse(text) || isMasked(text);
}

bool isWordOf(std::string_view text, bool (*mayBeIn)(char))
{
    return !text.empty() && std::ranges::all_of(text, mayBeIn);
}

// Running, CrashLoopBackOff: a reason is one word that begins with a capital (Pod API, ContainerStateWaiting.reason).
bool isReason(std::string_view text)
{
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'
        && isWordOf(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool isSpan(std::string_view text)
{
    if (text.empty())
        return false;
    while (!text.empty()) {
        const std::size_t unit = text.find_first_not_of(digits);
        if (unit == 0 || unit == text.npos || std::string_view("ydhms").find(text[unit]) == std::string_view::npos)
            return false;
        text.remove_prefix(unit + 1);
    }
    return true;
}

bool isPort(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::string_view protocol = slash == text.npos ? std::string_view{} : text.substr(slash + 1);
    const auto numbers = splitAt(text.substr(0, slash), ':');
    return (protocol == "TCP" || protocol == "UDP" || protocol == "SCTP") && numbers.size() <= 2 && std::ranges::all_of(numbers, isNumber);
}

bool isEndpoint(std::string_view text)
{
    const auto target = addressAndPort(text);
    return isAddress(text) || (target && isAddress(target->address));
}

} // namespace

bool isName(std::string_view cell)
{
    return isDnsSubdomain(cell.substr(cell.find('/') + 1)) && (cell.find('/') == cell.npos || isDnsSubdomain(cell.substr(0, cell.find('/'))));
}

bool isNameOrNone(std::string_view cell)
{
    return cell == none || isDnsSubdomain(cell);
}

bool isNodeOrNone(std::string_view cell)
{
    return cell == none || isHostName(cell);
}

bool isReady(std::string_view cell)
{
    const std::size_t slash = cell.find('/');
    return slash != cell.npos && isNumber(cell.substr(0, slash)) && isNumber(cell.substr(slash + 1));
}

bool isGates(std::string_view cell)
{
    return cell == none || isReady(cell);
}

bool isPodStatus(std::string_view cell)
{
    for (const std::string_view prefix : {"Init:", "Signal:", "ExitCode:"})
        if (cell.starts_with(prefix))
            return isReady(cell.substr(prefix.size())) || isNumber(cell.substr(prefix.size()))
                || isPodStatus(cell.substr(prefix.size()));
    return isReason(cell);
}

bool isNodeStatus(std::string_view cell)
{
    return all(cell, [](std::string_view word) { return word == "Ready" || word == "NotReady" || word == "Unknown" || word == "SchedulingDisabled"; });
}

bool isRestarts(std::string_view cell)
{
    const std::size_t bracket = cell.find(" (");
    if (bracket == cell.npos)
        return isNumber(cell);
    const std::string_view ago = cell.substr(bracket + 2);
    return isNumber(trimmed(cell.substr(0, bracket))) && ago.ends_with(" ago)") && isSpan(ago.substr(0, ago.size() - 5));
}

bool isAge(std::string_view cell)
{
    return isSpan(cell) || cell == "<unknown>" || cell == "<invalid>";
}

bool isRoles(std::string_view cell)
{
    return cell == none || all(cell, isDnsSubdomain);
}

bool isVersion(std::string_view cell)
{
    return cell.size() > 3 && cell[0] == 'v' && digits.contains(cell[1]) && cell.find('.') != cell.npos && cell.find(' ') == cell.npos;
}

bool isAddresses(std::string_view cell)
{
    return cell == none || all(cell, isAddress);
}

bool isPrefixes(std::string_view cell)
{
    return cell == none || all(cell, [](std::string_view one) { return one.contains('/') && IpPrefix::parse(one).has_value(); });
}

bool isExternal(std::string_view cell)
{
    return cell == none || cell == "<pending>" || all(cell, [](std::string_view one) { return isAddress(one) || isHostName(one); });
}

bool isRuntime(std::string_view cell)
{
    const std::size_t separator = cell.find("://");
    return separator != cell.npos && isDnsLabel(cell.substr(0, separator)) && cell.find(' ') == cell.npos;
}

bool isKernel(std::string_view cell)
{
    return !cell.empty() && digits.contains(cell.front()) && cell.find('.') != cell.npos && cell.find(' ') == cell.npos;
}

bool isServiceType(std::string_view cell)
{
    return cell == "ClusterIP" || cell == "NodePort" || cell == "LoadBalancer" || cell == "ExternalName";
}

bool isClusterAddress(std::string_view cell)
{
    return cell == "None" || isAddresses(cell);
}

bool isServicePorts(std::string_view cell)
{
    return cell == none || all(cell, isPort);
}

bool isEndpoints(std::string_view cell)
{
    const std::size_t more = cell.find(" + ");
    return (cell == none || all(cell.substr(0, more), isEndpoint)) && (more == cell.npos || cell.ends_with(" more..."));
}

bool isPortNumbers(std::string_view cell)
{
    const std::size_t more = cell.find(" + ");
    return cell == "<unset>" || cell == none || all(cell.substr(0, more), isNumber);
}

bool isFamily(std::string_view cell)
{
    return cell == "IPv4" || cell == "IPv6" || cell == "FQDN";
}

bool isText(std::string_view cell)
{
    return !cell.empty();
}

bool isAnything(std::string_view)
{
    return true;
}

} // namespace vethscope::kubectl
