#pragma once

#include "ui/predict/hopplayer.h"
#include "ui/predict/predictions.h"

namespace vethscope {

/// Where somebody is on a foretold path: which way of several, there or back, at which hop.
class PathPlayer : public HopPlayer
{
    Q_OBJECT

public:
    using HopPlayer::HopPlayer;

    /// Null: there is no path. Of the same question asked again the place is kept as far as it is there.
    void setForetold(std::shared_ptr<const Foretold> foretold);
    const Foretold *foretold() const { return m_foretold.get(); }

    bool hasAnswer() const { return m_foretold && m_foretold->prediction.back; }
    bool isAnswer() const { return m_isAnswer; }
    void setAnswer(bool isAnswer);

    /// All ways of the request, or of the answer; none without a path.
    std::size_t wayCount() const { return m_foretold ? prediction().branches.size() : 0; }
    const path::Path &way(std::size_t index) const { return prediction().branches[index]; }
    std::size_t currentWay() const { return m_way; }
    void setWay(std::size_t way);

    /// The way that is shown, or null.
    const path::Path *path() const { return m_foretold ? &way(m_way) : nullptr; }
    int hopCount() const override { return m_foretold ? int(path()->hops.size()) : 0; }
    const path::Hop &currentHop() const { return path()->hops[std::size_t(hop())]; }
    /// Null at the first.
    const path::Hop *hopBefore() const { return hop() > 0 ? &path()->hops[std::size_t(hop() - 1)] : nullptr; }

private:
    const path::Prediction &prediction() const { return m_isAnswer ? *m_foretold->prediction.back : m_foretold->prediction; }

    std::shared_ptr<const Foretold> m_foretold;
    bool m_isAnswer = false;
    std::size_t m_way = 0;
};

} // namespace vethscope
