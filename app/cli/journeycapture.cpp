#include "app/cli/journeywriter.h"
#include "core/capture/newfile.h"
#include "core/capture/pcapngwriter.h"

// journey -w: what was followed, for other programs and for journey itself.

namespace vethscope::cli {
namespace {

using Ids = std::vector<std::uint64_t>; // of each row; 0: of no journey

Ids idsOf(const JourneyReport &report)
{
    Ids ids(report.followed.store().size());
    std::uint64_t id = 0;
    for (const journey::Journey &journey : report.followed.journeys().all) {
        ++id;
        for (const journey::JourneyHop &hop : journey.hops)
            for (const std::uint32_t row : hop.rows)
                ids[row] = id;
    }
    return ids;
}

// A link type of each point: that of its frames.
std::vector<const Interface *> interfacesOf(const JourneyReport &report)
{
    std::vector<const Interface *> interfaces(report.followed.points().size());
    for (std::uint32_t place = 0; place < report.followed.store().interfaceCount(); ++place)
        for (const std::size_t point : report.followed.points().ofInterface(place))
            interfaces[point] = &report.followed.store().interface(place);
    return interfaces;
}

bool describe(PcapngWriter &writer, const JourneyReport &report)
{
    const std::vector<const Interface *> interfaces = interfacesOf(report);
    for (std::size_t id = 0; id < report.followed.points().size(); ++id) {
        const journey::JourneyPoint &point = report.followed.points()[id];
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
    for (std::size_t id = 0; id < report.followed.points().size(); ++id) {
        const journey::JourneyPoint &point = report.followed.points()[id];
        const PcapngWriter::Statistics statistics{.interface = static_cast<std::uint32_t>(id), .time = point.end.value_or(0), .received = frames[id],
                                                  .dropped = point.dropped, .begin = point.begin, .end = point.end};
        if (point.end && !writer.statistics(statistics))
            return false;
    }
    return true;
}

bool writeFrame(PcapngWriter &writer, const JourneyReport &report, std::size_t row, std::size_t point, std::uint64_t id)
{
    const Frame frame = report.followed.store().ownFrame(row);
    const PacketRemarks remarks = report.followed.store().remarks(row);
    PcapngWriter::Packet packet{.interface = static_cast<std::uint32_t>(point), .time = frame.time, .bytes = frame.bytes, .originalLength = frame.originalLength};
    packet.remark(remarks);
    packet.id = id != 0 ? std::optional(id) : std::nullopt; // another file's would be taken for one of these
    return writer.packet(packet);
}

} // namespace

Result<void> writeJourneysCapture(const JourneyReport &report, NameTable names, const std::filesystem::path &path)
{
    auto file = NewFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    PcapngWriter writer([&](Bytes block) { return file->write(block); });
    const Ids ids = idsOf(report);
    names.add(report.followed.store().notes().names);
    bool isKept = writer.section("Vethscope") && describe(writer, report) && writer.names(names.resolved());
    std::vector<std::uint64_t> frames(report.followed.points().size());
    for (std::size_t row = 0; isKept && row < report.followed.store().size(); ++row) {
        const std::size_t point = report.followed.points().of(report.followed.store(), row);
        ++frames[point];
        isKept = writeFrame(writer, report, row, point, ids[row]);
    }
    isKept = isKept && writeRecordings(writer, report, frames);
    return isKept ? file->commit() : std::unexpected(file->problem());
}

} // namespace vethscope::cli
