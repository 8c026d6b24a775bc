#include "core/dissect/textbuffer.h"

namespace vethscope {

void printFormatted(TextBuffer &out, fmt::string_view format, fmt::format_args args)
{
    fmt::vformat_to(fmt::appender(out), format, args);
}

} // namespace vethscope
