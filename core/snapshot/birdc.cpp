#include "core/snapshot/birdc.h"

namespace vethscope {

bool isBirdcShow(const std::vector<std::string> &words, std::string_view what)
{
    if (words.empty() || !words[0].starts_with("birdc"))
        return false;
    std::vector<std::string_view> plain;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "-s")
            ++i;
        else if (!words[i].starts_with('-'))
            plain.push_back(words[i]);
    }
    return plain.size() >= 2 && plain[0].size() >= 2 && std::string_view("show").starts_with(plain[0])
        && plain[1].size() >= 2 && (what.starts_with(plain[1]) || (what == "route" && plain[1] == "routes"));
}

bool isBirdsGreeting(std::string_view line)
{
    return line.starts_with("BIRD ") && (line.ends_with(" ready.") || line.ends_with(" ready"));
}

} // namespace vethscope
