#include "app/cli/journeywriter.h"
#include "core/capture/newfile.h"
#include "core/capture/pcapngwriter.h"

// journey -w: what was followed, for other programs and for journey itself.

namespace vethscope::cli {
namespace {

using Ids = std::vector<std::uint64_t>; // of each row; 0: of no journey

Ids idsOf(const JourneyReport &report)
{
    Ids ids(report.store.size());
    for (std::size_t i = 0; i < report.journeys.all.size(); ++i)
        for (const journey::JourneyHop &hop : report.journeys.all[i].hops)
            for (const journey::Sighting &one : hop.sightings)
                ids[one.row] = i + 1;
    return ids;
}

// A link type of each point: that of its frames.
std::vector<const Interface *> interfacesOf(const JourneyReport &report)
{
    std::vector<const Interface *> interfaces(report.points.size());
    for (std::uint32_t place = 0; place < report.store.interfaceCount(); ++place)
        for (const std::size_t point : report.points.ofInterface(place))
            interfaces[point] = &report.store.interface(place);
    return interfaces;
}

bool describe(PcapngWriter &writer, const JourneyReport &report)
{
    const std::vector<const Interface *> interfaces = interfacesOf(report);
    for (std::size_t id = 0; id < report.points.size(); ++id) {
        const journey::JourneyPoint &point = report.points[id];
        const std::string &machine = point.place.pod.empty() ? point.place.node : point.place.pod;
        const PcapngWriter::InterfaceDescription description{
            .name = point.place.interface,
            .description = machine.empty() ? std::string() : "node " + machine,
            .filter = point.filter,
            .comment = interfaces[id]->comment,
            .linkType = interfaces[id]->linkType,
            .snapLength = point.snapLength,
        };
        if (!writer.interface(description))
            return false;
    }
    return true;
}

// From when to when each point recorded, which its frames alone do not say.
bool writeRecordings(PcapngWriter &writer, const JourneyReport &report, const std::vector<std::uint64_t> &frames)
{
    for (std::size_t id = 0; id < report.points.size(); ++id) {
        const journey::JourneyPoint &point = report.points[id];
        const PcapngWriter::Statistics statistics{.interface = static_cast<std::uint32_t>(id), .time = point.end.value_or(0), .received = frames[id],
                                                  .dropped = point.dropped, .begin = point.begin, .end = point.end};
        if (point.end && !writer.statistics(statistics))
            return false;
    }
    return true;
}

std::size_t pointOf(const JourneyReport &report, std::size_t row)
{
    return report.points.at(report.store.interfacePlace(row), journey::JourneyPoints::ifindexOf(report.store.ownFrame(row)));
}

bool writeFrame(PcapngWriter &writer, const JourneyReport &report, std::size_t row, std::size_t point, std::uint64_t id)
{
    const Frame frame = report.store.ownFrame(row);
    const PacketRemarks remarks = report.store.remarks(row);
    PcapngWriter::Packet packet{.interface = static_cast<std::uint32_t>(point), .time = frame.time, .bytes = frame.bytes, .originalLength = frame.originalLength,
                                .comments = remarks.comments, .flags = remarks.flags};
    if (id != 0)
        packet.id = id;
    return writer.packet(packet);
}

} // namespace

Result<void> writeJourneysCapture(const JourneyReport &report, const std::filesystem::path &path)
{
    auto file = NewFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    PcapngWriter writer([&](Bytes block) { return file->write(block); });
    const Ids ids = idsOf(report);
    bool isKept = writer.section("Vethscope") && describe(writer, report);
    std::vector<std::uint64_t> frames(report.points.size());
    for (std::size_t row = 0; isKept && row < report.store.size(); ++row) {
        const std::size_t point = pointOf(report, row);
        ++frames[point];
        isKept = writeFrame(writer, report, row, point, ids[row]);
    }
    isKept = isKept && writeRecordings(writer, report, frames);
    return isKept ? file->commit() : std::unexpected(file->problem());
}

} // namespace vethscope::cli
