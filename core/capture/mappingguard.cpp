#include "core/capture/mappingguard.h"

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

// mmap(2): touching a page behind the end of the file raises SIGBUS. The handler puts empty pages there,
// from that page to the mapping's end, and lets the read go on. All of them at once, because the kernel keeps
// no more than 65530 mappings. Everything it uses is lock-free and async-signal-safe.

namespace vethscope {
namespace {

struct Watched {
    std::atomic<std::uintptr_t> begin = 0;
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<std::uintptr_t> lost = SIZE_MAX; // the lowest address that was lost
    std::atomic<bool> taken = false;
};

constexpr std::size_t mostMappings = 256;
std::array<Watched, mostMappings> watched;
struct sigaction previous;

void onBusError(int number, siginfo_t *info, void *context)
{
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (Watched &one : watched) {
        const std::uintptr_t end = one.end.load();
        if (address < one.begin.load() || address >= end)
            continue;
        const std::uintptr_t page = address & ~(static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE)) - 1);
        std::uintptr_t before = one.lost.load();
        while (page < before && !one.lost.compare_exchange_weak(before, page)) { }
        constexpr int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE;
        if (::mmap(reinterpret_cast<void *>(page), end - page, PROT_READ, flags, -1, 0) != MAP_FAILED)
            return;
    }
    // Not ours: let it do what it did before us.
    ::sigaction(number, &previous, nullptr);
    static_cast<void>(context);
    ::raise(number);
}

void installHandler()
{
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action { };
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, &action, &previous);
    });
}

} // namespace

int watchMapping(Bytes mapping)
{
    installHandler();
    for (std::size_t i = 0; i < watched.size(); ++i) {
        if (watched[i].taken.exchange(true))
            continue;
        const auto begin = reinterpret_cast<std::uintptr_t>(mapping.data());
        watched[i].lost.store(SIZE_MAX);
        watched[i].end.store(begin + mapping.size());
        watched[i].begin.store(begin);
        return static_cast<int>(i);
    }
    return -1;
}

void unwatchMapping(int guard)
{
    if (guard < 0)
        return;
    Watched &one = watched[static_cast<std::size_t>(guard)];
    one.end.store(0);
    one.begin.store(0);
    one.taken.store(false);
}

std::size_t intactSize(int guard)
{
    if (guard < 0)
        return SIZE_MAX;
    const Watched &one = watched[static_cast<std::size_t>(guard)];
    const std::uintptr_t lost = one.lost.load();
    return lost == SIZE_MAX ? SIZE_MAX : lost - one.begin.load();
}

} // namespace vethscope
