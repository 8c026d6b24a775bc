#include "core/capture/packetstore.h"

#include "core/capture/capturepoint.h"

#include <optional>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::uint64_t largestFile = std::uint64_t{1} << 40;
constexpr std::uint32_t mostInterfaces = 1u << 24;

} // namespace

Result<std::unique_ptr<PacketStore>> PacketStore::open(std::span<const std::filesystem::path> paths)
{
    std::unique_ptr<PacketStore> store(new PacketStore);
    for (const std::filesystem::path &path : paths)
        if (auto added = store->add(path); !added)
            store->report(added.error());
    if (store->m_files.empty())
        return std::unexpected(store->m_problems.empty() ? Error{"no capture file was named"} : store->m_problems.front());
    store->m_worker = std::jthread([raw = store.get()](const std::stop_token &stop) { raw->buildIndex(stop); });
    return store;
}

PacketStore::~PacketStore() = default;

Result<void> PacketStore::add(const std::filesystem::path &path)
{
    auto map = MappedFile::open(path);
    if (!map)
        return std::unexpected(map.error());
    if (map->bytes().size() >= largestFile)
        return std::unexpected(Error{fmt::format("{} has {} bytes; files up to 1 TiB can be opened", path.string(), map->bytes().size())});
    const auto file = static_cast<std::uint32_t>(m_files.size());
    const std::string fileName = path.filename().string();
    auto reader = makeReader(map->bytes(), path.string(), [this, file, fileName](Interface interface) {
        interface.file = file;
        CapturePoint point = capturePoint(fileName, interface.name);
        interface.pointNode = std::move(point.node);
        interface.pointInterface = std::move(point.interface);
        const std::size_t place = m_interfaces.size();
        if (place < mostInterfaces)
            m_interfaces.append(std::move(interface));
        return static_cast<std::uint32_t>(std::min<std::size_t>(place, mostInterfaces - 1));
    });
    if (!reader)
        return std::unexpected(reader.error());
    m_total += map->bytes().size();
    m_files.push_back({std::move(*map), std::move(*reader)});
    m_paths.push_back(path);
    return {};
}

void PacketStore::buildIndex(const std::stop_token &stop)
{
    // As mergecap does: of all files, the one whose next packet is the earliest gives it.
    std::vector<std::optional<Record>> heads;
    for (OpenFile &file : m_files)
        heads.push_back(file.reader->next());

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
        heads[earliest] = m_files[earliest].reader->next();
        if (count % batch == 0) {
            m_index.publish();
            std::uint64_t done = 0;
            for (const OpenFile &file : m_files)
                done += file.reader->position();
            m_done.store(done, std::memory_order_relaxed);
            if (stop.stop_requested())
                break;
        }
    }
    m_index.publish();
    for (const OpenFile &file : m_files)
        if (file.reader->problem())
            report(*file.reader->problem());
    m_done.store(m_total, std::memory_order_relaxed);
    m_finished.store(true, std::memory_order_release);
    m_finished.notify_all();
}

void PacketStore::waitUntilFinished()
{
    m_finished.wait(false);
}

Frame PacketStore::frame(std::size_t row) const
{
    const Entry &entry = m_index[row];
    const Interface &interface = m_interfaces[entry.source()];
    Frame frame;
    frame.number = static_cast<std::uint32_t>(row + 1);
    frame.time = entry.time;
    frame.linkType = interface.linkType;
    frame.interfaceId = interface.id;
    frame.hasInterface = interface.described;
    frame.interfaceName = interface.name;
    frame.pointNode = interface.pointNode;
    frame.pointInterface = interface.pointInterface;
    m_files[interface.file].reader->read({entry.offset(), entry.time, entry.source()}, interface, frame);
    return frame;
}

void PacketStore::report(Error problem)
{
    const std::lock_guard lock(m_problemsMutex);
    m_problems.push_back(std::move(problem));
}

std::vector<Error> PacketStore::problems() const
{
    const std::lock_guard lock(m_problemsMutex);
    return m_problems;
}

} // namespace vethscope
