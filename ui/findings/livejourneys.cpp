#include "ui/findings/livejourneys.h"

#include "ui/journey/followedjourneys.h"

#include <algorithm>
#include <iterator>

namespace vethscope {
namespace {

// What journeys of a capture refer to that nobody else has open.
struct OwnCapture {
    explicit OwnCapture(const Registry &all) : registry(all), dissector(registry) {}

    Registry registry;
    Dissector dissector;
    std::unique_ptr<PacketStore> store{};
};

} // namespace

std::shared_ptr<const FollowedJourneys> followLive(const LiveFile &file, std::shared_ptr<const Cluster> cluster, const std::function<bool(double share)> &goOn)
{
    std::vector<std::filesystem::path> paths;
    std::ranges::transform(file.arguments, std::back_inserter(paths), &CaptureArgument::file);
    auto store = PacketStore::open(paths);
    if (!store)
        return {};
    (*store)->waitUntilFinished(); // a packet that is half written is among its problems, and no packet
    auto own = std::make_shared<OwnCapture>(file.registry);
    own->store = std::move(*store);
    auto found = std::make_shared<FollowedJourneys>();
    found->capture = own;
    found->hasHosts = cluster != nullptr;
    found->cluster = cluster ? std::move(cluster) : std::make_shared<const Cluster>();
    found->reading = std::make_shared<JourneyReading>();
    found->followed = journey::Followed::of(*own->store, own->dissector, *found->cluster, file.arguments, goOn);
    return found->followed ? found : nullptr;
}

} // namespace vethscope
