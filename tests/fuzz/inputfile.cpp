#include "tests/fuzz/inputfile.h"

#include "tests/fuzz/fuzz.h"

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

namespace vethscope::fuzz {

std::filesystem::path asFile(Bytes input)
{
    static const int descriptor = ::memfd_create("vethscope-fuzz", MFD_CLOEXEC);
    if (descriptor < 0 || ::ftruncate(descriptor, 0) != 0
        || ::pwrite(descriptor, input.data(), input.size(), 0) != static_cast<ssize_t>(input.size()))
        broken("the input can be written into a file");
    return fmt::format("/proc/self/fd/{}", descriptor);
}

} // namespace vethscope::fuzz
