#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/walk.h"

// The classic capture file, in every byte order and variant that its magic number tells.

namespace vethscope::fuzz {

void run(Bytes input)
{
    walk(input);
}

} // namespace vethscope::fuzz
