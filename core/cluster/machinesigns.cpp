#include "core/cluster/machinesigns.h"

#include "core/facts/factlists.h"

#include <algorithm>

namespace vethscope {
namespace {

// What hosttime and etc_hosts keep among the settings stands in documents as well.
bool isSign(const SettingFact &setting)
{
    return setting.name != "date" && !setting.name.starts_with("/etc/hosts ");
}

bool isSign(const ResolverFact &)
{
    return false;
}

template <typename Fact>
bool isSign(const Fact &)
{
    return true;
}

} // namespace

bool showsMachine(const HostFacts &host)
{
    bool shows = false;
    forEachFactList(host, host, [&](const auto &list, const auto &) { shows = shows || std::ranges::any_of(list, [](const auto &fact) { return isSign(fact); }); });
    return shows;
}

} // namespace vethscope
