#include "ui/statistics/propertiestotals.h"

#include "ui/models/packetlistmodel.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"

#include <stop_token>

namespace vethscope {
namespace {

constexpr int settleMilliseconds = 250; // of a running capture they change all the time

} // namespace

struct PropertiesTotals::Stop {
    std::stop_source source;
};

PropertiesTotals::PropertiesTotals(const OpenCapture &capture, const PacketListModel &list, const Marks &marks, QObject *parent)
    : QObject(parent), m_capture(capture), m_list(list), m_marks(marks)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PropertiesTotals::count);
    connect(&capture, &OpenCapture::aboutToChange, this, [this] {
        letGo();
        m_totals.reset();
    });
    connect(&capture, &OpenCapture::aboutToReread, this, &PropertiesTotals::letGo);
    for (const auto signal : {&OpenCapture::changed, &OpenCapture::progressed})
        connect(&capture, signal, this, &PropertiesTotals::wake);
    connect(&capture, &OpenCapture::reread, this, &PropertiesTotals::wake);
    connect(&list, &QAbstractItemModel::modelReset, this, &PropertiesTotals::wake);
    connect(&list, &QAbstractItemModel::rowsInserted, this, &PropertiesTotals::wake);
    connect(&marks, &Marks::changed, this, &PropertiesTotals::wake);
}

PropertiesTotals::~PropertiesTotals()
{
    letGo();
}

void PropertiesTotals::setActive(bool active)
{
    m_active = active;
    active ? wake() : letGo();
}

void PropertiesTotals::letGo()
{
    ++m_generation;
    if (m_stop)
        m_stop->source.request_stop();
    m_worker.wait();
    m_busy = false;
    m_timer.stop();
}

void PropertiesTotals::wake()
{
    m_isOutdated = m_busy;
    if (m_active && m_capture.isOpen() && !m_busy && !m_timer.isActive())
        m_timer.start();
}

void PropertiesTotals::count()
{
    if (!m_capture.isOpen())
        return;
    std::vector<std::uint32_t> displayed = m_list.shownPackets(), marked;
    for (int row = m_marks.next(-1); row >= 0; row = m_marks.next(row))
        marked.push_back(static_cast<std::uint32_t>(row));
    m_busy = true;
    m_isOutdated = false;
    m_stop = std::make_unique<Stop>();
    m_worker.run([this, displayed = std::move(displayed), marked = std::move(marked), stop = m_stop->source.get_token(), &store = m_capture.store(), generation = m_generation] {
        auto all = totalsOf(store, stop);
        const auto shown = totalsOf(store, displayed, stop), chosen = totalsOf(store, marked, stop);
        if (!all || !shown || !chosen)
            return;
        QMetaObject::invokeMethod(this, [this, totals = Totals{std::move(*all), *shown, *chosen}, generation] {
            if (generation != m_generation)
                return;
            m_totals = totals;
            m_busy = false;
            emit counted();
            if (m_isOutdated)
                wake();
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
