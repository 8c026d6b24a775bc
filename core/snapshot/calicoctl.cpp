#include "core/snapshot/calicoctl.h"

#include <algorithm>

namespace vethscope {
namespace {

std::string kindOf(std::string_view word)
{
    std::string kind(word.substr(0, word.find('.')));
    for (char &letter : kind)
        letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    return kind;
}

} // namespace

bool isCalicoctlGet(const std::vector<std::string> &words, std::string_view singular, std::string_view plural)
{
    if (words.empty())
        return false;
    const auto get = std::ranges::find(words, "get");
    if (get == words.end() || get + 1 == words.end())
        return false;
    const bool calico = words[0] == "calicoctl" || (words.size() > 1 && words[1] == "calico") || (get + 1)->find("projectcalico.org") != std::string::npos;
    const std::string kind = kindOf(*(get + 1));
    return calico && (kind == singular || kind == plural);
}

} // namespace vethscope
