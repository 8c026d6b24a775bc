#include "app/capture/options.h"

#include <algorithm>
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
    constexpr double most = 1e9; // some thirty years
    if (!readNumber(text, seconds) || !(seconds < most))
        return false;
    duration = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    return duration.count() > 0;
}

// duration:SECONDS, filesize:KILOBYTES or files:NUMBER, for -a and -b.
bool readLimit(std::string_view text, Limit &limit)
{
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::string_view value = colon == text.npos ? std::string_view{} : text.substr(colon + 1);
    if (name == "duration")
        return readSeconds(value, limit.duration);
    if (name == "filesize")
        return readNumber(value, limit.kilobytes);
    return name == "files" && readNumber(value, limit.files);
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

const char *const usage =
    "vethscope-capture: writes packets from network interfaces as pcapng, and looks into none of them\n"
    "  -i [NODE:]IFACE  an interface, with its node in front where several are merged; may be given again\n"
    "  -w FILE          where the packets go; - is standard output\n"
    "  -f BPF           only packets that this capture filter takes\n"
    "  -s BYTES         kept of each packet (262144)\n"
    "  -p               not in promiscuous mode\n"
    "  -B MIB           the kernel's buffer (2)\n"
    "  -c COUNT         stop after so many packets\n"
    "  -a LIMIT         stop at duration:S, filesize:KB or files:N; may be given again\n"
    "  -b LIMIT         next file at duration:S or filesize:KB, keep files:N; may be given again\n"
    "  -D               list the interfaces: name, kind, addresses\n"
    "  -S               once a second, for each interface: name, packets and bytes since it is there\n"
    "  -d               check -f for the first interface and print the program it compiles to\n"
    "  -Z               started by the window: report on standard output, end when standard input does\n"
    "Exit codes: 0 done, 1 done but not all could be kept, 2 wrong usage or invalid filter, 4 not permitted or no such interface\n";

std::optional<Options> readOptions(int argc, char **argv, std::string &error)
{
    Options options;
    const auto refuse = [&](std::string why) {
        error = std::move(why);
        return std::nullopt;
    };
    ::opterr = 0;
    for (int letter; (letter = ::getopt(argc, argv, ":i:f:s:pB:c:a:b:w:DSdZh")) != -1;) {
        const std::string value = ::optarg ? ::optarg : "";
        switch (letter) {
        case 'i': options.interfaces.push_back(readInterface(value)); break;
        case 'f': options.filter = value; break;
        case 'p': options.promiscuous = false; break;
        case 'w': options.output = value; break;
        case 'D': options.task = Options::Task::List; break;
        case 'S': options.task = Options::Task::Watch; break;
        case 'd': options.task = Options::Task::CheckFilter; break;
        case 'h': options.task = Options::Task::Help; break;
        case 'Z': options.child = true; break;
        case 's':
            if (value == "0")
                options.snapLength = largestSnapLength; // as tcpdump and dumpcap have it
            else if (!readNumber(value, options.snapLength))
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
            if (!readLimit(value, options.stop))
                return refuse("-a takes duration:SECONDS, filesize:KB or files:NUMBER, not \"" + value + "\"");
            break;
        case 'b':
            if (!readLimit(value, options.rotate))
                return refuse("-b takes filesize:KB, duration:SECONDS or files:NUMBER, not \"" + value + "\"");
            break;
        default: {
            const std::string option{'-', static_cast<char>(::optopt)};
            return refuse(letter == ':' ? option + " needs a value" : option + " is not an option");
        }
        }
    }
    options.snapLength = std::min(options.snapLength, largestSnapLength);
    if (::optind < argc)
        return refuse(std::string("\"") + argv[::optind] + "\" was not expected");
    if (options.task != Options::Task::Record)
        return options;
    if (options.interfaces.empty())
        return refuse("-i IFACE is missing; -D lists the interfaces");
    if (options.output.empty())
        return refuse("-w FILE is missing; - writes to standard output");
    if (options.rotates() && options.output == "-")
        return refuse("-b writes several files, so -w needs a path");
    if ((options.rotate.files > 0 || options.stop.files > 0) && !options.rotates())
        return refuse("files:NUMBER counts the files of a ring: -b filesize:KB or -b duration:SECONDS is missing");
    if (options.child && options.output == "-")
        return refuse("-Z reports on standard output, so -w needs a path");
    return options;
}

} // namespace vethscope::capture
