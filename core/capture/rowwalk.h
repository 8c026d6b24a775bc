#pragma once

#include "core/capture/amendments.h"
#include "core/capture/packetstore.h"
#include "core/dissect/ignored.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vethscope {

/// Walks over rows of a store, for whoever looks at all of them for what stands in their headers. For one thread; the store outlives it, and
/// is amended by nobody meanwhile.
class RowWalk
{
public:
    explicit RowWalk(const PacketStore &store) : m_store(store) {}

    /// Calls `work` with each row from `begin` to `end`: its number, its frame, its interface's place and its time. Of the frame there are the
    /// bytes, their length on the wire, the link type and what continues it, as PacketStore::frame() has them, and nothing else.
    template <typename Work>
    void over(std::size_t begin, std::size_t end, Work work)
    {
        const Continuations *const continuations = m_store.m_continuations.load(std::memory_order_acquire);
        const Amendments *const amendments = m_store.m_amendments.load(std::memory_order_acquire);
        for (std::size_t row = begin; row < end;) {
            const auto run = m_store.m_index.run(row, end);
            for (std::size_t i = 0; i < run.size(); ++i, ++row) {
                if (i + readAhead < run.size())
                    sourceOf(run[i + readAhead].source()).reader->expect(run[i + readAhead].offset());
                const std::uint32_t interface = run[i].source();
                read(row, run[i], sourceOf(interface));
                std::int64_t time = run[i].time;
                if (amendments) {
                    time = amendments->shifted(time, interface);
                    if (amendments->isIgnored(row))
                        m_frame.linkType = ignoredLink;
                }
                if (continuations)
                    continuations->extend(m_frame);
                work(row, std::as_const(m_frame), interface, time);
            }
        }
    }

private:
    // What frames of one interface are read with.
    struct Source {
        const CaptureReader *reader = nullptr;
        const Interface *interface = nullptr;
    };

    const Source &sourceOf(std::uint32_t interface)
    {
        if (interface >= m_sources.size())
            learn();
        return m_sources[interface];
    }
    void learn()
    {
        while (m_sources.size() < m_store.m_interfaces.size()) {
            const Interface &interface = m_store.m_interfaces[m_sources.size()];
            m_sources.push_back({m_store.m_files[interface.file].reader.get(), &interface});
        }
    }
    void read(std::size_t row, const PacketStore::Entry &entry, const Source &source)
    {
        m_frame.number = static_cast<std::uint32_t>(row + 1);
        m_frame.linkType = source.interface->linkType;
        m_frame.bytes = {};
        m_frame.originalLength = 0;
        m_frame.comment = {};
        m_frame.options = {};
        m_frame.continued.reset();
        source.reader->read({entry.offset(), entry.time, entry.source()}, *source.interface, m_frame);
    }

    static constexpr std::size_t readAhead = 12; // rows that the processor is asked for

    const PacketStore &m_store;
    std::vector<Source> m_sources; // of the interfaces
    Frame m_frame;
};

} // namespace vethscope
