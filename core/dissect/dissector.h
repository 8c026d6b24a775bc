#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/dissect/registry.h"

#include <vector>

namespace vethscope {

/// Walks the headers of a frame from the outside in. Knows no protocol by name: who comes next is
/// what a header says (its Step) and who claimed that number (the Registry).
class Dissector
{
public:
    explicit Dissector(const Registry &registry) : m_registry(registry) { }

    const Registry &registry() const { return m_registry; }

    /// These protocols are not dissected: their headers, and what they carry, are data. Not while somebody dissects.
    void disable(std::vector<const Protocol *> protocols);
    /// Whether it is dissected where it is met.
    bool isEnabled(const Protocol &protocol) const { return m_disabled.empty() || !isDisabled(protocol); }

    /// All headers of the frame up to the first damage. Allocates nothing; safe on hostile bytes and
    /// from several threads at once.
    void dissect(const Frame &frame, Dissection &packet) const;

    Dissection dissect(const Frame &frame) const
    {
        Dissection packet;
        dissect(frame, packet);
        return packet;
    }

    /// Starts at a given protocol instead of the frame's link type: for tests of one header.
    void dissect(const Frame &frame, const Protocol &first, Dissection &packet) const;

private:
    const Protocol *next(const Step &step, Bytes rest) const;
    bool isDisabled(const Protocol &protocol) const;

    const Registry &m_registry;
    std::vector<const Protocol *> m_disabled; // sorted
};

} // namespace vethscope
