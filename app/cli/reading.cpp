#include "app/cli/reading.h"

#include "core/capture/capturepoint.h"
#include "core/names/tunnelports.h"
#include "core/protocols/decodeas.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"

#include <fmt/format.h>

namespace vethscope::cli {

void declareCaptures(Command &command, std::vector<std::string> &captures, const std::string &help)
{
    command.option("-r,--read-file", captures, help + "; NODE:IFACE= in front says where a file was captured; - for standard input")
        .required().called("[NODE:IFACE=]FILE");
}

void declareSnapshots(Command &command, std::vector<std::string> &snapshots)
{
    command.option("--snapshot", snapshots, snapshotsHelp).called("SNAPSHOT");
}

std::vector<std::filesystem::path> filesOf(const std::vector<std::string> &captures)
{
    std::vector<std::filesystem::path> files;
    for (const std::string &capture : captures)
        files.push_back(captureArgument(capture).file);
    return files;
}

void ReadingOptions::declare(Command &command, const std::string &snapshotHelp)
{
    command.option("-Y,--display-filter", filter, "Only packets that this display filter matches").called("FILTER");
    command.option("-d", decodeAs, "Decode a number as a protocol: udp.port==8473,vxlan; may be given again")
        .called("RULE").oneValue();
    command.option("--disable-protocol", disabled, "Do not dissect this protocol: what it carries, and itself, is data; may be given again")
        .called("NAME").oneValue();
    command.option("--snapshot", snapshots, snapshotHelp + "; may be given again").called("PATH").oneValue();
}

std::expected<Reading, ExitCode> readingOf(const ReadingOptions &options)
{
    HostSnapshots hosts = readHostSnapshots(options.snapshots);
    if (hosts.snapshots.empty() && !options.snapshots.empty())
        return std::unexpected(Unreadable);
    Cluster cluster = hosts.cluster();
    Registry registry = protocols::registry();
    for (const DecodeRule &rule : learntTunnelPorts(cluster, registry))
        registry.decodeAs(rule.claim, *rule.protocol);
    for (const std::string &text : options.decodeAs) {
        const auto rule = parseDecodeRule(text, registry);
        if (!rule)
            return std::unexpected(fail(WrongUsage, fmt::format("-d {}: {}", text, rule.error().message.english())));
        registry.decodeAs(rule->claim, *rule->protocol);
    }
    for (const std::string &name : options.disabled)
        if (!registry.protocol(name))
            return std::unexpected(fail(WrongUsage, fmt::format("--disable-protocol {}: no such protocol", name)));
    std::vector<const Protocol *> disabled = protocolsCalled(registry, options.disabled);
    auto filter = Filter::compile(options.filter, registry);
    if (!filter)
        return std::unexpected(fail(WrongUsage, filter.error().withCaret(options.filter)));
    for (const FilterError &doubt : filter->doubts(!hosts.snapshots.empty()))
        fail(Done, doubt.withCaret(options.filter));
    return Reading{std::move(hosts), std::move(cluster), std::move(registry), std::move(*filter), std::move(disabled)};
}

Dissector Reading::dissector() const
{
    Dissector dissector(registry);
    dissector.disable(disabled);
    return dissector;
}

ExitCode complainOf(PacketStore &store, ExitCode code)
{
    store.waitUntilFinished();
    for (const Error &problem : store.problems())
        code = fail(store.unreadable() ? Unreadable : PartlyRead, problem.message.english());
    return code;
}

} // namespace vethscope::cli
