#pragma once

#include <QObject> // first: moc does not understand <compare> on its own

#include "core/explain/comparison.h"
#include "core/journeyfigures/travelled.h"
#include "ui/shared/worker.h"

#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class JourneyFollower;
class Selection;
struct FollowedJourneys;

/// The journey of the selected packet. How its headers stand to the foretold ones, hop by hop, and which devices it came by are found on a
/// worker; answers about another journey are dropped.
class SelectedJourney : public QObject
{
    Q_OBJECT

public:
    SelectedJourney(const Selection &selection, JourneyFollower &follower, QObject *parent = nullptr);
    ~SelectedJourney() override;

    /// What is found about it on the worker.
    struct Details {
        std::vector<explain::FrameComparison> hops{}; // in the order of the journey's; none without host output
        bool isForetold = false;                      // a path is foretold that passes all points that saw it
        Travelled way{};
    };

    /// Its place among all; nothing where there is none.
    std::optional<std::size_t> place() const { return m_place; }
    /// Only while there is one, or for those that there are.
    const FollowedJourneys &all() const { return *m_all; }
    bool isKnown() const { return m_all != nullptr; }
    /// Whether any packet is selected.
    bool isSelected() const;
    journey::Journey journey() const;
    journey::Outcome outcome() const;
    /// The hop of the selected frame.
    std::size_t hop() const { return m_hop; }
    /// Null while it is being found.
    const Details *details() const { return m_details.get(); }
    bool isBusy() const { return m_working; }

signals:
    /// Another journey is selected, or none.
    void changed();
    /// Another frame of the same journey is selected.
    void hopChanged();
    /// details() are there.
    void detailed();

private:
    void follow();
    void show();
    void begin();

    const Selection &m_selection;
    JourneyFollower &m_follower;
    std::shared_ptr<const FollowedJourneys> m_all;
    std::optional<std::size_t> m_place;
    std::size_t m_hop = 0;
    std::shared_ptr<const Details> m_details;
    bool m_working = false;
    Worker m_worker;
};

} // namespace vethscope
