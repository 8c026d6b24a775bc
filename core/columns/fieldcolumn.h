#pragma once

#include "core/filter/filter.h"
#include "core/filter/operand.h"
#include "core/summary/columns.h"

#include <optional>
#include <span>
#include <vector>

namespace vethscope {

/// What a column shows that says no ready-made thing: the values of a field, of several (`ip.src || arp.src.proto_ipv4`), of a slice or a function, or, of
/// an expression that is true or false of a packet, a tick where it is true. Wireshark's custom columns. Immutable; may run on several threads at once.
class FieldColumn
{
public:
    /// A display filter of fields and values, or of conditions. Fails where no filter could be compiled of it, and where it is blank.
    static Result<FieldColumn, FilterError> compile(std::string_view expression, const Registry &registry);

    /// Appends the values, field by field and outermost first, with words where they have words, joined by commas; of each field the nth only where
    /// `occurrence` says so (ColumnSpec). Begins the scratch anew. `ports` names those of TCP, UDP and SCTP, `http (80)`; null: numbers.
    void print(const PacketRow &row, int occurrence, FilterScratch &scratch, TextBuffer &out, const PortNaming *ports = nullptr) const;
    /// Whether all its values are numbers, which stand to the right and are sorted as such.
    bool isNumeric() const;
    /// The number, or what it sorts by: the value that print() would write first. Nothing where it has none in the packet.
    std::optional<double> number(const PacketRow &row, int occurrence, FilterScratch &scratch) const;
    /// Of whose headers it asks what only FrameFacts knows.
    std::span<const Protocol *const> asks() const { return m_condition.asks(); }

private:
    FieldColumn() = default;

    std::vector<OperandPointer> m_values; // none: a condition
    Filter m_condition;
};

} // namespace vethscope
