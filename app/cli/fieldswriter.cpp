#include "app/cli/dumpwriter.h"

#include "core/dissect/format.h"

namespace vethscope::cli {
namespace {

// `/t` and `/s` stand for a tab and a space, anything else for itself.
std::string separatorOf(const std::string &value)
{
    return value == "/t" ? "\t" : value == "/s" ? " " : value;
}

class FieldsWriter final : public DumpWriter
{
public:
    FieldsWriter(std::vector<OutputField> fields, FieldsStyle style, std::ostream &out)
        : m_fields(std::move(fields)), m_style(std::move(style)), m_out(out)
    {
    }

    void begin() override
    {
        if (!m_style.header)
            return;
        for (const OutputField &field : m_fields)
            m_out << (&field == m_fields.data() ? "" : m_style.separator) << field.name;
        m_out << '\n';
    }

    void write(const PacketRow &row, FilterScratch &scratch) override
    {
        scratch.begin();
        Evaluation evaluation{row.frame, row.packet, scratch};
        m_line.clear();
        for (const OutputField &field : m_fields) {
            if (&field != m_fields.data())
                print(m_line, m_style.separator);
            writeValues(evaluation, field);
        }
        m_line.push_back('\n');
        m_out.write(m_line.data(), static_cast<std::streamsize>(m_line.size()));
    }
    std::unique_ptr<DumpWriter> another(std::ostream &out) const override { return std::make_unique<FieldsWriter>(m_fields, m_style, out); }

private:
    void writeValues(Evaluation &evaluation, const OutputField &field)
    {
        m_values.clear();
        bool any = false;
        field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            if (any && m_style.occurrence == FieldsStyle::Occurrence::First)
                return;
            if (any && m_style.occurrence == FieldsStyle::Occurrence::Last)
                m_values.clear();
            else if (any)
                print(m_values, m_style.aggregator);
            any = true;
            tableRow ? printForScripts(m_values, *tableRow, place, value) : print(m_values, field.name);
        });
        if (!any)
            return;
        print(m_line, m_style.quote);
        print(m_line, viewOf(m_values));
        print(m_line, m_style.quote);
    }

    std::vector<OutputField> m_fields;
    FieldsStyle m_style;
    std::ostream &m_out;
    TextBuffer m_line;
    TextBuffer m_values;
};

} // namespace

Result<void> FieldsStyle::set(const std::string &option)
{
    const std::size_t equals = option.find('=');
    const std::string name = option.substr(0, equals);
    const std::string value = equals == std::string::npos ? std::string() : option.substr(equals + 1);
    if (name == "header" && (value == "y" || value == "n"))
        header = value == "y";
    else if (name == "separator" && !value.empty())
        separator = separatorOf(value);
    else if (name == "aggregator" && !value.empty())
        aggregator = separatorOf(value);
    else if (name == "occurrence" && (value == "f" || value == "l" || value == "a"))
        occurrence = value == "f" ? Occurrence::First : value == "l" ? Occurrence::Last : Occurrence::All;
    else if (name == "quote" && (value == "d" || value == "s" || value == "n"))
        quote = value == "n" ? std::string() : std::string(1, value == "d" ? '"' : '\'');
    else
        return std::unexpected(Error{Sentence::verbatim(
            "-E " + option
            + " is not known; there are header=y|n, separator=/t|/s|CHARACTER, aggregator=,|/s|CHARACTER, occurrence=f|l|a and quote=d|s|n")});
    return {};
}

std::unique_ptr<DumpWriter> makeFieldsWriter(std::vector<OutputField> fields, FieldsStyle style, std::ostream &out)
{
    return std::make_unique<FieldsWriter>(std::move(fields), std::move(style), out);
}

} // namespace vethscope::cli
