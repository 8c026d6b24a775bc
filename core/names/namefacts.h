#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/facts.h"
#include "core/names/nametable.h"

#include <memory>

namespace vethscope {

/// Gives every frame of a store the names that host facts know for its innermost addresses: the fields `k8s.*`. What other facts
/// the store had stay asked. Frames of the store point to it while it lives; it takes its place between its making and its end,
/// so what it found there has to outlive it.
class NameFacts final : public FrameFacts
{
public:
    NameFacts(PacketStore &store, std::shared_ptr<const NameTable> names);
    NameFacts(const NameFacts &) = delete;
    NameFacts &operator=(const NameFacts &) = delete;
    ~NameFacts() override;

    void add(const LayerView &view, Details &details) const override;
    std::size_t done() const override { return m_others ? m_others->done() : m_store.settled(); }
    bool finished() const override { return m_others ? m_others->finished() : m_store.allSettled(); }

    const NameTable &names() const { return *m_names; }

private:
    PacketStore &m_store;
    std::shared_ptr<const NameTable> m_names;
    const FrameFacts *m_others;
};

} // namespace vethscope
