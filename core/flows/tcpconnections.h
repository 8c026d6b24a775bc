#pragma once

#include "core/bytes/appendonly.h"
#include "core/capture/captures.h"
#include "core/flows/conversationtable.h"
#include "core/flows/flowheader.h"
#include "core/flows/tcpconnection.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace vethscope {

/// The TCP connections of a store by their numbers, which let segments pass by in their order. Where several captures are open,
/// each judges what it saw itself: a segment's copy elsewhere is no segment sent again. Numbers, relative
/// sequences, scales and handshakes are told by all together. One thread lets them see segments; what is const is safe from any.
class TcpConnections
{
public:
    explicit TcpConnections(const PacketStore &store);

    struct Seen {
        std::uint32_t number = 0;     // of its connection
        TcpFindings findings{};
        bool isRepeated = false;      // what it has was seen before
    };
    /// `first`: the number of the first between these ends, which has one as soon as it is in `table`.
    Seen see(const FlowHeader &header, std::uint32_t first, ConversationTable &table);
    /// No more segments will come.
    void forget();

    const TcpConnection &operator[](std::uint32_t number) const { return *m_all[number]; }
    /// Asks memory for what see() will look at: first for where a connection is, then for that, then for what it points to.
    void expectPlace(std::uint32_t number) const { __builtin_prefetch(&m_all[number]); }
    void expectConnection(std::uint32_t number) const { __builtin_prefetch(m_all[number].get()); }
    void expectContent(std::uint32_t number) const { m_all[number]->expect(); }

    /// Private memory in bytes.
    std::size_t memory() const;

private:
    TcpFindings judgedByItsCapture(const FlowHeader &header, std::uint32_t number);

    const PacketStore &m_store;
    AppendOnly<std::unique_ptr<TcpConnection>, 1024> m_all;
    std::unordered_map<std::uint32_t, std::uint32_t> m_latest; // of those whose ports were used again
    Captures m_captures;
    std::unordered_map<std::uint64_t, TcpConnection> m_ofCaptures; // by number and capture
};

} // namespace vethscope
