#include "app/cli/verb.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

// capture: packets from network interfaces into a pcapng file, with dumpcap's options. The work and
// the rights are vethscope-capture's; this verb only finds it and becomes it.

namespace vethscope::cli {
namespace {

std::filesystem::path helper()
{
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path("vethscope-capture") : own.parent_path() / "vethscope-capture";
}

struct Options {
    std::vector<std::string> interfaces;
    std::vector<std::string> stops;
    std::vector<std::string> rotations;
    std::string filter;
    std::string snapLength;
    std::string buffer;
    std::string count;
    std::string output;
    bool notPromiscuous = false;
    bool list = false;
};

int run(const Options &options)
{
    const std::string program = helper().string();
    std::vector<std::string> words{program};
    const auto add = [&](const char *option, const std::string &value) {
        if (!value.empty())
            words.insert(words.end(), {option, value});
    };
    for (const std::string &interface : options.interfaces)
        add("-i", interface);
    for (const std::string &stop : options.stops)
        add("-a", stop);
    for (const std::string &rotation : options.rotations)
        add("-b", rotation);
    add("-f", options.filter);
    add("-s", options.snapLength);
    add("-B", options.buffer);
    add("-c", options.count);
    add("-w", options.output);
    if (options.notPromiscuous)
        words.emplace_back("-p");
    if (options.list)
        words.emplace_back("-D");
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(program.c_str(), arguments.data());
    std::fprintf(stderr, "vethscope-cli: %s cannot be started: %s\n", program.c_str(), std::strerror(errno));
    return NotPermitted;
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    command.option("-i", options->interfaces, "An interface, with its node in front where several are merged; may be given again")
        .called("[NODE:]IFACE").oneValue();
    command.option("-f", options->filter, "Only packets that this capture filter (BPF) takes").called("BPF");
    command.option("-s", options->snapLength, "Bytes kept of each packet").called("SNAPLEN");
    command.flag("-p", options->notPromiscuous, "Do not put the interface into promiscuous mode");
    command.option("-B", options->buffer, "The kernel's buffer").called("MIB");
    command.option("-c", options->count, "Stop after so many packets").called("COUNT");
    command.option("-a", options->stops, "Stop at duration:S, filesize:KB or files:N; may be given again").called("LIMIT").oneValue();
    command.option("-b", options->rotations, "Next file at duration:S or filesize:KB, keep files:N; may be given again")
        .called("LIMIT").oneValue();
    command.option("-w", options->output, "The pcapng file to write, - for standard output").called("FILE");
    command.flag("-D", options->list, "List the interfaces: name, kind, addresses");
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::capture{"capture", "Write packets from network interfaces as pcapng", declare};

} // namespace vethscope::cli
