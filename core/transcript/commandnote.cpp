#include "core/transcript/commandnote.h"

#include "core/transcript/labels.h"
#include "core/transcript/lines.h"

namespace vethscope {

CommandNote noteBehind(std::string_view typed)
{
    const std::string_view text = withoutBlanks(typed);
    const bool bracketed = text.ends_with(')');
    const std::size_t begin = bracketed ? text.rfind(" (") : text.rfind(" # ");
    if (begin == std::string_view::npos || begin == 0)
        return {{}, std::string(typed)};
    const std::string_view note = text.substr(begin + 2 + (bracketed ? 0 : 1), text.size() - begin - 3);
    const auto label = labelIn(std::string(note) + ':');
    // A word alone may be anything; `on n1` and `node1` are machines. In something may be in a container.
    if (!label || label->names.size() != 1 || (!label->sure && (!note.contains(' ') || note.starts_with("in "))))
        return {{}, std::string(typed)};
    return {label->names.front(), std::string(withoutBlanks(text.substr(0, begin)))};
}

} // namespace vethscope
