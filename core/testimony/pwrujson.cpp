#include "core/snapshot/words.h"
#include "core/testimony/kerneltools.h"
#include "core/testimony/pwruwords.h"
#include "core/testimony/tracetime.h"

#include <nlohmann/json.hpp>

// pwru --output-json: an object a line.

namespace vethscope::testimony {
namespace {

using PwruJson = nlohmann::json;

std::string textOf(const PwruJson &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <typename Number>
std::optional<Number> numberIn(const PwruJson &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > std::numeric_limits<Number>::max())
        return std::nullopt;
    return found->get<Number>();
}

std::optional<IpAddress> addressIn(const PwruJson &object, const char *name)
{
    const std::string text = textOf(object, name);
    return IpAddress::parse(text.starts_with('[') && text.ends_with(']') ? text.substr(1, text.size() - 2) : text);
}

// Zeros are left out of the object.
void readTuple(const PwruJson &tuple, ToldPacket &packet)
{
    if (!tuple.is_object())
        return;
    packet.source = addressIn(tuple, "saddr");
    packet.destination = addressIn(tuple, "daddr");
    packet.protocol = numberIn<std::uint8_t>(tuple, "proto");
    packet.sourcePort = numberIn<std::uint16_t>(tuple, "sport");
    packet.destinationPort = numberIn<std::uint16_t>(tuple, "dport");
}

bool looksLikePwruJson(std::string_view line)
{
    return line.starts_with('{') && line.find("\"skb\":") != line.npos && line.find("\"func\":") != line.npos;
}

void readPwruJson(TraceReading &reading)
{
    Buffers buffers;
    for (std::uint32_t number = 1; number <= reading.size(); ++number) {
        if (reading.line(number).empty())
            continue;
        const PwruJson object = PwruJson::parse(reading.line(number), nullptr, false);
        const std::string function = object.is_object() ? textOf(object, "func") : std::string();
        if (function.empty()) {
            reading.notUnderstood(number);
            continue;
        }
        Record &record = reading.add(number);
        readPwruFunction(function, record);
        if (const std::size_t open = function.find(" ("); open != function.npos && function.ends_with(')')) { // a reason that pwru has no word for
            record.function = function.substr(0, open);
            record.reason = function.substr(open + 2, function.size() - open - 3);
        }
        if (object.contains("tuple"))
            readTuple(object["tuple"], record.packet);
        record.group = buffers.groupOf(textOf(object, "skb"), record.function);
        if (const std::string time = textOf(object, "time"); time.empty() || !readLocalTime(time, record))
            reading.note(Sentence::of("pwru tells no time of day in {}: it does with --timestamp absolute", reading.name()));
    }
}

} // namespace

constinit const KernelTool tools::pwruJson{.name = "pwru", .looksLike = looksLikePwruJson, .read = readPwruJson};

} // namespace vethscope::testimony
