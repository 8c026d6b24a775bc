#include "core/path/prediction.h"

#include "core/path/undecided.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// Falling probability; what is not known comes last. Of copies that are all sent, one that arrives is enough.
std::vector<Path> ordered(std::vector<Path> branches)
{
    std::ranges::stable_sort(branches, std::ranges::greater{}, [](const Path &path) {
        return std::pair(path.probability.value_or(-1.0), path.isCopy && path.verdict() == Verdict::Delivered);
    });
    if (auto first = undecided(branches))
        branches.insert(branches.begin(), *std::move(first));
    return branches;
}

std::vector<Path> unanswerable(const Who &who, Sentence reason, std::string_view ask)
{
    Path path;
    Hop &hop = path.hops.emplace_back();
    if (who.place) {
        hop.node = who.place->node;
        hop.pod = who.place->pod;
    }
    path.ending = {Disposition::FactsMissing, std::move(reason), {}, {}, std::string(ask), {}};
    return {std::move(path)};
}

std::string_view addressAsk(const Who &who)
{
    return who.kind == Who::Kind::Pod ? "kubectl get pods -A -o wide" : who.kind == Who::Kind::Service ? "kubectl get services -A" : "kubectl get nodes -o wide";
}

} // namespace

Prediction Predictor::predict(const Question &question) const
{
    Prediction prediction;
    prediction.branches = request(question);
    if (prediction.likeliest().verdict() == Verdict::Delivered) {
        prediction.back = std::make_unique<Prediction>();
        prediction.back->branches = answer(question, prediction.likeliest());
    }
    return prediction;
}

std::vector<Path> Predictor::request(const Question &question) const
{
    return ordered(ways(question));
}

std::vector<Path> Predictor::ways(const Question &question) const
{
    const Ends ends = endsOf(question);
    if (!ends.to) {
        if (!question.from.addresses.empty() && !question.to.addresses.empty())
            return unanswerable(question.from, Sentence::of("{} and {} have no addresses of one family", question.from.name, question.to.name), addressAsk(question.from));
        const Who &unknown = question.from.addresses.empty() ? question.from : question.to;
        return unanswerable(question.from, Sentence::of("Which address {} has is not known", unknown.name), addressAsk(unknown));
    }
    Trail trail;
    trail.packet = packetFor(question, ends);
    trail.packet.inner().ip.destination = m_whose.address(*ends.to);
    Walk walk(m_places, m_whose);
    if (question.to.place && !question.to.isAddress)
        walk.expect(question.to.place);
    trail.place = question.from.place ? question.from.place : nodeFor(*ends.to);
    if (!trail.place)
        return unanswerable(question.to, Sentence::of("Neither {} nor {} is of the cluster", question.from.name, question.to.name), "kubectl get pods -A -o wide");
    if (question.from.place)
        return walk.fromSocket(std::move(trail));
    const IpAddress &source = trail.packet.inner().ip.source.value;
    if (m_whose.isOfCluster(source))
        return unanswerable(question.from, Sentence::of("Who has {}, an address of the cluster, was not printed", source.text()), "kubectl get pods -A -o wide");
    trail.packet.inner().ip.source = m_whose.address(source);
    return walk.fromOutside(std::move(trail));
}

std::vector<Path> Predictor::answer(const Question &question, const Path &arrived) const
{
    return ordered(waysBack(question, arrived));
}

std::vector<Path> Predictor::waysBack(const Question &question, const Path &arrived) const
{
    Trail trail;
    trail.packet = answerTo(arrived.packet);
    trail.flows = arrived.flows;
    Walk walk(m_places, m_whose);
    if (question.from.place)
        walk.expect(question.from.place);
    walk.expectSource(endsOf(question).to.value());
    const IpAddress &to = trail.packet.inner().ip.destination.value;
    trail.place = arrived.place ? arrived.place : nodeFor(to);
    if (!trail.place)
        return unanswerable(question.from, Sentence::of("Which node has {} is not known", to.text()), "kubectl get pods -A -o wide");
    return arrived.place ? walk.fromSocket(std::move(trail)) : walk.fromOutside(std::move(trail));
}

// The node by which an address is reached from outside: its own, or that of the pod that has it.
const Place *Predictor::nodeFor(const IpAddress &address) const
{
    for (const Owner &owner : m_places.owners().of(address)) {
        if (owner.kind == Owner::Kind::Node)
            return m_places.of(owner);
        if (owner.kind == Owner::Kind::Pod)
            return m_places.ofNode(m_places.cluster().pods[owner.place].node);
    }
    return nullptr;
}

} // namespace vethscope::path
