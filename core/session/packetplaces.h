#pragma once

#include "core/capture/packetstore.h"
#include "core/session/savedsession.h"

#include <span>
#include <utility>

namespace vethscope {

/// Rows of a store and packets of a session's captures, in both directions: one walk over the index, in which several files are
/// merged.
class PacketPlaces
{
public:
    /// Of the captures' files, those that the store could open are in it, in their order.
    PacketPlaces(const PacketStore &store, std::span<const SavedCapture> captures);

    /// For each capture of the session, whether the store has it.
    const std::vector<bool> &present() const { return m_present; }

    /// For each interface of the store its capture's place in the session, and which of that file's it is.
    std::vector<std::pair<std::size_t, std::size_t>> interfaces() const;

    /// Of ascending rows.
    std::vector<SavedPacket> packets(std::span<const std::size_t> rows) const;
    /// The same with neighbours in one file put together.
    std::vector<SavedMarks> marks(std::span<const std::size_t> rows) const;

    /// For each, its row; nothing when the packet is not there.
    std::vector<std::optional<std::size_t>> rows(std::span<const SavedPacket> packets) const;
    /// All rows that are marked, ascending. `missing` becomes how many marked packets of captures that are there are not.
    std::vector<std::size_t> rows(std::span<const SavedMarks> marks, std::uint64_t &missing) const;

private:
    const PacketStore &m_store;
    std::vector<std::size_t> m_captures; // of each file of the store, its place in the session
    std::vector<bool> m_present;
};

} // namespace vethscope
