#include "core/testimony/testimony.h"

#include "core/testimony/kerneltools.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <system_error>

namespace vethscope::testimony {
namespace {

// The prompt behind which a tool was called, and somebody's host in it.
std::string hostIn(std::string_view line)
{
    const auto prompt = readPrompt(line);
    if (!prompt || prompt->host.empty())
        return {};
    constexpr auto words = std::to_array<std::string_view>({"pwru", "nft", "xtables-monitor", "dropwatch"});
    const bool calls = std::ranges::any_of(words, [&](std::string_view word) { return prompt->typed.find(word) != prompt->typed.npos; });
    return calls || prompt->typed.empty() ? std::string(prompt->host) : std::string();
}

const KernelTool *toolOf(const SourceText &text)
{
    for (std::uint32_t number = 1; number <= text.size(); ++number)
        for (const KernelTool *tool : tools::all)
            if (tool->looksLike(withoutBlanks(text.line(number))))
                return tool;
    return nullptr;
}

} // namespace

Result<Testimony> readTestimonyText(std::string name, std::string text, std::string node)
{
    const auto source = std::make_shared<const SourceText>(name, std::move(text));
    const KernelTool *const tool = toolOf(*source);
    if (!tool)
        return std::unexpected(Error{Sentence::of("{} is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch: no line of it is one of theirs", name)});
    Testimony testimony;
    TraceReading reading(source, tool->name, testimony);
    tool->read(reading);
    std::erase_if(testimony.notUnderstood, [&](const Evidence &line) {
        const std::string host = hostIn(line.text());
        if (node.empty())
            node = host;
        return !host.empty();
    });
    for (Record &record : testimony.records)
        record.node = node;
    return testimony;
}

Result<Testimony> readTestimony(const std::filesystem::path &path, std::string node)
{
    if (path == "-")
        return readTestimonyText("-", std::string{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}, std::move(node));
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, error))
        return std::unexpected(Error{Sentence::of("{} cannot be read: {}", path.string(), Sentence::verbatim(file ? std::strerror(EISDIR) : std::strerror(errno)))});
    return readTestimonyText(path.filename().string(), std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}, std::move(node));
}

TraceArgument traceArgument(const std::string &text)
{
    std::error_code error;
    const std::size_t equals = text.find('=');
    if (equals == text.npos || equals == 0 || std::filesystem::exists(text, error))
        return {{}, text};
    return {text.substr(0, equals), text.substr(equals + 1)};
}

} // namespace vethscope::testimony
