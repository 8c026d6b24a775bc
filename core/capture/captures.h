#pragma once

#include "core/capture/packetstore.h"

#include <cstdint>
#include <vector>

namespace vethscope {

/// The captures of a store: each file is one, but those of one set (fileset.h), which one capture has written, are one together. What two captures saw is
/// no packet that was sent again.
class Captures
{
public:
    /// The store outlives it.
    explicit Captures(const PacketStore &store);

    bool areSeveral() const { return !m_ofFiles.empty(); }
    /// Of the frame in that row: the first file of its capture.
    std::uint32_t of(std::size_t row) const { return areSeveral() ? m_ofFiles[m_store.interfaceOf(row).file] : 0; }

private:
    const PacketStore &m_store;
    std::vector<std::uint32_t> m_ofFiles; // empty where all are one
};

} // namespace vethscope
