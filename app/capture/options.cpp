#include "app/capture/options.h"

#include <charconv>
#include <filesystem>
#include <string_view>
#include <unistd.h>

// Plain getopt: what holds privileges should be small enough to be read in one sitting.

namespace vethscope::capture {
namespace {

template <typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number > 0;
}

bool readSeconds(std::string_view text, std::chrono::milliseconds &duration)
{
    double seconds = 0;
    if (!readNumber(text, seconds))
        return false;
    duration = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    return duration.count() > 0;
}

// duration:SECONDS or filesize:KILOBYTES, for -a and -b; files:NUMBER for -b alone.
bool readLimit(std::string_view text, Limit &limit, unsigned *files)
{
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::string_view value = colon == text.npos ? std::string_view{} : text.substr(colon + 1);
    if (name == "duration")
        return readSeconds(value, limit.duration);
    if (name == "filesize")
        return readNumber(value, limit.kilobytes);
    if (name == "files" && files)
        return readNumber(value, *files);
    return false;
}

// NODE:IFACE, unless an interface of the whole name exists (alias interfaces have a colon too).
InterfaceChoice readInterface(const std::string &text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || std::filesystem::exists("/sys/class/net/" + text))
        return {{}, text};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

} // namespace

std::optional<Options> readOptions(int argc, char **argv, std::string &error)
{
    Options options;
    const auto refuse = [&](std::string why) {
        error = std::move(why);
        return std::nullopt;
    };
    ::opterr = 0;
    for (int letter; (letter = ::getopt(argc, argv, ":i:f:s:pB:c:a:b:w:D")) != -1;) {
        const std::string value = ::optarg ? ::optarg : "";
        switch (letter) {
        case 'i': options.interfaces.push_back(readInterface(value)); break;
        case 'f': options.filter = value; break;
        case 'p': options.promiscuous = false; break;
        case 'w': options.output = value; break;
        case 'D': options.listInterfaces = true; break;
        case 's':
            if (!readNumber(value, options.snapLength))
                return refuse("-s takes a number of bytes, not \"" + value + "\"");
            break;
        case 'B':
            if (!readNumber(value, options.bufferMebibytes) || options.bufferMebibytes > 2047)
                return refuse("-B takes a number of MiB up to 2047, not \"" + value + "\"");
            break;
        case 'c':
            if (!readNumber(value, options.count))
                return refuse("-c takes a number of packets, not \"" + value + "\"");
            break;
        case 'a':
            if (!readLimit(value, options.stop, nullptr))
                return refuse("-a takes duration:SECONDS or filesize:KB, not \"" + value + "\"");
            break;
        case 'b':
            if (!readLimit(value, options.rotate, &options.files))
                return refuse("-b takes filesize:KB, duration:SECONDS or files:NUMBER, not \"" + value + "\"");
            break;
        default: {
            const std::string option{'-', static_cast<char>(::optopt)};
            return refuse(letter == ':' ? option + " needs a value" : option + " is not an option");
        }
        }
    }
    if (::optind < argc)
        return refuse(std::string("\"") + argv[::optind] + "\" was not expected");
    if (options.listInterfaces)
        return options;
    if (options.interfaces.empty())
        return refuse("-i IFACE is missing; -D lists the interfaces");
    if (options.output.empty())
        return refuse("-w FILE is missing; - writes to standard output");
    if (options.rotates() && options.output == "-")
        return refuse("-b writes several files, so -w needs a path");
    if (options.files > 0 && !options.rotates())
        return refuse("-b files:NUMBER needs -b filesize:KB or -b duration:SECONDS beside it");
    return options;
}

} // namespace vethscope::capture
