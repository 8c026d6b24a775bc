#include "ui/predict/comparisons.h"

#include "core/explain/shownframe.h"
#include "ui/opencapture.h"
#include "ui/selection.h"
#include "ui/snapshots.h"

#include <atomic>

namespace vethscope {

// A cluster's places: made on the worker, and used only there.
struct Comparisons::Known {
    struct Made {
        explicit Made(const Cluster &cluster) : places(cluster), whose(places) { }

        path::Places places;
        path::Whose whose;
    };

    std::shared_ptr<const Cluster> cluster;
    std::unique_ptr<const Made> made{};

    const Made &places()
    {
        if (!made)
            made = std::make_unique<const Made>(*cluster);
        return *made;
    }
};

// What the worker reads of a capture; whoever lets the capture go says so, and waits for the worker.
struct Comparisons::CaptureUse {
    CaptureUse(const PacketStore &packets, const Dissector &headers) : dissector(headers), macs(packets, headers) { }

    const Dissector &dissector;
    explain::CommonMacs macs;
    std::atomic<bool> gone = false;
};

struct Comparisons::Job {
    std::shared_ptr<Known> known;
    std::shared_ptr<CaptureUse> use;
    std::optional<CapturePoint> given;
    std::size_t row = 0;

    std::shared_ptr<const explain::FrameComparison> done() const
    {
        const Known::Made &made = known->places();
        const Frame frame = use->macs.store().frame(row);
        const Dissection packet = use->dissector.dissect(frame);
        const explain::ShownFrame shown = explain::shownFrame(frame, packet);
        const explain::Point point = explain::pointOf(made.places, use->macs, row, given, shown.ifindex, [this] { return !use->gone; });
        return std::make_shared<const explain::FrameComparison>(explain::comparisonOf(made.places, made.whose, frame, packet, point));
    }
};

Comparisons::Comparisons(const OpenCapture &capture, const Selection &selection, const Snapshots &snapshots, QObject *parent)
    : QObject(parent), m_capture(capture), m_selection(selection), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &Comparisons::learn);
    connect(&selection, &Selection::packetChanged, this, &Comparisons::ask);
    connect(&capture, &OpenCapture::aboutToChange, this, &Comparisons::letGo);
    connect(&capture, &OpenCapture::aboutToReread, this, &Comparisons::letGo);
    connect(&capture, &OpenCapture::reread, this, &Comparisons::ask);
    connect(&capture, &OpenCapture::finished, this, &Comparisons::ask); // all its frames may tell where it was taken
    learn();
}

Comparisons::~Comparisons()
{
    letGo();
}

void Comparisons::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    ask();
}

void Comparisons::learn()
{
    m_known = m_snapshots.cluster() ? std::make_shared<Known>(m_snapshots.cluster()) : nullptr;
    ask();
}

// Nobody may read packets any more, and answers about them are stale.
void Comparisons::letGo()
{
    ++m_asked;
    m_wanted = false;
    if (m_use)
        m_use->gone = true;
    m_worker.wait();
    m_use.reset();
}

void Comparisons::ask()
{
    ++m_asked;
    m_frame.reset();
    m_wanted = m_active && m_known && !m_selection.isEmpty();
    emit changed();
    begin();
}

void Comparisons::begin()
{
    if (m_working || !m_wanted)
        return;
    m_wanted = false;
    m_working = true;
    if (!m_use)
        m_use = std::make_shared<CaptureUse>(m_capture.store(), m_capture.dissector());
    const Job job{m_known, m_use, m_capture.pointOf(m_selection.row()), std::size_t(m_selection.row())};
    m_worker.run([this, job, asked = m_asked] {
        QMetaObject::invokeMethod(this, [this, asked, frame = job.done()] { take(asked, frame); }, Qt::QueuedConnection);
    });
}

void Comparisons::take(std::uint64_t asked, std::shared_ptr<const explain::FrameComparison> frame)
{
    m_working = false;
    if (asked == m_asked) {
        m_frame = std::move(frame);
        emit changed();
    }
    begin();
}

QString Comparisons::reason() const
{
    if (m_frame)
        return {};
    if (!m_known)
        return m_snapshots.isBusy() ? tr("Host output is being read.")
                                    : tr("What should be in a packet's headers is foretold from what the hosts print. Import host output, or paste it.");
    return m_selection.isEmpty() ? tr("Select a packet: its headers are compared with the foretold ones.") : QString();
}

} // namespace vethscope
