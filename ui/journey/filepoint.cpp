#include "ui/journey/filepoint.h"

#include "core/journey/pointname.h"
#include "ui/journey/followedjourneys.h"
#include "ui/shared/opencapture.h"

namespace vethscope {
namespace {

FilePoint &ofFile(std::vector<FilePoint> &points, const Interface &interface)
{
    return points[interface.file];
}

} // namespace

std::vector<CaptureArgument> captureArgumentsOf(const OpenCapture &capture)
{
    std::vector<CaptureArgument> arguments;
    for (const std::filesystem::path &file : capture.store().paths())
        arguments.push_back({capture.givenPoint(QString::fromStdString(file.string())), file});
    return arguments;
}

std::vector<FilePoint> filePointsOf(const OpenCapture &capture, const FollowedJourneys *found)
{
    const PacketStore &store = capture.store();
    std::vector<FilePoint> points;
    for (const std::filesystem::path &file : store.paths()) {
        FilePoint &one = points.emplace_back();
        one.path = QString::fromStdString(file.string());
        one.given = capture.givenPoint(one.path);
    }
    for (std::size_t i = 0; i < store.interfaceCount(); ++i) {
        const Interface &interface = store.interface(i);
        FilePoint &one = ofFile(points, interface);
        one.node = QString::fromStdString(interface.pointNode);
        one.device = QString::fromStdString(interface.pointInterface);
        one.devices << one.device;
    }
    for (FilePoint &one : points)
        if (one.devices.size() < 2)
            one.devices.clear();
    for (std::size_t row = 0; row < store.size(); ++row)
        ++ofFile(points, store.interfaceOf(row)).frames;
    for (std::size_t i = 0; found && i < found->followed->points().size(); ++i) {
        const journey::JourneyPoint &known = found->followed->points()[i];
        for (FilePoint &one : points) {
            if (one.path.toStdString() != known.file.string() || one.given)
                continue;
            const journey::PointName name = nameOf(known);
            one.node = QString::fromStdString(name.machine);
            if (one.devices.isEmpty() && !known.place.interface.empty())
                one.device = QString::fromStdString(known.place.interface);
        }
    }
    return points;
}

} // namespace vethscope
