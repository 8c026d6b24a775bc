#include "core/columns/fieldcolumn.h"
#include "core/profiles/wiresharkpreferences.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vethscope {
namespace {

// Wireshark's formats (Edit ▸ Preferences ▸ Columns, doc/wsug) with what says the same here.
struct ColumnFormat {
    std::string_view format;
    Column column;
    std::string_view expression{};
};

constexpr auto columnFormats = std::to_array<ColumnFormat>({
    {"%m", Column::Number}, {"%t", Column::Time}, {"%p", Column::Protocol}, {"%L", Column::Length}, {"%i", Column::Info},
    {"%s", Column::Source}, {"%rs", Column::Source}, {"%us", Column::Source}, {"%ns", Column::Source}, {"%rns", Column::Source}, {"%uns", Column::Source},
    {"%d", Column::Destination}, {"%rd", Column::Destination}, {"%ud", Column::Destination}, {"%nd", Column::Destination}, {"%rnd", Column::Destination}, {"%und", Column::Destination},
    {"%hs", Column::Field, "eth.src"}, {"%rhs", Column::Field, "eth.src"}, {"%uhs", Column::Field, "eth.src"},
    {"%hd", Column::Field, "eth.dst"}, {"%rhd", Column::Field, "eth.dst"}, {"%uhd", Column::Field, "eth.dst"},
    {"%S", Column::Field, "tcp.srcport || udp.srcport"}, {"%rS", Column::Field, "tcp.srcport || udp.srcport"}, {"%uS", Column::Field, "tcp.srcport || udp.srcport"},
    {"%D", Column::Field, "tcp.dstport || udp.dstport"}, {"%rD", Column::Field, "tcp.dstport || udp.dstport"}, {"%uD", Column::Field, "tcp.dstport || udp.dstport"},
    {"%Tt", Column::Delta}, {"%Gt", Column::Field, "frame.time_delta_displayed"}, {"%Rt", Column::Field, "frame.time_relative"},
    {"%At", Column::Field, "frame.time"}, {"%Yt", Column::Field, "frame.time"}, {"%YDOYt", Column::Field, "frame.time"},
    {"%Aut", Column::Field, "frame.time"}, {"%Yut", Column::Field, "frame.time_utc"}, {"%YDOYut", Column::Field, "frame.time_utc"},
    {"%q", Column::Field, "vlan.id"}, {"%f", Column::Field, "ip.dsfield.dscp"},
});

constexpr std::string_view custom = "%Cus:";

// `field:occurrence:resolved`, the last two only in newer versions; the field may be an expression with colons.
ColumnSpec customColumn(std::string_view text)
{
    ColumnSpec column{.column = Column::Field};
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos && text.size() == colon + 2)
        text = text.substr(0, colon); // R, U: names or not
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        int occurrence = 0;
        const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), occurrence);
        if (error == std::errc() && end == text.data() + text.size() && std::abs(occurrence) < 1000) {
            column.occurrence = occurrence;
            text = text.substr(0, colon);
        }
    }
    column.expression = text;
    return column;
}

std::optional<ColumnSpec> columnOfFormat(std::string_view format, const Registry &registry)
{
    ColumnSpec column;
    if (format.starts_with(custom)) {
        column = customColumn(format.substr(custom.size()));
    } else {
        const auto known = std::ranges::find(columnFormats, format, &ColumnFormat::format);
        if (known == columnFormats.end())
            return std::nullopt;
        column = {.column = known->column, .expression = std::string(known->expression)};
    }
    if (column.column == Column::Field && !FieldColumn::compile(column.expression, registry))
        return std::nullopt;
    return column;
}

std::string setting(const std::map<std::string, std::string> &settings, const char *key)
{
    const auto found = settings.find(key);
    return found == settings.end() ? std::string() : found->second;
}

} // namespace

WiresharkColumns wiresharkColumns(const std::map<std::string, std::string> &settings, const Registry &registry)
{
    WiresharkColumns read;
    const std::vector<std::string> words = wiresharkList(setting(settings, "gui.column.format"));
    const std::vector<std::string> hidden = wiresharkList(setting(settings, "gui.column.hidden")), hiddenPlaces = wiresharkList(setting(settings, "gui.column.hide"));
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        const std::string &title = words[i], &format = words[i + 1];
        auto column = columnOfFormat(format, registry);
        if (!column) {
            read.leftOut.push_back(Sentence::of("the column \"{}\" ({}): nothing here says the same", title, format));
            continue;
        }
        if (column->column != Column::Field && std::ranges::find(read.columns, column->column, &ColumnSpec::column) != read.columns.end()) {
            read.leftOut.push_back(Sentence::of("the column \"{}\" ({}): there is one that says the same", title, format));
            continue;
        }
        column->title = title;
        column->isHidden = std::ranges::find(hidden, format) != hidden.end() || std::ranges::find(hiddenPlaces, std::to_string(i / 2 + 1)) != hiddenPlaces.end();
        read.columns.push_back(*std::move(column));
    }
    return read;
}

} // namespace vethscope
