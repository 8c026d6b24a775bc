#pragma once

#include "core/explain/comparison.h" // before <compare> of the next one, which moc does not understand on its own
#include "ui/worker.h"

#include <QObject>

#include <memory>

namespace vethscope {

class OpenCapture;
class Selection;
class Snapshots;

/// The selected packet's headers beside those that the chosen snapshots foretell. Compared on a worker, while somebody looks; an answer
/// about a packet that is no longer selected is dropped.
class Comparisons : public QObject
{
    Q_OBJECT

public:
    Comparisons(const OpenCapture &capture, const Selection &selection, const Snapshots &snapshots, QObject *parent = nullptr);
    ~Comparisons() override;

    /// Of the selected packet; null while there is none, with reason().
    const explain::FrameComparison *frame() const { return m_frame.get(); }
    /// Why there is none; empty while there is one, or it is being made.
    QString reason() const;
    bool isBusy() const { return m_wanted || m_working; }

    /// Whether somebody looks.
    void setActive(bool active);

signals:
    /// frame() is another one, or none.
    void changed();

private:
    struct Known;
    struct CaptureUse;
    struct Job;

    void learn();
    void ask();
    void begin();
    void take(std::uint64_t asked, std::shared_ptr<const explain::FrameComparison> frame);
    void letGo();

    const OpenCapture &m_capture;
    const Selection &m_selection;
    const Snapshots &m_snapshots;
    std::shared_ptr<Known> m_known; // null while no snapshot tells anything
    std::shared_ptr<CaptureUse> m_use; // of the capture as it is read now
    std::shared_ptr<const explain::FrameComparison> m_frame;
    std::uint64_t m_asked = 0;      // which question; answers to earlier ones are stale
    bool m_active = false;
    bool m_wanted = false;
    bool m_working = false;
    Worker m_worker;
};

} // namespace vethscope
