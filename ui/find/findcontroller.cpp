#include "ui/find/findcontroller.h"

#include "core/filter/conversationfilter.h"
#include "ui/find/findbar.h"
#include "ui/models/packetlistmodel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

#include <algorithm>
#include <atomic>

namespace vethscope {
namespace {

constexpr int lookMilliseconds = 30;

} // namespace

// From the packet behind the selected one on, round the end, and the selected one last.
struct FindController::Run {
    Finder finder;
    LineWriter line;
    std::vector<std::uint32_t> rows; // in the order in which they are looked at
    std::size_t wrapsAt = 0;         // the first of them that is beyond the end
    bool backwards = false;
    std::atomic<bool> isWanted = true, isFinished = false;
    std::atomic<std::size_t> done = 0;
    std::optional<std::size_t> foundAt{};
    std::vector<FindHit> hits{};
};

FindController::FindController(FindBar &bar, const OpenCapture &capture, PacketListModel &model, PacketListPanel &list, Selection &selection, Commands &commands, QObject *parent)
    : QObject(parent), m_bar(bar), m_capture(capture), m_model(model), m_list(list), m_selection(selection)
{
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &FindController::look);
    connect(&bar, &FindBar::findRequested, this, [this] { findNext(m_bar.isBackwards()); });
    connect(&bar, &FindBar::cancelled, this, &FindController::stop);
    connect(&capture, &OpenCapture::aboutToChange, this, &FindController::stop);
    connect(&capture, &OpenCapture::aboutToReread, this, &FindController::stop);
    connect(&commands[Command::Find], &QAction::triggered, this, [this] {
        emit wanted();
        m_bar.ask();
    });
    connect(&commands[Command::NextInConversation], &QAction::triggered, this, [this] { findInConversation(false); });
    connect(&commands[Command::PreviousInConversation], &QAction::triggered, this, [this] { findInConversation(true); });
    const auto repeat = [this](bool backwards) {
        if (m_bar.request().text.empty()) {
            emit wanted();
            return m_bar.ask();
        }
        findNext(backwards);
    };
    connect(&commands[Command::FindNext], &QAction::triggered, this, [repeat] { repeat(false); });
    connect(&commands[Command::FindPrevious], &QAction::triggered, this, [repeat] { repeat(true); });
}

FindController::~FindController()
{
    stop();
}

void FindController::stop()
{
    if (!m_run)
        return;
    m_run->isWanted = false;
    m_worker.wait();
    m_run.reset();
    m_timer.stop();
    m_bar.setProgress(-1);
}

void FindController::findNext(bool backwards)
{
    stop();
    if (!m_capture.isOpen() || m_model.rowCount() == 0)
        return m_bar.say(tr("There are no packets to look through."));
    const FindRequest request = m_bar.request();
    auto finder = Finder::compile(request, m_capture.registry());
    if (!finder)
        return m_bar.say(translated(finder.error()));
    m_bar.say({});
    if (request != m_last)
        m_lastRow = -1;
    m_last = request;
    if (!findInSelected(*finder, backwards))
        start(*std::move(finder), backwards);
}

std::vector<FindHit> FindController::hitsIn(const Finder &finder) const
{
    FilterScratch scratch;
    return finder.hits(m_selection.packet(), m_capture.registry(), scratch, m_model.lineWriter());
}

// The next place in the packet that is selected; of what is found for the first time, the first one, if it is more than the packet itself.
bool FindController::findInSelected(const Finder &finder, bool backwards)
{
    if (m_selection.isEmpty() || m_model.rowOf(m_selection.row()) < 0)
        return false;
    const bool isAgain = m_lastRow == m_selection.row();
    const std::vector<FindHit> hits = hitsIn(finder);
    if (hits.empty() || (hits.front() == FindHit{}))
        return false;
    if (!isAgain) {
        show(m_selection.row(), backwards ? hits.back() : hits.front(), backwards ? hits.size() - 1 : 0);
        return true;
    }
    const std::size_t next = backwards ? m_lastPlace - 1 : m_lastPlace + 1; // below 0 it is beyond the end
    if (next >= hits.size())
        return false;
    show(m_selection.row(), hits[next], next);
    return true;
}

void FindController::findInConversation(bool backwards)
{
    stop();
    if (m_selection.isEmpty())
        return;
    const auto filters = conversationFilters(m_selection.packet().frame, m_selection.packet().packet);
    if (filters.empty())
        return;
    if (auto finder = Finder::compile({.what = FindRequest::What::Filter, .text = filters.back().filter}, m_capture.registry()))
        start(*std::move(finder), backwards, false);
}

void FindController::start(Finder finder, bool backwards, bool goesRound)
{
    m_run = std::make_shared<Run>(std::move(finder), m_model.lineWriter());
    m_run->backwards = backwards;
    const int count = m_model.rowCount();
    const int selected = m_selection.isEmpty() ? -1 : m_model.rowOf(m_selection.row());
    const int from = selected >= 0 ? selected : backwards ? 0 : count - 1; // so that it begins with the last, or the first
    // Those behind `from`, then round the end those up to it with itself; backwards those before it, then from the last one on.
    std::vector<std::uint32_t> &rows = m_run->rows;
    rows = m_model.shownPackets();
    if (backwards)
        std::ranges::reverse(rows);
    const auto first = rows.begin() + (backwards ? count - from : from + 1) % count;
    m_run->wrapsAt = static_cast<std::size_t>((rows.end() - first) % count);
    std::ranges::rotate(rows, first);
    if (!goesRound)
        rows.resize(m_run->wrapsAt);
    m_worker.run([run = m_run, &store = m_capture.store(), &dissector = m_capture.dissector(), &registry = m_capture.registry()] {
        PacketRow packet;
        FilterScratch scratch;
        for (std::size_t i = 0; i < run->rows.size() && run->isWanted; ++i, ++run->done) {
            packet.load(store, dissector, run->rows[i]);
            run->hits = run->finder.hits(packet, registry, scratch, run->line);
            if (!run->hits.empty()) {
                run->foundAt = i;
                break;
            }
        }
        run->isFinished = true;
    });
    m_timer.start();
}

void FindController::look()
{
    if (!m_run->isFinished)
        return m_bar.setProgress(int(m_run->done * 1000 / std::max<std::size_t>(m_run->rows.size(), 1)));
    const auto run = m_run;
    stop();
    if (!run->foundAt) {
        m_bar.say(tr("No displayed packet has it."));
        return;
    }
    const std::size_t place = run->backwards ? run->hits.size() - 1 : 0;
    show(int(run->rows[*run->foundAt]), run->hits[place], place);
    // Where the search began at the very end there was nothing to go round.
    if (*run->foundAt >= run->wrapsAt && run->wrapsAt > 0)
        m_bar.say(run->backwards ? tr("It went on from the last packet.") : tr("It went on from the first packet."));
}

void FindController::show(int row, const FindHit &hit, std::size_t place)
{
    m_lastRow = row;
    m_lastPlace = place;
    m_list.moveToPacket(row);
    if (hit.node >= 0)
        m_selection.setNode(hit.node);
    else if (hit.place.length > 0)
        m_selection.setBit(hit.place.offset);
    emit found();
}

} // namespace vethscope
