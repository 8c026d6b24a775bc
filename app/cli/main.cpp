#include "app/cli/verb.h"

#include <csignal>
#include <iostream>

#include <CLI/CLI.hpp>

// vethscope-cli: Vethscope's core without a window, for scripts, pipes and servers.

int main(int argc, char **argv)
{
    using namespace vethscope::cli;

    // A reader that has seen enough (`| head`) ends the program quietly, as it does tshark.
    std::signal(SIGPIPE, SIG_DFL);

    CLI::App app{"Vethscope without a window: captures and host facts of container networks, for scripts"};
    app.name("vethscope-cli");
    app.require_subcommand(1);
    app.set_version_flag("--version", VETHSCOPE_VERSION);
    std::function<int()> run;
    for (const Verb *verb : verbs::all) {
        CLI::App *subcommand = app.add_subcommand(verb->name, verb->description);
        Command command(*subcommand);
        subcommand->callback([&run, action = verb->declare(command)] { run = action; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error, std::cout, std::cerr) == 0 ? Done : WrongUsage;
    }
    return run();
}
