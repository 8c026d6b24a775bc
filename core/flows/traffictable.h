#pragma once

#include "core/dissect/layerview.h"
#include "core/flows/endpoints.h"
#include "core/flows/flowname.h"
#include "core/flows/traffic.h"

#include <cstdint>
#include <vector>

namespace vethscope {

/// The conversations of the packets that it was shown, in whatever order. For one thread at a time; tables of several threads are
/// joined afterwards. Allocates only for a conversation that is new to it.
class TrafficTable
{
public:
    /// Counts the headers of a frame that travel. One that was cut counts when its addresses, or ports, are there.
    void count(const Frame &frame, const Dissection &packet);

    /// What another table counted, of other packets, counts here too.
    void add(const TrafficTable &other);

    /// In the order in which they first appear; in one packet from the outside in.
    std::vector<Conversation> conversations() const;

private:
    struct Key {
        Endpoints ends;
        TrafficKind kind;
        Scope scope;
        std::uint8_t depth;

        std::uint64_t hash() const;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Entry {
        Key key;
        std::uint8_t firstLayer; // its place in the first packet
        bool firstFromLow;       // who sent that
        std::uint32_t firstRow;
        std::int64_t first; // later than `last` while no packet had a time
        std::int64_t last;
        TrafficCount fromLow{};
        TrafficCount fromHigh{};

        Conversation conversation() const;
    };
    struct Place { // of open addressing
        std::uint32_t tag = 0;    // of the key's hash: what differs here need not be looked at
        std::uint32_t number = 0; // the entry's plus one; zero: free
    };

    // What packets of one flow count for, as one of them showed it.
    struct CountsFor {
        std::uint32_t entry = 0; // its place among m_entries
        std::uint8_t layer = 0;
        bool fromLow = false;
    };
    // What came behind the first packet of a flow: all that is touched for one more, in one line of the processor's cache.
    struct alignas(64) Flow {
        FlowName name{};
        std::uint32_t begin = 0, end = 0; // in m_countsFor
        std::uint32_t packets = 0;
        std::uint32_t firstRow = UINT32_MAX;
        std::uint64_t bytes = 0;
        std::int64_t first = INT64_MAX; // as in an entry
        std::int64_t last = INT64_MIN;
    };
    static constexpr std::size_t mostFlows = 1 << 20;

    Place &placeOf(const FlowName &name);
    void countAnew(const Frame &frame, const Dissection &packet);
    static void countAgain(const Frame &frame, Flow &flow);
    std::vector<Entry> entries() const;
    static void note(Entry &entry, const Entry &fresh);
    void count(const LayerView &view, const LayerView &internet, TrafficKind kind);
    Entry &entryOf(const Entry &fresh);
    static void put(std::vector<Place> &places, std::uint64_t hash, std::size_t entry);
    void grow();

    std::vector<Entry> m_entries;           // without what came behind the first packets of flows
    std::vector<Place> m_places;            // a power of two of them
    std::vector<Flow> m_flows;
    std::vector<Place> m_flowPlaces;        // of them, by their names
    std::vector<CountsFor> m_countsFor;
    FlowNamer m_namer;
};

} // namespace vethscope
