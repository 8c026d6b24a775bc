#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// `ss -uln`, `ss -tuln` and `netstat -uln`: who listens on a port. A VXLAN device of the kernel listens on its UDP port, too.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return !words.empty() && (words[0] == "ss" || (words[0] == "netstat" && std::ranges::none_of(words, [](const std::string &word) {
        return word.starts_with("-") && !word.starts_with("--") && word.find('r') != word.npos; // a routing table
    })));
}

// Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port   Proto Recv-Q Send-Q Local Address  Foreign Address  State
// Active Internet connections (only servers)
bool isHeading(std::string_view line)
{
    const bool isTable = line.contains("Recv-Q") && line.contains("Local Address");
    return isTable || (line.starts_with("Active ") && (line.contains("connections") || line.contains("sockets")));
}

// Whether the call asks for TCP alone: then rows do not say it.
bool onlyTcp(const std::vector<std::string> &words)
{
    bool tcp = false, udp = false;
    for (const std::string &word : words)
        if (word.starts_with('-')) {
            tcp = tcp || word == "--tcp" || (!word.starts_with("--") && word.find('t') != word.npos);
            udp = udp || word == "--udp" || (!word.starts_with("--") && word.find('u') != word.npos);
        }
    return tcp && !udp;
}

bool isState(std::string_view word)
{
    constexpr auto states = std::to_array<std::string_view>({
        "LISTEN", "UNCONN", "ESTAB", "ESTABLISHED", "TIME-WAIT", "TIME_WAIT", "SYN-SENT", "SYN_SENT", "SYN-RECV", "SYN_RECV", "FIN-WAIT-1", "FIN_WAIT1",
        "FIN-WAIT-2", "FIN_WAIT2", "CLOSE-WAIT", "CLOSE_WAIT", "LAST-ACK", "LAST_ACK", "CLOSING", "CLOSE", "CLOSED",
    });
    return std::ranges::find(states, word) != states.end();
}

bool isProtocol(std::string_view word)
{
    constexpr auto names = std::to_array<std::string_view>({"tcp", "udp", "tcp6", "udp6", "raw", "raw6", "udplite", "sctp", "icmp6", "v_str", "u_str", "u_dgr", "p_raw", "p_dgr", "nl"});
    return std::ranges::find(names, word) != names.end();
}

// 0.0.0.0:8472   *:22   [::]:80   127.0.0.53%lo:53   0.0.0.0:*
bool isEnd(std::string_view word)
{
    return word.ends_with(":*") || addressAndPort(word).has_value();
}

struct Row {
    ListenerFact listener{};
    bool listens = false;
};

// udp   UNCONN 0      0      0.0.0.0:8472   0.0.0.0:*          (ss)
// tcp        0      0 0.0.0.0:22   0.0.0.0:*   LISTEN   1/sshd  (netstat)
std::optional<Row> rowOf(const std::vector<std::string_view> &words, bool tcpAlone)
{
    std::size_t place = 0;
    const bool says = !words.empty() && isProtocol(words[0]);
    const std::string_view protocol = says ? words[place++] : std::string_view{};
    std::string_view state = place < words.size() && isState(words[place]) ? words[place++] : std::string_view{};
    const bool queues = words.size() > place + 3 && numberOf<std::uint64_t>(words[place]) && numberOf<std::uint64_t>(words[place + 1]);
    if ((!says && state.empty()) || !queues || !isEnd(words[place + 2]) || !isEnd(words[place + 3]))
        return std::nullopt;
    if (state.empty() && words.size() > place + 4 && isState(words[place + 4]))
        state = words[place + 4];
    if (!says && tcpAlone && state == "UNCONN") // of another call, whose prompt was lost: a TCP socket that does not listen is none
        return std::nullopt;
    const auto local = addressAndPort(words[place + 2]);
    Row row;
    row.listens = local && (state == "LISTEN" || state == "UNCONN" || (state.empty() && words[place + 3].ends_with(":*")));
    if (!local)
        return row;
    const std::string_view address = local->address.substr(0, local->address.find('%'));
    row.listener.tcp = says ? protocol.starts_with("tcp") : tcpAlone || state == "LISTEN";
    row.listener.port = local->port;
    row.listener.address = address == "*" ? std::nullopt : IpAddress::parse(address);
    return row;
}

bool looksLike(const Reading &reading)
{
    const std::string_view line = reading.line(reading.first());
    return isHeading(line) || rowOf(reading.firstWords(), false);
}

void read(Reading &reading)
{
    const bool tcp = onlyTcp(reading.words());
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        auto row = rowOf(wordsOf(reading.line(line)), tcp);
        if (row && row->listens) {
            row->listener.evidence = reading.evidence(line);
            reading.host().listeners.push_back(std::move(row->listener));
        } else if (row || isHeading(reading.line(line))) {
            reading.understood(line); // a connection says nothing of who listens
        }
    }
}

} // namespace

constinit const HostCommand commands::ss{.name = "ss", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsListeners};

} // namespace vethscope
