#include "core/diagnose/rehearsal.h"

#include <algorithm>
#include <map>
#include <set>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t mostNodesInPairs = 16, nextOnes = 4, servicesOfNode = 8;

class Rehearsal
{
public:
    explicit Rehearsal(const path::Predictor &predictor) : m_predictor(predictor)
    {
        for (const ClusterPod &pod : cluster().pods)
            if (!pod.hostNetwork && !pod.node.empty() && !pod.addresses.empty() && !pod.ghost)
                m_pods[pod.node].push_back(&pod);
    }

    std::vector<Rehearsed> all(const GoOn &goOn)
    {
        const auto &nodes = cluster().nodes;
        for (std::size_t from = 0; from < nodes.size() && goesOn(goOn, static_cast<double>(from) / static_cast<double>(nodes.size())); ++from) {
            const std::size_t others = nodes.size() > mostNodesInPairs ? nextOnes : nodes.size() - 1;
            for (std::size_t step = 0; step <= others; ++step)
                betweenNodes(nodes[from].name, nodes[(from + step) % nodes.size()].name);
            toServices(nodes[from].name);
        }
        return std::move(m_all);
    }

private:
    const Cluster &cluster() const { return m_predictor.places().cluster(); }

    void betweenNodes(const std::string &from, const std::string &to)
    {
        const auto sender = m_pods.find(from), receiver = m_pods.find(to);
        if (sender == m_pods.end() || receiver == m_pods.end())
            return;
        const ClusterPod &last = *receiver->second.back();
        if (sender->second.front() != &last)
            ask(*sender->second.front(), &last, nullptr);
    }

    // Of a service behind which a pod of this node is: that pod asks it, and another one.
    void toServices(const std::string &node)
    {
        const auto pods = m_pods.find(node);
        if (pods == m_pods.end())
            return;
        std::size_t count = 0;
        for (const ClusterService &service : cluster().services) {
            const auto behind = std::ranges::find_if(pods->second, [&](const ClusterPod *pod) { return isBehind(*pod, service); });
            if (service.addresses.empty() || behind == pods->second.end() || ++count > servicesOfNode)
                continue;
            ask(**behind, nullptr, &service);
            const auto other = std::ranges::find_if(pods->second, [&](const ClusterPod *pod) { return !isBehind(*pod, service); });
            if (other != pods->second.end())
                ask(**other, nullptr, &service);
        }
    }

    static bool isBehind(const ClusterPod &pod, const ClusterService &service)
    {
        return std::ranges::any_of(service.endpoints, [&](const EndpointFact &endpoint) {
            return std::ranges::any_of(pod.addresses, [&](const Said<IpAddress> &address) { return static_cast<const IpAddress &>(address) == endpoint.address; });
        });
    }

    void ask(const ClusterPod &from, const ClusterPod *to, const ClusterService *service)
    {
        path::Question question{path::whoOf(m_predictor.places(), from), to ? path::whoOf(m_predictor.places(), *to) : path::whoOf(*service)};
        if (service && !service->ports.empty() && service->ports.front().protocol == "UDP")
            question.protocol = 17;
        for (path::Path &way : m_predictor.request(question)) {
            const auto there = std::make_shared<const path::Path>(std::move(way));
            m_all.push_back({&from, to, service, there, nullptr});
            if (there->ending.disposition != path::Disposition::Delivered)
                continue;
            for (path::Path &back : m_predictor.answer(question, *there))
                m_all.push_back({&from, to, service, std::make_shared<const path::Path>(std::move(back)), there});
        }
    }

    const path::Predictor &m_predictor;
    std::map<std::string, std::vector<const ClusterPod *>> m_pods; // by node
    std::vector<Rehearsed> m_all;
};

} // namespace

std::vector<Rehearsed> rehearsalOf(const path::Predictor &predictor, const GoOn &goOn)
{
    return Rehearsal(predictor).all(goOn);
}

} // namespace vethscope::diagnose
