#include "app/cli/framewanted.h"

#include "core/bytes/nearestwords.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope::cli {

std::optional<FrameWanted> frameWanted(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    const std::string number = colon == text.npos ? text : text.substr(colon + 1);
    FrameWanted wanted{colon == text.npos ? std::string() : text.substr(0, colon), 0};
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), wanted.number);
    if (error != std::errc() || end != number.data() + number.size() || wanted.number == 0 || (colon == 0))
        return std::nullopt;
    return wanted;
}

std::expected<CaptureArgument, std::string> captureWanted(const std::vector<std::string> &captures, const std::string &file)
{
    std::vector<CaptureArgument> arguments;
    std::ranges::transform(captures, std::back_inserter(arguments), captureArgument);
    if (file.empty())
        return arguments.front();
    for (const CaptureArgument &argument : arguments)
        if (argument.file == file)
            return argument;
    std::vector<const CaptureArgument *> alike;
    std::vector<std::string> names;
    for (const CaptureArgument &argument : arguments) {
        names.push_back(argument.file.filename().string());
        if (names.back() == file)
            alike.push_back(&argument);
    }
    if (alike.size() == 1)
        return *alike.front();
    if (alike.size() > 1)
        return std::unexpected(fmt::format("{} is the name of several captures: give the path", file));
    const std::vector<std::string_view> known(names.begin(), names.end());
    std::vector<std::string> near = nearestWords(file, known, file.size());
    if (near.empty())
        near = names;
    return std::unexpected(fmt::format("no capture is called {}; the nearest: {}", file, fmt::join(near, ", ")));
}

std::string noSuchFrame(const std::filesystem::path &file, std::uint32_t number, std::size_t count)
{
    return count == 0 ? fmt::format("{} has no frame at all", file.string()) : fmt::format("{} has no frame {}; the nearest: {}", file.string(), number, count);
}

} // namespace vethscope::cli
