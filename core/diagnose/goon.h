#pragma once

#include <functional>

namespace vethscope::diagnose {

/// Asked now and then on the calling thread, with the share that is done; where it says no, which it then does for ever, nothing more is done, and
/// what is there is good for nothing. None: nobody stops it.
using GoOn = std::function<bool(double share)>;

inline bool goesOn(const GoOn &goOn, double share)
{
    return !goOn || goOn(share);
}

} // namespace vethscope::diagnose
