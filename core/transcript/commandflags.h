#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope {

/// The flags that stand in a row among a command's words: `-it`, `-n kube-system`, `--container=web`.
class CommandFlags
{
public:
    /// Takes them off `words`, from `first` up to a word that is no flag; a `--` goes with them. `withValue` lists those
    /// that have the next word for their value, `-n` also joined as in `-nkube-system`.
    CommandFlags(std::vector<std::string> &words, std::size_t first, std::span<const std::string_view> withValue);

    bool has(std::string_view brief, std::string_view whole) const;
    /// Empty when it is not there or has none.
    std::string valueOf(std::string_view brief, std::string_view whole) const;

private:
    std::vector<std::pair<std::string, std::string>> m_flags;
};

} // namespace vethscope
