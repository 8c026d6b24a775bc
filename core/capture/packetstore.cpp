#include "core/capture/packetstore.h"

#include "core/capture/amendments.h"
#include "core/capture/capturepoint.h"
#include "core/dissect/ignored.h"

#include <algorithm>
#include <chrono>

namespace vethscope {
namespace {

constexpr std::uint64_t largestFile = std::uint64_t{1} << 40;
constexpr std::uint32_t mostInterfaces = 1u << 24;
constexpr std::chrono::milliseconds pollInterval(5); // for more of a stream

} // namespace

Result<std::unique_ptr<PacketStore>> PacketStore::open(std::span<const std::filesystem::path> paths)
{
    std::unique_ptr<PacketStore> store(new PacketStore);
    for (const std::filesystem::path &path : paths) {
        auto input = openCaptureInput(path);
        if (!input) {
            store->report(input.error());
            continue;
        }
        store->add(std::move(*input), path);
        OpenFile &added = store->m_files.back();
        if (!added.input->complete())
            continue; // whether it is a capture is known when its first bytes arrive
        if (auto made = store->makeReaderFor(added); !made) {
            store->report(made.error());
            store->m_files.pop_back();
            store->m_paths.pop_back();
        }
    }
    if (store->m_files.empty())
        return std::unexpected(store->m_problems.empty() ? Error{Sentence::of("no capture file was named")} : store->m_problems.front());
    store->start();
    return store;
}

Result<std::unique_ptr<PacketStore>> PacketStore::follow(const std::filesystem::path &path)
{
    auto input = FollowedFile::open(path);
    if (!input)
        return std::unexpected(input.error());
    std::unique_ptr<PacketStore> store(new PacketStore);
    store->m_followed = input->get();
    store->add(std::move(*input), path);
    store->start();
    return store;
}

void PacketStore::ended()
{
    if (m_followed)
        m_followed->ended();
}

void PacketStore::start()
{
    m_worker = std::jthread([this](const std::stop_token &stop) { buildIndex(stop); });
}

PacketStore::~PacketStore()
{
    m_worker.request_stop();
    if (m_worker.joinable())
        m_worker.join();
}

void PacketStore::add(std::unique_ptr<CaptureInput> input, const std::filesystem::path &path)
{
    m_files.push_back({std::move(input), path, nullptr, false, false});
    m_paths.push_back(path);
}

Result<void> PacketStore::makeReaderFor(OpenFile &file)
{
    const Sentence name = file.path == "-" ? Sentence::of("standard input") : Sentence::verbatim(file.path.string());
    const Bytes bytes = file.input->bytes();
    if (bytes.empty()) {
        const auto problem = file.input->problem();
        return std::unexpected(problem ? *problem : Error{Sentence::of("{} is empty (0 bytes), so it holds no packets", name)});
    }
    if (bytes.size() >= largestFile)
        return std::unexpected(Error{Sentence::of("{} has {} bytes; files up to 1 TiB can be opened", name, bytes.size())});
    const auto number = static_cast<std::uint32_t>(&file - m_files.data());
    const std::string fileName = file.path.filename().string();
    auto reader = makeReader(bytes, name, [this, number, fileName](Interface interface) {
        interface.file = number;
        CapturePoint point = capturePoint(fileName, interface.name);
        if (interface.pointNode.empty())
            interface.pointNode = std::move(point.node);
        interface.pointInterface = std::move(point.interface);
        const std::size_t place = m_interfaces.size();
        if (place < mostInterfaces)
            m_interfaces.append(std::move(interface));
        return static_cast<std::uint32_t>(std::min<std::size_t>(place, mostInterfaces - 1));
    });
    if (!reader)
        return std::unexpected(reader.error());
    file.reader = std::move(*reader);
    return {};
}

// The file's next record; waits while more may come. What arrived so far is published first.
std::optional<Record> PacketStore::nextOf(OpenFile &file, const std::stop_token &stop)
{
    while (!file.ended) {
        const bool complete = file.input->complete(); // asked first: what comes with the end is seen below
        if (!file.reader) {
            if (file.input->bytes().size() >= captureHeaderSize || complete) {
                if (auto made = makeReaderFor(file); !made) {
                    report(made.error());
                    file.ended = true;
                    break;
                }
            }
        } else {
            if (auto record = file.reader->next())
                return record;
            if (complete && file.input->bytes().size() == file.reader->size())
                file.ended = true;
            else if (!file.reader->wantsMore())
                file.ended = true;
            else
                file.reader->extend(file.input->bytes());
            if (file.ended)
                break;
            if (auto record = file.reader->next())
                return record;
        }
        if (complete)
            continue;
        publish();
        if (stop.stop_requested())
            return std::nullopt;
        std::this_thread::sleep_for(pollInterval);
    }
    return std::nullopt;
}

// A file that shrank was read as zeros from there on, which look like packets of no bytes.
void PacketStore::dropWhatIsLost()
{
    m_index.retainStaged([this](const Entry &entry) {
        const Interface &interface = m_interfaces[entry.source()];
        const OpenFile &file = m_files[interface.file];
        if (!file.lost)
            return true;
        Frame frame;
        file.reader->read({entry.offset(), entry.time, entry.source()}, interface, frame);
        const std::byte *end = frame.bytes.data() + frame.bytes.size();
        return frame.bytes.data() && end <= file.input->bytes().data() + file.input->intact();
    });
}

void PacketStore::gatherNotes()
{
    for (OpenFile &file : m_files) {
        FileNotes found = file.reader ? file.reader->takeNotes() : FileNotes{};
        if (found.empty())
            continue;
        const std::lock_guard lock(m_problemsMutex);
        std::ranges::move(found.comments, std::back_inserter(m_notes.comments));
        std::ranges::move(found.names, std::back_inserter(m_notes.names));
        std::ranges::move(found.statistics, std::back_inserter(m_notes.statistics));
        std::ranges::move(found.oddities, std::back_inserter(m_problems));
    }
}

void PacketStore::publish()
{
    bool lost = false;
    for (OpenFile &file : m_files) {
        if (file.reader && !file.lost && file.input->intact() < file.reader->position())
            file.lost = file.ended = true;
        lost = lost || file.lost; // its next packet, too, was read before it was known
    }
    if (lost)
        dropWhatIsLost();
    m_index.publish();
    gatherNotes();
    m_done.store(walked(), std::memory_order_relaxed);
}

void PacketStore::buildIndex(const std::stop_token &stop)
{
    // As mergecap does: of all files, the one whose next packet is the earliest gives it.
    std::vector<std::optional<Record>> heads;
    for (OpenFile &file : m_files)
        heads.push_back(nextOf(file, stop));

    constexpr std::size_t batch = 4096; // one fence and one progress report for so many packets
    for (std::size_t count = 1;; ++count) {
        std::size_t earliest = heads.size();
        for (std::size_t i = 0; i < heads.size(); ++i)
            if (heads[i] && (earliest == heads.size() || heads[i]->time < heads[earliest]->time))
                earliest = i;
        if (earliest == heads.size())
            break;
        const Record &record = *heads[earliest];
        m_index.stage({record.offset << 24 | record.source, record.time});
        heads[earliest] = nextOf(m_files[earliest], stop);
        if (count % batch == 0) {
            publish();
            if (stop.stop_requested())
                break;
        }
    }
    publish();
    bool readable = false;
    for (const OpenFile &file : m_files) {
        readable = readable || file.reader;
        // Of a file that shrank, its input tells; what the reader made of the zeros does not matter.
        if (file.reader && file.reader->problem() && !file.lost)
            report(*file.reader->problem());
    }
    m_unreadable.store(!readable, std::memory_order_release);
    m_done.store(progress().total, std::memory_order_relaxed);
    m_finished.store(true, std::memory_order_release);
    m_finished.notify_all();
}

std::uint64_t PacketStore::walked() const
{
    std::uint64_t done = 0;
    for (const OpenFile &file : m_files)
        if (file.reader)
            done += file.reader->position();
    return done;
}

PacketStore::Progress PacketStore::progress() const
{
    Progress progress{.done = m_done.load(std::memory_order_relaxed)};
    for (const OpenFile &file : m_files)
        progress.total += file.input->bytes().size();
    return progress;
}

void PacketStore::waitUntilFinished()
{
    m_finished.wait(false);
}

Frame PacketStore::frame(std::size_t row) const
{
    Frame frame = ownFrame(row);
    if (m_amendments.load(std::memory_order_acquire))
        amend(frame, row);
    if (const Continuations *continuations = m_continuations.load(std::memory_order_acquire))
        continuations->extend(frame);
    return frame;
}

std::int64_t PacketStore::amended(std::int64_t time, std::uint32_t interface) const
{
    const Amendments *amendments = m_amendments.load(std::memory_order_acquire);
    return amendments ? amendments->shifted(time, interface) : time;
}

void PacketStore::amend(Frame &frame, std::size_t row) const
{
    frame.time = time(row);
    frame.sincePrevious = row > 0 ? frame.time - time(row - 1) : 0;
    frame.sinceFirst = frame.time - time(0);
    if (m_amendments.load(std::memory_order_acquire)->isIgnored(row))
        frame.linkType = ignoredLink;
}

std::size_t PacketStore::settled() const
{
    const Continuations *continuations = m_continuations.load(std::memory_order_acquire);
    return continuations ? continuations->done() : size();
}

bool PacketStore::allSettled() const
{
    const Continuations *continuations = m_continuations.load(std::memory_order_acquire);
    return continuations ? continuations->finished() : finished();
}

Frame PacketStore::ownFrame(std::size_t row) const
{
    const Entry &entry = m_index[row];
    const Interface &interface = m_interfaces[entry.source()];
    Frame frame;
    frame.number = static_cast<std::uint32_t>(row + 1);
    frame.time = entry.time;
    frame.sincePrevious = row > 0 ? entry.time - m_index[row - 1].time : 0;
    frame.sinceFirst = entry.time - m_index[0].time;
    frame.linkType = interface.linkType;
    frame.interfaceId = interface.id;
    frame.hasInterface = interface.described;
    frame.interfaceName = interface.name;
    frame.pointNode = interface.pointNode;
    frame.pointInterface = interface.pointInterface;
    frame.facts = &m_facts;
    m_files[interface.file].reader->read({entry.offset(), entry.time, entry.source()}, interface, frame);
    if (const auto own = m_comments.find(row))
        frame.comment = *own;
    return frame;
}

void PacketStore::expect(std::size_t row) const
{
    if (row >= m_index.size())
        return;
    const Entry &entry = m_index[row];
    m_files[m_interfaces[entry.source()].file].reader->expect(entry.offset());
}

PacketRemarks PacketStore::remarks(std::size_t row) const
{
    const Entry &entry = m_index[row];
    const Interface &interface = m_interfaces[entry.source()];
    PacketRemarks remarks = m_files[interface.file].reader->remarks({entry.offset(), entry.time, entry.source()}, interface);
    if (const auto own = m_comments.find(row)) {
        remarks.comments.resize(std::max<std::size_t>(remarks.comments.size(), 1));
        remarks.comments.front() = *own;
    }
    return remarks;
}

void PacketStore::report(Error problem)
{
    const std::lock_guard lock(m_problemsMutex);
    m_problems.push_back(std::move(problem));
}

FileNotes PacketStore::notes() const
{
    const std::lock_guard lock(m_problemsMutex);
    return m_notes;
}

std::uint64_t PacketStore::dropped() const
{
    const std::lock_guard lock(m_problemsMutex);
    return m_notes.dropped();
}

std::vector<Error> PacketStore::problems() const
{
    const std::lock_guard lock(m_problemsMutex);
    std::vector<Error> problems = m_problems;
    // A file may shrink long after it was indexed.
    if (finished())
        for (const OpenFile &file : m_files)
            if (const auto problem = file.input->problem(); problem && file.reader
                && std::ranges::find(problems, problem->message, &Error::message) == problems.end())
                problems.push_back(*problem);
    return problems;
}

} // namespace vethscope
