#include "core/journey/glance.h"

namespace vethscope::journey {

bool glance(const Content &content, Glanced &seen)
{
    if (!content.key)
        return false;
    seen.timeToLive = content.timeToLive;
    seen.id = content.id;
    seen.depth = content.depth;
    seen.hasDigest = content.digest != 0;
    if (content.length > 0)
        keepData(content.burst, content.sequence, content.length, content.ends, seen);
    else
        keepKey(*content.key, seen);
    return true;
}

} // namespace vethscope::journey
