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
    FieldsWriter(std::vector<OutputField> fields, FieldsStyle style) : m_fields(std::move(fields)), m_style(std::move(style)) { }

    void begin(TextBuffer &out) override
    {
        if (!m_style.header)
            return;
        for (const OutputField &field : m_fields) {
            print(out, &field == m_fields.data() ? "" : m_style.separator);
            print(out, field.name);
        }
        out.push_back('\n');
    }

    void write(const PacketRow &row, FilterScratch &scratch, TextBuffer &out) override
    {
        scratch.begin();
        Evaluation evaluation{row.frame, row.packet, scratch};
        for (const OutputField &field : m_fields) {
            if (&field != m_fields.data())
                print(out, m_style.separator);
            writeValues(evaluation, field, out);
        }
        out.push_back('\n');
    }
    std::unique_ptr<DumpWriter> another() const override { return std::make_unique<FieldsWriter>(m_fields, m_style); }

private:
    void writeValues(Evaluation &evaluation, const OutputField &field, TextBuffer &out) const
    {
        const std::size_t begin = out.size();
        bool any = false;
        field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            if (any && m_style.occurrence == FieldsStyle::Occurrence::First)
                return;
            if (!any)
                print(out, m_style.quote);
            else if (m_style.occurrence == FieldsStyle::Occurrence::Last)
                out.resize(begin + m_style.quote.size());
            else
                print(out, m_style.aggregator);
            any = true;
            tableRow ? printForScripts(out, *tableRow, place, value) : print(out, field.name);
        });
        if (any)
            print(out, m_style.quote);
    }

    std::vector<OutputField> m_fields;
    FieldsStyle m_style;
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

std::unique_ptr<DumpWriter> makeFieldsWriter(std::vector<OutputField> fields, FieldsStyle style)
{
    return std::make_unique<FieldsWriter>(std::move(fields), std::move(style));
}

} // namespace vethscope::cli
