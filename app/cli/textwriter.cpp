#include "app/cli/dumpwriter.h"

#include "core/dissect/format.h"

#include <algorithm>

namespace vethscope::cli {
namespace {

class TextWriter final : public DumpWriter
{
public:
    void write(const PacketRow &row, FilterScratch &, TextBuffer &out) override
    {
        cell(row, Column::Number, 5, Align::Right, out);
        cell(row, Column::Time, 10, Align::Right, out);
        cell(row, Column::Source, 12, Align::Right, out);
        print(out, "→ ");
        cell(row, Column::Destination, 12, Align::Left, out);
        cell(row, Column::Protocol, 0, Align::Left, out);
        cell(row, Column::Length, 0, Align::Left, out);
        m_info.clear();
        printColumn(Column::Info, row, Perspective::Both, m_info);
        printText(out, viewOf(m_info));
        out.push_back('\n');
    }
    std::unique_ptr<DumpWriter> another() const override { return std::make_unique<TextWriter>(); }

private:
    enum class Align : std::uint8_t { Left, Right };

    // Addresses, numbers and protocol names are ASCII, so that characters are columns.
    static void cell(const PacketRow &row, Column column, std::size_t width, Align align, TextBuffer &out)
    {
        const std::size_t begin = out.size();
        printColumn(column, row, Perspective::Both, out);
        const std::size_t size = out.size() - begin;
        if (size < width) {
            printWithin(out, width - size, [padding = width - size](char *to) { return std::fill_n(to, padding, ' '); });
            if (align == Align::Right)
                std::rotate(out.begin() + begin, out.begin() + begin + size, out.end());
        }
        out.push_back(' ');
    }

    TextBuffer m_info;
};

} // namespace

std::unique_ptr<DumpWriter> makeTextWriter()
{
    return std::make_unique<TextWriter>();
}

} // namespace vethscope::cli
