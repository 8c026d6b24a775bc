#include "core/snapshot/birdc.h"
#include "core/bytes/lowercase.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/unread.h"
#include "core/snapshot/words.h"

#include <algorithm>

// `birdc show protocols [all]` of BIRD 1.6 and 2 (nest/proto.c, proto/bgp/bgp.c: bgp_show_proto_info). Only BGP sessions
// become facts. Calico's confd names them Mesh_, Node_ or Global_ and the peer's address with _ for the dots.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isBirdcShow(words, "protocols");
}

// Name Proto Table State Since Info, from BIRD 1.0 on; 1.6 writes lower case.
bool isHeading(std::string_view line)
{
    if (!line.starts_with('N') && !line.starts_with('n'))
        return false;
    const auto words = wordsOf(line);
    const auto like = [&](std::size_t at, std::string_view word) {
        return std::ranges::equal(words[at], word, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    };
    return words.size() >= 5 && like(0, "name") && like(1, "proto") && like(2, "table") && like(3, "state");
}

bool looksLike(const Reading &reading)
{
    std::uint32_t line = reading.first();
    if (isBirdsGreeting(reading.line(line)) && line + 1 < reading.end())
        ++line;
    return isHeading(reading.line(line));
}

// Of a protocol: its name, its kind, a table or `---`, its state (nest/proto.c: proto_state_name).
bool isRow(const std::vector<std::string_view> &words)
{
    constexpr auto states = std::to_array<std::string_view>({"up", "down", "start", "stop", "feed", "flush"});
    return words.size() >= 4 && std::ranges::find(states, words[3]) != states.end()
        && ((words[1].front() >= 'A' && words[1].front() <= 'Z') || words[1].starts_with("l3vpn"));
}

// Mesh_172_27_16_10; IPv6 as Mesh_fd00__1 cannot be told from its underscores alone and waits for "Neighbor address".
std::optional<IpAddress> addressInName(std::string_view name)
{
    const std::size_t underscore = name.find('_');
    if (underscore == name.npos)
        return std::nullopt;
    std::string text(name.substr(underscore + 1));
    std::ranges::replace(text, '_', '.');
    return IpAddress::parse(text);
}

BgpSessionFact session(std::string_view text, Evidence evidence)
{
    const auto words = wordsOf(text);
    BgpSessionFact fact{.name = std::string(words[0]), .peer = addressInName(words[0]), .evidence = std::move(evidence)};
    for (const auto &[prefix, kind] : {std::pair{"Mesh_", "mesh"}, std::pair{"Global_", "global"}, std::pair{"Node_", "node"}})
        if (words[0].starts_with(prefix))
            fact.kind = kind;
    // Behind the state stand a date, a time or both, then BGP's own state and what went wrong.
    std::size_t info = 5;
    while (info < words.size() && words[info].find(':') != words[info].npos && words[info][0] >= '0' && words[info][0] <= '9')
        ++info;
    if (info < words.size()) {
        fact.state = lowerCase(words[info]);
        const char *rest = words[info].data() + words[info].size();
        fact.info = trimmed(std::string_view(rest, static_cast<std::size_t>(text.data() + text.size() - rest)));
    } else {
        fact.state = lowerCase(words[3]); // down, start
    }
    return fact;
}

void takeDetail(BgpSessionFact &fact, std::string_view key, std::string_view value)
{
    if (key == "BGP state")
        fact.state = lowerCase(value);
    else if (key == "Neighbor address")
        fact.peer = IpAddress::parse(value.substr(0, value.find_first_of("% ")));
    else if (key == "Neighbor AS")
        fact.asn = numberOf<std::uint32_t>(value);
    else if (key == "Source address")
        fact.local = IpAddress::parse(value);
    else if (key == "Last error")
        fact.info = value;
    // The reflector writes so of its clients; a client cannot know.
    else if (key == "Session" && value.find("route-reflector") != value.npos)
        fact.kind = "client";
}

void read(Reading &reading)
{
    BgpSessionFact *open = nullptr;
    bool below = false; // a protocol, whose details are indented
    bool detailed = false, told = false; // details stand below it; among them, which kind of session it is
    auto &sessions = reading.host().bgpSessions;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (isBirdsGreeting(text) || isHeading(text)) {
            reading.understood(line);
        } else if (isGapMark(text)) {
            // Of what is lost, the line of the session may have said that it is a reflector's.
            if (open && detailed && !told && open->kind != "mesh")
                open->kind.clear();
            open = nullptr;
            below = false;
        } else if (text.starts_with(' ') || text.starts_with('\t')) {
            const std::size_t colon = text.find(':');
            detailed = true;
            told = told || trimmed(text).starts_with("Session:");
            if (open && colon != text.npos)
                takeDetail(*open, trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1)));
            if (below)
                reading.understood(line);
        } else if (const auto words = wordsOf(text); isRow(words)) {
            below = true;
            detailed = told = false;
            if (words[1] == "BGP")
                sessions.push_back(session(text, reading.evidence(line)));
            else
                reading.understood(line); // kernel, device, static …
            open = words[1] == "BGP" ? &sessions.back() : nullptr;
        } else if (!text.empty()) {
            open = nullptr;
            below = false;
        }
    }
}

} // namespace

constinit const HostCommand commands::birdcShowProtocols{.name = "birdc show protocols", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsBirdSessions};

} // namespace vethscope
