#include "app/cli/dumpwriter.h"

#include "core/dissect/format.h"

namespace vethscope::cli {
namespace {

class TextWriter final : public DumpWriter
{
public:
    explicit TextWriter(std::ostream &out) : m_out(out) { }

    void write(const PacketRow &row, FilterScratch &) override
    {
        m_line.clear();
        cell(row, Column::Number, 5, Align::Right);
        cell(row, Column::Time, 10, Align::Right);
        cell(row, Column::Source, 12, Align::Right);
        print(m_line, "→ ");
        cell(row, Column::Destination, 12, Align::Left);
        cell(row, Column::Protocol, 0, Align::Left);
        cell(row, Column::Length, 0, Align::Left);
        m_cell.clear();
        printColumn(Column::Info, row, Perspective::Both, m_cell);
        printText(m_line, viewOf(m_cell));
        m_line.push_back('\n');
        m_out.write(m_line.data(), static_cast<std::streamsize>(m_line.size()));
    }
    std::unique_ptr<DumpWriter> another(std::ostream &out) const override { return std::make_unique<TextWriter>(out); }

private:
    enum class Align : std::uint8_t { Left, Right };

    // Addresses, numbers and protocol names are ASCII, so that characters are columns.
    void cell(const PacketRow &row, Column column, std::size_t width, Align align)
    {
        m_cell.clear();
        printColumn(column, row, Perspective::Both, m_cell);
        const std::string padding(width > m_cell.size() ? width - m_cell.size() : 0, ' ');
        if (align == Align::Right)
            print(m_line, padding);
        print(m_line, viewOf(m_cell));
        if (align == Align::Left)
            print(m_line, padding);
        m_line.push_back(' ');
    }

    std::ostream &m_out;
    TextBuffer m_line;
    TextBuffer m_cell;
};

} // namespace

std::unique_ptr<DumpWriter> makeTextWriter(std::ostream &out)
{
    return std::make_unique<TextWriter>(out);
}

} // namespace vethscope::cli
