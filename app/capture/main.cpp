#include "app/capture/filtercheck.h"
#include "app/capture/interfaces.h"
#include "app/capture/linktype.h"
#include "app/capture/options.h"
#include "app/capture/privileges.h"
#include "app/capture/recorder.h"
#include "app/capture/traffic.h"

#include <csignal>
#include <cstdio>

#include <pcap/pcap.h>

// vethscope-capture: the only part of Vethscope that opens network interfaces. It holds rights for as
// long as that takes, gives them up, and then copies packets to a file without looking into them.

namespace {

using namespace vethscope::capture;

int fail(const Report &report, const Failure &failure)
{
    std::fprintf(stderr, "vethscope-capture: %s\n", failure.message.c_str());
    report.failure(failure);
    return failure.exitCode();
}

int list(const Report &report)
{
    std::string error;
    const auto interfaces = listInterfaces(error);
    if (!error.empty())
        return fail(report, {Failure::Reason::NotPermitted, error});
    for (const auto &interface : interfaces) {
        std::string line = interface.name + '\t' + interface.kind + '\t';
        for (const std::string &address : interface.addresses)
            line += (&address == interface.addresses.data() ? "" : ",") + address;
        std::printf("%s\n", line.c_str());
    }
    return Done;
}

int check(const Options &options, const Report &report)
{
    const int linkType = options.interfaces.empty() ? DLT_EN10MB : expectedLinkType(options.interfaces.front().name);
    if (const auto wrong = checkFilter(options.filter, linkType))
        return fail(report, *wrong);
    printProgram(options.filter, linkType);
    return Done;
}

int record(const Options &options, const Report &report)
{
    Recorder recorder(options, report);
    const auto opened = recorder.openInterfaces();
    if (!becomeCaller())
        return fail(report, {Failure::Reason::NotPermitted, "the kernel did not let go of a lent identity, so nothing is captured"});
    // With the caller's own identity; only then may it be done before capabilities go.
    const auto made = opened ? recorder.openOutput() : vethscope::Result<void, Failure>();
    if (!dropPrivileges())
        return fail(report, {Failure::Reason::NotPermitted, "the kernel did not let go of our rights, so nothing is captured"});
    if (!opened)
        return fail(report, opened.error());
    if (!made)
        return fail(report, made.error());

    struct sigaction action { };
    action.sa_handler = [](int) { Recorder::stop(); };
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGHUP, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const auto recorded = recorder.record();
    const int code = recorded ? static_cast<int>(Done) : fail(report, recorded.error());
    std::fprintf(stderr, "%s\n", recorder.summary().c_str());
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    std::string error;
    const auto options = readOptions(argc, argv, error);
    const Report report(options && options->child);
    if (!options)
        return fail(report, {Failure::Reason::WrongUsage, error});
    switch (options->task) {
    case Options::Task::Record:
        return record(*options, report);
    case Options::Task::List:
        return list(report);
    case Options::Task::Watch:
        watchTraffic(options->child);
        return Done;
    case Options::Task::CheckFilter:
        return check(*options, report);
    case Options::Task::Help:
        std::fputs(usage, stdout);
        return Done;
    }
}
