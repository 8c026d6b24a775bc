#include "core/exchanges/exchangefacts.h"

#include "core/flows/flowheader.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <cstdlib>

namespace vethscope {
namespace {

constexpr std::size_t noRule = SIZE_MAX;
constexpr int bitsOfConversation = 40; // a number of 32, and whose

std::size_t ruleOf(const Protocol *protocol)
{
    for (std::size_t place = 0; place < exchangeRules.size(); ++place)
        if (std::ranges::find(exchangeRules[place]->protocols, protocol) != exchangeRules[place]->protocols.end())
            return place;
    return noRule;
}

// A message that is quoted was seen when it travelled.
std::optional<Message> messageAt(const LayerView &view, std::size_t rule)
{
    return view.layer().quoted ? std::nullopt : exchangeRules[rule]->messageAt(view);
}

// Who sent the packet around a header, and to whom; nothing where no IP header is there. What travels in a tunnel through UDP and what does not are no
// exchange: a capture of all devices has the same request and its reply both ways. As in Wireshark the tunnels are told apart by that alone; their number
// stands where ports would.
std::optional<Endpoints> hostsAround(const LayerView &view)
{
    const std::size_t place = internetAround(view.packet(), view.index());
    if (place == LayerView::noLayer)
        return std::nullopt;
    const LayerView hosts(view.frame(), view.packet(), place);
    const auto datagrams = static_cast<std::uint16_t>(std::ranges::count(view.packet().layers().first(place), &protocols::udp, &Layer::protocol));
    return endpointsOf(hosts.raw(*hosts.protocol().source), datagrams, hosts.raw(*hosts.protocol().destination), datagrams).ends;
}

// How many messages of the same rule are outside this one.
std::size_t messagesOutside(const LayerView &view, std::size_t rule)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < view.index(); ++i)
        if (ruleOf(view.packet()[i].protocol) == rule && messageAt({view.frame(), view.packet(), i}, rule))
            ++count;
    return count;
}

// The request at `place` has a response: those that it is a copy of, one of the other, are known by it. Each is marked once.
void markCopies(ExchangeLinks &links, std::uint32_t place)
{
    for (std::uint32_t copy = links[place].other; copy != place && links[copy].kind == Exchanged::Alone; copy = links[place].other) {
        links.link(copy, Exchanged::Copied, links[copy].other);
        place = copy;
    }
}

} // namespace

