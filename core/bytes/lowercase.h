#pragma once

#include <string>
#include <string_view>

namespace vethscope {

/// ASCII letters in lower case, whatever the locale; all else as it is.
inline std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char &letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

} // namespace vethscope
