#include "core/snapshot/printedfiles.h"

#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

using Names = std::vector<std::string>;

bool isPrinter(const std::string &program)
{
    constexpr auto printers = std::to_array<std::string_view>({"cat", "grep", "egrep", "fgrep", "head", "tail", "less", "more"});
    return std::ranges::find(printers, program) != printers.end();
}

// The operands that are files: grep's first is its pattern.
Names filesOf(const Names &words)
{
    Names files;
    if (words.empty() || !isPrinter(words[0]))
        return files;
    bool patternSeen = !words[0].ends_with("grep");
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].starts_with('-') && words[i].size() > 1) {
            i += words[i] == "-n" && !words[0].ends_with("grep") ? 1 : 0; // head -n 1
            continue;
        }
        if (patternSeen)
            files.push_back(words[i]);
        patternSeen = true;
    }
    return files;
}

bool isPattern(const std::string &file)
{
    return file.find_first_of("*?[{$`") != std::string::npos;
}

// /sys/class/net/eth0/iflink:17 – interfaces may have a colon in their name (eth0:1), files hardly.
std::size_t pathEnd(std::string_view text)
{
    if (!text.starts_with('/'))
        return std::string_view::npos;
    const std::size_t slash = text.find_last_of('/', text.find(' '));
    return text.find(':', slash);
}

} // namespace

bool printsFile(const Names &words, std::string_view path)
{
    const Names files = filesOf(words);
    return !files.empty() && files.front().starts_with(path);
}

std::vector<PrintedLine> printedLines(Reading &reading)
{
    const Names files = filesOf(reading.words());
    const bool one = files.size() == 1 && !isPattern(files[0]);
    std::vector<PrintedLine> lines;
    std::string heading = one ? files[0] : std::string();
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (trimmed(text).empty())
            continue;
        if (text.starts_with("==> ") && text.ends_with(" <==")) {
            heading = text.substr(4, text.size() - 8);
            reading.understood(line);
        } else if (const std::size_t end = pathEnd(text); !one && end != std::string_view::npos && !reading.words().empty() && reading.words()[0].ends_with("grep")) {
            lines.push_back({std::string(text.substr(0, end)), text.substr(end + 1), line});
        } else {
            lines.push_back({heading, text, line});
        }
    }
    const bool eachHasOne = lines.size() == files.size() && std::ranges::none_of(files, isPattern);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].path.empty() && eachHasOne)
            lines[i].path = files[i];
    return lines;
}

} // namespace vethscope
