#pragma once

#include "core/sentence/sentence.h"

#include <cstdint>
#include <filesystem>

namespace vethscope {

/// A file as it was, to tell later what became of it. That it became shorter tells who has it mapped.
class FileChange
{
public:
    explicit FileChange(std::filesystem::path path);

    /// What became of it since, each thing once; nothing where it is as it was.
    Sentence look();

private:
    enum class Seen : std::uint8_t { AsItWas, Gone, Replaced, Grown };
    Seen now() const;

    std::filesystem::path m_path;
    std::uint64_t m_device = 0, m_node = 0, m_size = 0;
    bool m_isFile = false;
    Seen m_told = Seen::AsItWas;
};

} // namespace vethscope
