#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/facts.h"
#include "core/dissect/layer.h"
#include "core/names/nametable.h"

#include <memory>

namespace vethscope {

/// Whom a frame without a tunnel serves: by its addresses, or else by where it was captured.
enum class Traffic : std::uint8_t { Unknown, Pod, Node };

/// Gives every frame of a store the names that host facts know for its innermost IP addresses, or ARP's: the fields `k8s.*`. Frames of
/// the store know them while it lives.
class NameFacts final : public FactGiver
{
public:
    NameFacts(PacketStore &store, std::shared_ptr<const NameTable> names);
    NameFacts(const NameFacts &) = delete;
    NameFacts &operator=(const NameFacts &) = delete;
    ~NameFacts() override;

    std::span<const Protocol *const> protocols() const override;
    void add(const LayerView &view, Details &details) const override;
    std::size_t done() const override { return m_store.settled(); }
    bool finished() const override { return m_store.allSettled(); }

    const NameTable &names() const { return *m_names; }
    /// Other names from now on. Nobody may ask for facts of a frame meanwhile.
    void setNames(std::shared_ptr<const NameTable> names) { m_names = std::move(names); }

    /// Unknown for a frame with a tunnel.
    Traffic trafficOf(const Frame &frame, const Dissection &packet) const;

private:
    // The ends of the packet that travels innermost.
    struct Ends {
        bool found = false; // that packet
        const Name *source = nullptr;
        const Name *destination = nullptr;
    };
    Ends endsOf(const Frame &frame, const Dissection &packet) const;
    Traffic trafficOf(const Frame &frame, const Dissection &packet, const Ends &ends) const;

    PacketStore &m_store;
    std::shared_ptr<const NameTable> m_names;
};

} // namespace vethscope
