#include "core/protocols/tcp_stateful.h"

#include "core/dissect/print.h"
#include "core/protocols/layer_facts.h"

#include <bitset>
#include <functional>

namespace vethscope {
namespace {

constexpr auto &fields = tcpStatefulFields;

struct Remark {
    const Field &field;
    std::string_view text;
};

// In the order in which Wireshark puts them in front of one another.
constexpr auto remarks = std::to_array<Remark>({
    {named(fields, "analysis.zero_window_probe_ack"), "[TCP ZeroWindowProbeAck] "},
    {named(fields, "analysis.zero_window"), "[TCP ZeroWindow] "},
    {named(fields, "analysis.zero_window_probe"), "[TCP ZeroWindowProbe] "},
    {named(fields, "analysis.keep_alive_ack"), "[TCP Keep-Alive ACK] "},
    {named(fields, "analysis.keep_alive"), "[TCP Keep-Alive] "},
    {named(fields, "analysis.window_full"), "[TCP Window Full] "},
    {named(fields, "analysis.window_update"), "[TCP Window Update] "},
    {named(fields, "analysis.ack_lost_segment"), "[TCP ACKed unseen segment] "},
    {named(fields, "analysis.lost_segment"), "[TCP Previous segment not captured] "},
    {named(fields, "analysis.out_of_order"), "[TCP Out-Of-Order] "},
    {named(fields, "analysis.spurious_retransmission"), "[TCP Spurious Retransmission] "},
    {named(fields, "analysis.fast_retransmission"), "[TCP Fast Retransmission] "},
    {named(fields, "analysis.retransmission"), "[TCP Retransmission] "},
    {named(fields, "analysis.reused_ports"), "[TCP Port numbers reused] "},
});

} // namespace

namespace {

// Which of the table's rows are there, by their places: many are asked for.
std::bitset<fields.size()> rowsOf(const LayerFacts &known)
{
    std::bitset<fields.size()> rows;
    for (const Item &item : known.items())
        if (const Field *const row = item.field; std::less_equal{}(fields.data(), row) && std::less{}(row, fields.data() + fields.size()))
            rows.set(static_cast<std::size_t>(row - fields.data()));
    return rows;
}

} // namespace

void printTcpRemark(const LayerView &view, TextBuffer &out)
{
    const LayerFacts known(view);
    const auto rows = rowsOf(known);
    const auto has = [&](const Field &field) { return rows[static_cast<std::size_t>(&field - fields.data())]; };
    if (!has(named(fields, "analysis.flags")))
        return;
    const bool ofItsKind = has(named(fields, "analysis.fast_retransmission")) || has(named(fields, "analysis.spurious_retransmission"));
    if (has(named(fields, "analysis.duplicate_ack")))
        print(out, "[TCP Dup ACK {}#{}] "_cf, known.number(named(fields, "analysis.duplicate_ack_frame")),
              known.number(named(fields, "analysis.duplicate_ack_num")));
    for (const Remark &remark : remarks)
        if (has(remark.field) && !(ofItsKind && &remark.field == &named(fields, "analysis.retransmission")))
            print(out, remark.text);
}

TcpNumbers tcpNumbers(const LayerView &view)
{
    const LayerFacts known(view);
    const Bytes header = view.header();
    return {known.number(named(fields, "seq"), read32(header, 4)), known.number(named(fields, "ack"), read32(header, 8)),
            known.number(named(fields, "window_size"), read16(header, 14))};
}

} // namespace vethscope
