#include "core/diagnose/case.h"

#include <algorithm>

namespace vethscope::diagnose {

Case::Case(const Facts &facts, const path::Predictor &predictor, const Traffic *traffic, std::span<const testimony::Mark> marks, const GoOn &goOn)
    : m_facts(facts), m_predictor(predictor), m_book(cluster()), m_links(linksOf(cluster())), m_podNetworks(podNetworksOf(facts, cluster())),
      m_rehearsed(rehearsalOf(predictor, goOn)), m_traffic(traffic), m_marks(marks)
{
}

std::vector<path::Path> Case::waysBetween(const IpAddress &from, const IpAddress &to, std::uint8_t protocol, std::optional<std::uint16_t> port) const
{
    const auto sender = path::whoIs(places(), from.text()), receiver = path::whoIs(places(), to.text());
    if (!sender || !receiver)
        return {};
    path::Question question{*sender, *receiver, protocol};
    question.port = port;
    return m_predictor.request(question);
}

std::vector<const KubernetesNodeFact *> Case::kubernetesOf(const ClusterNode &node) const
{
    std::vector<const KubernetesNodeFact *> told;
    for (const KubernetesNodeFact &fact : m_facts.nodes)
        if (isAbout(fact, node))
            told.push_back(&fact);
    return told;
}

const PodNetwork *Case::podNetworkOf(const IpAddress &address) const
{
    const PodNetwork *longest = nullptr;
    for (const PodNetwork &one : m_podNetworks)
        if (one.network.contains(address) && (!longest || one.network.length > longest->network.length))
            longest = &one;
    return longest;
}

} // namespace vethscope::diagnose
