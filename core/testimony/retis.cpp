#include "core/testimony/retis.h"

#include "core/bytes/pcapngoptions.h"
#include "core/testimony/dropreason.h"

#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

// retis-org/retis, docs/pcap.md: the event as JSON in a custom option of the enterprise 70000, and its words as the packet's comment.

namespace vethscope::testimony {
namespace {

constexpr std::uint16_t customText = 2988; // draft-ietf-opsawg-pcapng, section 3.5.1: UTF-8 that may be copied
constexpr std::uint32_t retisEnterprise = 70000;
constexpr std::size_t looked = 100; // at so many packets of a file, for whether retis wrote it

// Empty where there is none.
std::string_view eventOf(const Frame &frame)
{
    for (const PcapngOption &option : PcapngOptions(frame.options, frame.bigEndianOptions))
        if (option.code == customText && option.value.size() > 4 && readOrdered<std::uint32_t>(option.value, 0, frame.bigEndianOptions) == retisEnterprise)
            return asText(option.value.subspan(4));
    return {};
}

std::string memberOf(const nlohmann::json &event, std::initializer_list<const char *> sections, const char *member)
{
    for (const char *const name : sections) {
        const auto section = event.find(name);
        if (section == event.end() || !section->is_object())
            continue;
        if (const auto found = section->find(member); found != section->end() && found->is_string())
            return found->get<std::string>();
    }
    return {};
}

std::set<std::uint32_t> filesOfRetis(const PacketStore &store)
{
    std::set<std::uint32_t> files;
    std::vector<std::size_t> seen(store.paths().size());
    for (std::size_t row = 0; row < store.size(); ++row) {
        const std::uint32_t file = store.interfaceOf(row).file;
        if (seen[file]++ < looked && !eventOf(store.ownFrame(row)).empty())
            files.insert(file);
    }
    return files;
}

void readPacket(const PacketStore &store, std::size_t row, std::uint32_t number, Testimony &into)
{
    const Frame frame = store.ownFrame(row);
    const std::string_view told = eventOf(frame);
    if (told.empty())
        return;
    const std::string file = store.paths()[store.interfaceOf(row).file].filename().string();
    const auto event = nlohmann::json::parse(told, nullptr, false);
    const bool isEvent = event.is_object();
    const std::string_view words = frame.comment.empty() ? told : frame.comment;
    const Evidence evidence{std::make_shared<const SourceText>(fmt::format("{} frame {}", file, number), std::string(words)), 1, 0};
    if (!isEvent)
        return into.notUnderstood.push_back(evidence);
    Record &record = into.records.emplace_back();
    record.tool = "retis";
    record.node = frame.pointNode;
    record.timeTold = TimeTold::Utc;
    record.time = frame.time;
    record.function = memberOf(event, {"kernel"}, "symbol");
    record.reason = dropReason(memberOf(event, {"skb-drop", "skb_drop"}, "drop_reason"));
    record.row = row;
    record.evidence.push_back(evidence);
}

} // namespace

void readRetis(const PacketStore &store, Testimony &into)
{
    const std::set<std::uint32_t> files = filesOfRetis(store);
    if (files.empty())
        return;
    std::vector<std::uint32_t> numbers(store.paths().size()); // of frames in their files
    for (std::size_t row = 0; row < store.size(); ++row) {
        const std::uint32_t file = store.interfaceOf(row).file, number = ++numbers[file];
        if (files.contains(file))
            readPacket(store, row, number, into);
    }
}

} // namespace vethscope::testimony
