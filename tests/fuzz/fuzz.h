#pragma once

#include "core/bytes/bytes.h"

#include <string>

namespace vethscope::fuzz {

/// What a target does with one input; each file in targets/ defines it once. Whatever the bytes are,
/// it returns: no crash, no hang, no broken promise.
void run(Bytes input);

/// Ends the program with a sentence that says which promise was broken: libFuzzer keeps the input.
[[noreturn]] void broken(const std::string &promise);

inline void promise(bool kept, const char *what)
{
    if (!kept)
        broken(what);
}

} // namespace vethscope::fuzz
