#include "ui/shared/explanations.h"

#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/shared/snapshots.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace vethscope {

// A cluster, and what explains by it: made on the worker, and used only there.
struct Explanations::Known {
    std::shared_ptr<const Cluster> cluster;
    std::vector<std::shared_ptr<const Snapshot>> snapshots;
    std::unique_ptr<const explain::Explainer> explainer{};

    const explain::Explainer &made()
    {
        if (!explainer) {
            std::vector<const Facts *> facts;
            for (const auto &snapshot : snapshots)
                facts.push_back(&snapshot->facts);
            explainer = std::make_unique<const explain::Explainer>(*cluster, std::move(facts));
        }
        return *explainer;
    }
};

// The worker reads frames only while it holds the mutex and nothing is gone.
struct Explanations::CaptureUse {
    CaptureUse(const PacketStore &store, const Dissector &dissector) : macs(store, dissector) {}

    explain::CommonMacs macs;
    std::mutex mutex{};
    std::atomic<bool> gone = false;
};

struct Explanations::Answers {
    std::shared_ptr<const explain::FrameExplanation> frame{};
    std::shared_ptr<const explain::FrameComparison> comparison{};
};

struct Explanations::Job {
    std::shared_ptr<Known> known;
    std::shared_ptr<CaptureUse> use;
    explain::ShownFrame shown;
    std::optional<CapturePoint> given;
    std::size_t row = 0;
    bool compares = false;

    // None where the capture went in between.
    Answers done() const
    {
        const explain::Explainer &explainer = known->made();
        Answers answers;
        explain::Point point;
        {
            const std::lock_guard lock(use->mutex);
            if (use->gone)
                return {};
            point = explain::pointOf(explainer.places(), use->macs, row, given, shown.ifindex, [this] { return !use->gone; });
            if (compares)
                answers.comparison = compared(explainer, point);
        }
        answers.frame = std::make_shared<const explain::FrameExplanation>(explainer.explain(shown, point));
        return answers;
    }

private:
    std::shared_ptr<const explain::FrameComparison> compared(const explain::Explainer &explainer, const explain::Point &point) const
    {
        const Frame frame = use->macs.store().frame(row);
        return std::make_shared<const explain::FrameComparison>(explainer.compare(frame, use->macs.dissector().dissect(frame), point));
    }
};

Explanations::Explanations(const OpenCapture &capture, const Selection &selection, const Snapshots &snapshots, QObject *parent)
    : QObject(parent), m_capture(capture), m_selection(selection), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &Explanations::snapshotsChanged);
    connect(&snapshots, &Snapshots::busyChanged, this, [this] {
        if (!m_known) // the reason is another
            emit changed();
    });
    connect(&selection, &Selection::packetChanged, this, &Explanations::ask);
    connect(&capture, &OpenCapture::aboutToChange, this, &Explanations::letGo);
    connect(&capture, &OpenCapture::aboutToReread, this, &Explanations::letGo);
    connect(&capture, &OpenCapture::pointsChanged, this, &Explanations::ask);
    connect(&capture, &OpenCapture::finished, this, &Explanations::ask); // all its frames may tell where it was taken
    snapshotsChanged();
}

Explanations::~Explanations()
{
    letGo();
    m_worker.wait();
}

void Explanations::snapshotsChanged()
{
    m_known.reset();
    if (m_snapshots.cluster()) {
        m_known = std::make_shared<Known>(m_snapshots.cluster());
        for (const LoadedSnapshot &one : m_snapshots.loaded())
            if (one.chosen)
                m_known->snapshots.push_back(one.snapshot);
    }
    ask();
}

// Frames of the capture as it was are read no more, and answers about them are stale.
void Explanations::letGo()
{
    ++m_asked;
    m_wanted = false;
    const std::shared_ptr<CaptureUse> use = std::move(m_use);
    if (!use)
        return;
    use->gone = true;
    const std::lock_guard lock(use->mutex); // until the worker has seen it
}

void Explanations::ask()
{
    ++m_asked;
    m_frame.reset();
    m_comparison.reset();
    m_wanted = m_known && !m_selection.isEmpty();
    emit changed();
    begin();
}

void Explanations::setComparing(bool compares)
{
    if (compares == m_compares)
        return;
    m_compares = compares;
    ask();
}

void Explanations::begin()
{
    if (m_working || !m_wanted)
        return;
    m_wanted = false;
    m_working = true;
    if (!m_use)
        m_use = std::make_shared<CaptureUse>(m_capture.store(), m_capture.dissector());
    const PacketRow &packet = m_selection.packet();
    const Job job{m_known, m_use, explain::shownFrame(packet.frame, packet.packet), m_capture.pointOf(m_selection.row()), std::size_t(m_selection.row()), m_compares};
    m_worker.run([this, job, asked = m_asked] {
        QMetaObject::invokeMethod(this, [this, asked, answers = job.done()] { take(asked, answers); }, Qt::QueuedConnection);
    });
}

void Explanations::take(std::uint64_t asked, Answers answers)
{
    m_working = false;
    if (asked == m_asked) {
        m_frame = std::move(answers.frame);
        m_comparison = std::move(answers.comparison);
        emit changed();
    }
    begin();
}

Explanations::Lack Explanations::lack() const
{
    if (!m_known)
        return m_snapshots.isBusy() ? Lack::HostOutputIsRead : Lack::HostOutput;
    return m_selection.isEmpty() ? Lack::Packet : Lack::Nothing;
}

QString Explanations::reason() const
{
    switch (m_frame ? Lack::Nothing : lack()) {
    case Lack::HostOutputIsRead: return tr("Host output is being read.");
    case Lack::HostOutput:
        return tr("Why an address is there stands in what the hosts print. Import host output, or paste it: what ip, bridge, arp or "
                  "kubectl printed on the nodes.");
    case Lack::Packet: return tr("Select a packet: here is told why each of its addresses is there.");
    case Lack::Nothing: break;
    }
    return {};
}

const explain::FieldExplanation *Explanations::fieldAt(int node) const
{
    if (!m_frame || node < 0)
        return nullptr;
    const TreeNode &row = m_selection.tree()[std::size_t(node)];
    const Dissection &packet = m_selection.packet().packet;
    const bool isField = row.kind == TreeNode::Kind::Field && row.protocol && row.field && row.layer >= 0 && std::size_t(row.layer) < packet.size();
    if (!isField || packet[std::size_t(row.layer)].quoted)
        return nullptr;
    const std::string name = fmt::format("{}.{}", row.protocol->name, row.field->name);
    const auto &fields = m_frame->fields;
    const auto found = std::ranges::find_if(fields, [&](const auto &field) { return field.name == name && field.depth == row.depth; });
    return found == fields.end() ? nullptr : &*found;
}

int Explanations::nodeOf(const explain::FieldExplanation &field) const
{
    for (std::size_t node = 0; node < m_selection.tree().size(); ++node)
        if (fieldAt(int(node)) == &field)
            return int(node);
    return -1;
}

} // namespace vethscope