// One that makes them collide gains little: there are fewer than 2^64 of a conversation's own.
std::size_t ExchangeFacts::KeyHash::operator()(const Key &key) const
{
    std::uint64_t mixed = (key.conversation + 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u ^ key.number;
    mixed = (mixed ^ mixed >> 31) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 29;
}

ExchangeFacts::ExchangeFacts(PacketStore &store, Lookahead lookahead) : m_store(store), m_captures(store), m_lookahead(lookahead)
{
    m_store.facts().attach(*this);
}

ExchangeFacts::~ExchangeFacts()
{
    m_store.facts().detach(*this);
}

std::span<const Protocol *const> ExchangeFacts::told()
{
    static const std::vector<const Protocol *> all = [] {
        std::vector<const Protocol *> protocols;
        for (const ExchangeRule *rule : exchangeRules)
            protocols.insert(protocols.end(), rule->protocols.begin(), rule->protocols.end());
        return protocols;
    }();
    return all;
}

std::optional<ExchangeFacts::Found> ExchangeFacts::at(const LayerView &view)
{
    const std::size_t rule = ruleOf(&view.protocol());
    if (rule == noRule)
        return std::nullopt;
    const auto message = messageAt(view, rule);
    if (!message)
        return std::nullopt;
    Found found{.row = view.frame().number - 1, .rule = static_cast<std::uint8_t>(rule), .message = *message};
    if (exchangeRules[rule]->ofStream)
        return found;
    const auto hosts = hostsAround(view);
    if (!hosts)
        return std::nullopt;
    found.hosts = *hosts;
    return found;
}

void ExchangeFacts::see(const Found &found, std::uint64_t stream)
{
    const ExchangeRule &rule = *exchangeRules[found.rule];
    const std::uint64_t conversation = rule.ofStream ? stream : m_hosts.findOrAdd(found.hosts, found.hosts.hash());
    const Key key{conversation | std::uint64_t{m_captures.of(found.row)} << bitsOfConversation, found.message.number};
    Ruled &ruled = m_ruled[found.rule];
    found.message.answers ? answer(ruled, rule, key, found.row) : ask(ruled, rule, key, found.row);
}

void ExchangeFacts::ask(Ruled &ruled, const ExchangeRule &rule, const Key &key, std::uint32_t row)
{
    const std::uint32_t place = ruled.links.add(row);
    const auto [latest, isFirst] = ruled.requests.try_emplace(key, place);
    if (isFirst)
        return;
    const std::uint32_t before = latest->second;
    const ExchangeLinks::Link request = ruled.links[before];
    const std::int64_t since = m_store.time(row) - m_store.time(ruled.links.row(before)); // times may run back
    if (request.isOpen() && rule.repeatedWithin > 0 && since < rule.repeatedWithin) {
        ruled.links.link(place, Exchanged::Repeats, before);
        return;
    }
    if (rule.knowsCopies && std::abs(since) < copiedWithin)
        ruled.links.link(place, request.kind == Exchanged::Alone ? Exchanged::Alone : Exchanged::Copied, before);
    latest->second = place;
}

void ExchangeFacts::answer(Ruled &ruled, const ExchangeRule &rule, const Key &key, std::uint32_t row)
{
    const std::uint32_t place = ruled.links.add(row);
    const auto latest = ruled.requests.find(key);
    if (latest == ruled.requests.end())
        return;
    const ExchangeLinks::Link request = ruled.links[latest->second];
    if (request.isOpen()) {
        ruled.links.link(place, Exchanged::Answers, latest->second);
        markCopies(ruled.links, latest->second);
        ruled.links.link(latest->second, Exchanged::Answered, place);
    } else if (rule.repeatedWithin > 0) {
        ruled.links.link(place, Exchanged::Repeats, request.other);
    }
}

void ExchangeFacts::finish()
{
    for (Ruled &ruled : m_ruled)
        ruled.requests = {};
    m_finished.store(true, std::memory_order_release);
}

std::size_t ExchangeFacts::done() const
{
    const bool mayChange = m_lookahead == Lookahead::All && !m_store.isFollowing() && !finished();
    return mayChange ? 0 : m_done.load(std::memory_order_acquire);
}

void ExchangeFacts::add(const LayerView &view, Details &details) const
{
    if (view.frame().number > m_done.load(std::memory_order_acquire))
        return;
    const std::size_t rule = ruleOf(&view.protocol());
    const auto message = messageAt(view, rule);
    const auto place = message ? m_ruled[rule].links.find(view.frame().number - 1, messagesOutside(view, rule)) : std::nullopt;
    if (!place)
        return;
    const ExchangeLinks::Link link = m_ruled[rule].links[*place];
    Exchanged exchanged{.kind = link.kind, .isFinal = m_lookahead == Lookahead::All && finished()};
    if (link.kind == Exchanged::Answered && m_lookahead == Lookahead::Nothing)
        exchanged.kind = Exchanged::Alone;
    else if (!link.isOpen()) {
        const std::uint32_t other = m_ruled[rule].links.row(link.other);
        exchanged.other = std::uint64_t{other} + 1;
        exchanged.elapsed = view.frame().time - m_store.time(other);
    }
    exchangeRules[rule]->add(*message, exchanged, details);
}

std::size_t ExchangeFacts::memory() const
{
    std::size_t sum = m_hosts.memory();
    for (const Ruled &ruled : m_ruled)
        sum += ruled.links.memory();
    return sum;
}

} // namespace vethscope
