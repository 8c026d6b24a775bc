#include "core/capture/mappingguard.h"

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

// mmap(2): touching a page behind the end of the file raises SIGBUS. The handler puts an empty page
// there and lets the read go on; everything it uses is lock-free and async-signal-safe.

namespace vethscope {
namespace {

struct Watched {
    std::atomic<std::uintptr_t> begin = 0;
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<bool> lost = false;
    std::atomic<bool> taken = false;
};

constexpr std::size_t mostMappings = 256;
std::array<Watched, mostMappings> watched;
struct sigaction previous;

void onBusError(int number, siginfo_t *info, void *context)
{
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (Watched &one : watched) {
        if (address < one.begin.load() || address >= one.end.load())
            continue;
        const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
        one.lost.store(true);
        if (::mmap(reinterpret_cast<void *>(address & ~(page - 1)), page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED)
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
        watched[i].lost.store(false);
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

bool lostPages(int guard)
{
    return guard >= 0 && watched[static_cast<std::size_t>(guard)].lost.load();
}

} // namespace vethscope
