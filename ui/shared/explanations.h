#pragma once

#include "core/explain/comparison.h" // before <compare> of the next one, which moc does not understand on its own
#include "core/explain/explanation.h"
#include "ui/shared/worker.h"

#include <QObject>

#include <memory>

namespace vethscope {

class OpenCapture;
class Selection;
class Snapshots;

/// Why each address of the selected packet is there, by what the chosen snapshots tell, and, while somebody looks, its headers beside the
/// foretold ones. Both are found on a worker, and told by changed(); an answer about a packet that is no longer selected is dropped.
class Explanations : public QObject
{
    Q_OBJECT

public:
    Explanations(const OpenCapture &capture, const Selection &selection, const Snapshots &snapshots, QObject *parent = nullptr);
    ~Explanations() override;

    /// Of the selected packet; null while there is none, with reason().
    const explain::FrameExplanation *frame() const { return m_frame.get(); }
    /// The same packet's headers beside the foretold ones; null as well while nobody compares.
    const explain::FrameComparison *comparison() const { return m_comparison.get(); }
    void setComparing(bool compares);

    /// What is missing for an answer.
    enum class Lack { Nothing, HostOutputIsRead, HostOutput, Packet };
    Lack lack() const;
    /// The same in the user's language; empty while there is an answer, or it is being found.
    QString reason() const;
    /// Whether an answer is being looked for.
    bool isBusy() const { return m_wanted || m_working; }

    /// Of the address that a row of the selection's tree tells; null where it tells none, or nothing is known.
    const explain::FieldExplanation *fieldAt(int node) const;
    /// The row of the tree that tells it, or -1.
    int nodeOf(const explain::FieldExplanation &field) const;

signals:
    /// frame() is another one, or none.
    void changed();

private:
    struct Known;
    struct CaptureUse;
    struct Answers;
    struct Job;

    void snapshotsChanged();
    void ask();
    void begin();
    void take(std::uint64_t asked, Answers answers);
    void letGo();

    const OpenCapture &m_capture;
    const Selection &m_selection;
    const Snapshots &m_snapshots;
    std::shared_ptr<Known> m_known;      // null while no snapshot tells anything
    std::shared_ptr<CaptureUse> m_use;   // of the capture as it is read now
    std::shared_ptr<const explain::FrameExplanation> m_frame;
    std::shared_ptr<const explain::FrameComparison> m_comparison;
    std::uint64_t m_asked = 0;           // which question; answers to earlier ones are stale
    bool m_compares = false;
    bool m_wanted = false;               // it waits for the worker
    bool m_working = false;
    Worker m_worker;
};

} // namespace vethscope
