#pragma once

#include "core/bytes/result.h"
#include "core/path/places.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::path {

/// Who packets go from and to, as it was asked for: `[NS/]POD`, `NODE`, `[NS/]SERVICE` or an address, also one that nobody owns.
struct Who {
    enum class Kind : std::uint8_t { Pod, Node, Service, Outside };

    Kind kind = Kind::Outside;
    std::string name{};
    const Place *place = nullptr;           // of a pod or node
    const ClusterService *service = nullptr;
    std::vector<IpAddress> addresses{};     // by which it is reached, the most usual first
    bool isAddress = false;                 // an address was asked for, which decides the family
};

/// `pod`, `node`, `service`, `address`.
std::string_view nameOf(Who::Kind kind);

Who whoOf(const Places &places, const ClusterPod &pod);
Who whoOf(const Places &places, const ClusterNode &node);
Who whoOf(const ClusterService &service);

/// `pod/`, `node/` and `svc/` in front decide; without them pods go before nodes before services. Names that nobody has, or several, are
/// errors that say the nearest, or all.
Result<Who> whoIs(const Places &places, std::string_view word);
/// The same of a sender, which no service is.
Result<Who> whoSends(const Places &places, std::string_view word);

} // namespace vethscope::path
