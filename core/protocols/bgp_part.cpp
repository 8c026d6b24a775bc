#include "core/protocols/bgp_part.h"

#include <utility>

namespace vethscope {

void noteBgpLie(Details &details, const BgpPart &part, std::size_t size, Sentence message)
{
    if (part.lacks(size))
        details.note(Severity::Error, std::move(message), part.rest());
}

void noteBgpRemainder(Details &details, const BgpPart &part)
{
    if (!part.done() && !part.cut())
        details.note(Severity::Error,
                     Sentence::of("the last {} bytes of a list, from byte {} on, are too few for another entry", part.left(), part.at), part.rest());
}

} // namespace vethscope
