#include "ui/models/listsorter.h"

namespace vethscope {
namespace {

constexpr int lookMilliseconds = 30;

} // namespace

struct ListSorter::Run {
    std::vector<std::uint32_t> rows;
    std::size_t total = 0;
    SortKey key;
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> isWanted = true, isFinished = false;
    std::optional<ListOrder> order;
};

ListSorter::ListSorter(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ListSorter::look);
}

ListSorter::~ListSorter()
{
    stop();
}

void ListSorter::start(const PacketStore &store, const Dissector &dissector, std::vector<std::uint32_t> rows, SortKey key, bool descending)
{
    stop();
    m_run = std::make_shared<Run>();
    m_run->total = rows.size();
    m_run->rows = std::move(rows);
    m_run->key = std::move(key);
    m_worker.run([run = m_run, &store, &dissector, descending] {
        if (auto places = sortedPlaces(store, dissector, run->rows, run->key, descending, run->done, [&] { return run->isWanted.load(); })) {
            run->rows.resize(places->size()); // no longer needed as they were
            for (std::size_t row = 0; row < places->size(); ++row)
                run->rows[(*places)[row]] = static_cast<std::uint32_t>(row);
            run->order = ListOrder{*std::move(places), std::move(run->rows)};
        }
        run->isFinished = true;
    });
    m_timer.start();
    emit progressed();
}

void ListSorter::stop()
{
    if (!m_run)
        return;
    m_run->isWanted = false;
    m_worker.wait();
    m_run.reset();
    m_timer.stop();
}

std::size_t ListSorter::done() const
{
    return m_run ? m_run->done.load() : 0;
}

std::size_t ListSorter::total() const
{
    return m_run ? m_run->total : 0;
}

void ListSorter::look()
{
    if (!m_run->isFinished)
        return emit progressed();
    const auto run = std::move(m_run);
    m_run.reset();
    m_timer.stop();
    m_worker.wait();
    if (run->order)
        emit finished(*run->order);
    emit progressed();
}

} // namespace vethscope
