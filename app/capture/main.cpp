#include "app/capture/interfaces.h"
#include "app/capture/options.h"
#include "app/capture/privileges.h"
#include "app/capture/recorder.h"

#include <csignal>
#include <cstdio>

// vethscope-capture: the only part of Vethscope that opens network interfaces. It holds rights for as
// long as that takes, gives them up, and then copies packets to a file without looking into them.

namespace {

enum ExitCode : int { Done = 0, WrongUsage = 2, NotPermitted = 4 };

int fail(ExitCode code, const std::string &message)
{
    std::fprintf(stderr, "vethscope-capture: %s\n", message.c_str());
    return code;
}

int list()
{
    std::string error;
    const auto interfaces = vethscope::capture::listInterfaces(error);
    if (!error.empty())
        return fail(NotPermitted, error);
    for (const auto &interface : interfaces) {
        std::string line = interface.name + '\t' + interface.kind + '\t';
        for (const std::string &address : interface.addresses)
            line += (&address == interface.addresses.data() ? "" : ",") + address;
        std::printf("%s\n", line.c_str());
    }
    return Done;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace vethscope::capture;

    std::string error;
    const auto options = readOptions(argc, argv, error);
    if (!options)
        return fail(WrongUsage, error);
    if (options->listInterfaces)
        return list();

    Recorder recorder(*options);
    const bool opened = recorder.openInterfaces(error);
    if (!dropPrivileges())
        return fail(NotPermitted, "the kernel did not let go of our rights, so nothing is captured");
    if (!opened)
        return fail(error.starts_with("the capture filter") ? WrongUsage : NotPermitted, error);

    struct sigaction action { };
    action.sa_handler = [](int) { Recorder::stop(); };
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const bool sound = recorder.record(error);
    std::fprintf(stderr, "%s\n", recorder.summary().c_str());
    return sound ? Done : fail(static_cast<ExitCode>(1), error);
}
