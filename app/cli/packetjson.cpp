#include "app/cli/packetjson.h"

#include "core/dissect/format.h"

namespace vethscope::cli {
namespace {

// JSON has an escape of its own for what a line of text cannot hold: text goes into it as it is.
std::string valueText(const OutputField &field, const Value &value, const Field *tableRow, BitRange place)
{
    if (!tableRow)
        return field.name;
    if (tableRow->show == Show::Text)
        return std::string(asText(value.bytes));
    TextBuffer text;
    printForScripts(text, *tableRow, place, value);
    return fmt::to_string(text);
}

} // namespace

Json chosenFields(const std::vector<OutputField> &fields, const PacketRow &row, FilterScratch &scratch)
{
    scratch.begin();
    Evaluation evaluation{row.frame, row.packet, scratch};
    Json layers = Json::object();
    for (const OutputField &field : fields)
        field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            layers[field.name].push_back(valueText(field, value, tableRow, place));
        });
    return layers;
}

} // namespace vethscope::cli
