#include "core/path/who.h"

#include "core/bytes/nearestwords.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope::path {
namespace {

std::string fullNameOf(const ClusterService &service)
{
    return service.serviceNamespace.empty() ? service.name : service.serviceNamespace + "/" + service.name;
}

// Without its namespace.
std::string_view bare(std::string_view name)
{
    const std::size_t slash = name.find('/');
    return slash == name.npos ? name : name.substr(slash + 1);
}

bool isCalled(std::string_view fullName, std::string_view word)
{
    return fullName == word || (!word.contains('/') && bare(fullName) == word);
}

template <typename Addresses>
std::vector<IpAddress> listed(const Addresses &addresses)
{
    return {addresses.begin(), addresses.end()};
}

// What a word fits, kind by kind.
class Finder
{
public:
    Finder(const Places &places, std::string_view word) : m_places(places), m_cluster(places.cluster()), m_word(word) {}

    Result<Who> find()
    {
        if (m_word.starts_with("pod/"))
            return only(m_word.substr(4), pods(m_word.substr(4)));
        if (m_word.starts_with("node/"))
            return only(m_word.substr(5), nodes(m_word.substr(5)));
        if (m_word.starts_with("svc/"))
            return only(m_word.substr(4), services(m_word.substr(4)));
        if (const auto address = IpAddress::parse(m_word))
            return ofAddress(*address);
        for (auto found : {pods(m_word), nodes(m_word), services(m_word)})
            if (!found.empty())
                return only(m_word, std::move(found));
        return only(m_word, {});
    }

private:
    std::vector<Who> pods(std::string_view word) const
    {
        std::vector<Who> found;
        for (const ClusterPod &pod : m_cluster.pods)
            if (!pod.name.empty() && (isCalled(pod.fullName(), word) || (pod.podNamespace.empty() && word == "?/" + pod.name)))
                found.push_back(whoOf(m_places, pod));
        return found;
    }

    std::vector<Who> nodes(std::string_view word) const
    {
        std::vector<Who> found;
        for (const ClusterNode &node : m_cluster.nodes)
            if (node.name == word)
                found.push_back(whoOf(m_places, node));
        return found;
    }

    std::vector<Who> services(std::string_view word) const
    {
        std::vector<Who> found;
        for (const ClusterService &service : m_cluster.services)
            if (isCalled(fullNameOf(service), word))
                found.push_back(whoOf(service));
        return found;
    }

    // The first that has it; nobody in particular where several do.
    Who ofAddress(const IpAddress &address) const
    {
        Who who{Who::Kind::Outside, address.text(), nullptr, nullptr, {address}, true};
        for (const Owner &owner : m_places.owners().of(address)) {
            if (owner.kind == Owner::Kind::Router)
                continue;
            Who owned = owner.kind == Owner::Kind::Pod ? whoOf(m_places, m_cluster.pods[owner.place])
                : owner.kind == Owner::Kind::Node      ? whoOf(m_places, m_cluster.nodes[owner.place])
                                                       : whoOf(m_cluster.services[owner.place]);
            owned.addresses = {address};
            owned.isAddress = true;
            return owned;
        }
        return who;
    }

    Result<Who> only(std::string_view word, std::vector<Who> found) const
    {
        if (found.size() == 1)
            return std::move(found.front());
        if (found.empty()) {
            const std::vector<std::string> near = nearest(word);
            const std::string names = fmt::format("{}", fmt::join(near, ", "));
            if (near.empty())
                return std::unexpected(Error{Sentence::of("no pod, node or service is called {}", word)});
            return std::unexpected(Error{Sentence::of("no pod, node or service is called {}; the nearest: {}", word, names)});
        }
        std::vector<std::string> names;
        std::ranges::transform(found, std::back_inserter(names), &Who::name);
        return std::unexpected(Error{Sentence::of("{} is the name of several: {}", word, fmt::format("{}", fmt::join(names, ", ")))});
    }

    // Those whose name begins so, as pods' names do with their deployment's, before those that are written alike.
    std::vector<std::string> nearest(std::string_view word) const
    {
        std::vector<std::string> names;
        for (const ClusterPod &pod : m_cluster.pods)
            if (!pod.name.empty())
                names.push_back(pod.fullName());
        for (const ClusterNode &node : m_cluster.nodes)
            names.push_back(node.name);
        for (const ClusterService &service : m_cluster.services)
            names.push_back(fullNameOf(service));
        const auto rank = [&](const std::string &name) {
            const std::string_view own = word.contains('/') ? std::string_view(name) : bare(name);
            return std::pair(!own.starts_with(word), distanceOf(own, word));
        };
        std::ranges::stable_sort(names, {}, rank);
        names.resize(std::min<std::size_t>(names.size(), 3));
        return names;
    }

    const Places &m_places;
    const Cluster &m_cluster;
    std::string_view m_word;
};

} // namespace

std::string_view nameOf(Who::Kind kind)
{
    using Kind = Who::Kind;
    return kind == Kind::Pod ? "pod" : kind == Kind::Node ? "node" : kind == Kind::Service ? "service" : "address";
}

Who whoOf(const Places &places, const ClusterPod &pod)
{
    const ClusterNode *const node = pod.hostNetwork ? places.cluster().node(pod.node) : nullptr;
    if (!node)
        return {Who::Kind::Pod, pod.fullName(), places.ofPod(pod.fullName()), nullptr, listed(pod.addresses), false};
    Who who = whoOf(places, *node);
    who.kind = Who::Kind::Pod;
    who.name = pod.fullName();
    return who;
}

Who whoOf(const Places &places, const ClusterNode &node)
{
    std::vector<IpAddress> addresses = listed(node.addresses);
    for (const NetworkInterface &device : node.net.interfaces)
        for (const InterfaceAddress &address : device.addresses)
            if (!address.address.isLoopback() && !address.address.isLinkLocal() && std::ranges::find(addresses, address.address) == addresses.end())
                addresses.push_back(address.address);
    return {Who::Kind::Node, node.name, places.ofNode(node.name), nullptr, std::move(addresses), false};
}

Who whoOf(const ClusterService &service)
{
    return {Who::Kind::Service, fullNameOf(service), nullptr, &service, service.addresses, false};
}

Result<Who> whoIs(const Places &places, std::string_view word)
{
    return Finder(places, word).find();
}

Result<Who> whoSends(const Places &places, std::string_view word)
{
    auto who = whoIs(places, word);
    if (who && who->kind == Who::Kind::Service)
        return std::unexpected(Error{Sentence::of("{} is a service: packets go to it, not from it", who->name)});
    return who;
}

} // namespace vethscope::path
