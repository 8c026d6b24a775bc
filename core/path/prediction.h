#pragma once

#include "core/path/question.h"
#include "core/path/whose.h"

#include <memory>
#include <vector>

namespace vethscope::path {

/// What becomes of a packet: every way that it may take, the likeliest first, and the way of the answer to the likeliest.
struct Prediction {
    std::vector<Path> branches{};
    std::unique_ptr<Prediction> back{}; // null unless delivered, and of an answer

    const Path &likeliest() const { return branches.front(); }
};

/// Foretells a packet's way from what hosts printed.
class Predictor
{
public:
    explicit Predictor(const Cluster &cluster) : m_places(cluster), m_whose(m_places) {}

    const Places &places() const { return m_places; }
    Prediction predict(const Question &question) const;
    /// Without the answer; the likeliest first.
    std::vector<Path> request(const Question &question) const;
    /// The answer to what arrived by that way; the likeliest first.
    std::vector<Path> answer(const Question &question, const Path &arrived) const;

private:
    std::vector<Path> ways(const Question &question) const;
    std::vector<Path> waysBack(const Question &question, const Path &arrived) const;
    const Place *nodeFor(const IpAddress &address) const;

    Places m_places;
    Whose m_whose;
};

} // namespace vethscope::path
