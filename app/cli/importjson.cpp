#include "app/cli/importwriter.h"

namespace vethscope::cli {
namespace {

// What stands in a text has its name, and where there are several snapshots the argument.
Json placeJson(const std::shared_ptr<const SourceText> &source, const SnapshotArguments &texts)
{
    Json json{{"source", source ? Json(source->name()) : Json(nullptr)}};
    if (const std::string *argument = texts.of(source.get()))
        json["snapshot"] = *argument;
    return json;
}

Json commandJson(const ImportedCommand &command, const SnapshotArguments &texts)
{
    Json json = placeJson(command.source, texts);
    json.update({
        {"line", command.line},
        {"node", textOrNull(command.node)},
        {"pod", textOrNull(command.pod)},
        {"command", textOrNull(command.command)},
        {"parser", textOrNull(command.parser)},
        {"facts", command.facts},
        {"not_understood", command.notUnderstood},
        {"failed", textOrNull(command.failed)},
    });
    return json;
}

Json proseJson(const ProseLines &prose, const SnapshotArguments &texts)
{
    Json json = placeJson(prose.source, texts);
    json.update({{"first", prose.lines.first}, {"last", prose.lines.end() - 1}});
    return json;
}

Json skippedJson(const SkippedFile &file, const std::string *argument)
{
    Json json{{"source", file.source}, {"because", file.because.english()}};
    if (argument)
        json["snapshot"] = *argument;
    return json;
}

} // namespace

Json importJson(const HostSnapshots &hosts)
{
    const SnapshotArguments texts = hosts.texts();
    Json commands = Json::array(), prose = Json::array(), skipped = Json::array(), lost = Json::array(), problems = Json::array();
    for (std::size_t i = 0; i < hosts.snapshots.size(); ++i) {
        const ImportReport &report = hosts.snapshots[i].report;
        for (const ImportedCommand &command : report.commands)
            commands.push_back(commandJson(command, texts));
        for (const ProseLines &lines : report.prose)
            prose.push_back(proseJson(lines, texts));
        for (const SkippedFile &file : report.skipped)
            skipped.push_back(skippedJson(file, hosts.arguments.size() > 1 ? &hosts.arguments[i] : nullptr));
        for (const Evidence &line : report.lost)
            lost.push_back(evidenceJson(line, texts));
        for (const Error &problem : report.problems)
            problems.push_back(problem.message.english());
    }
    return {{"commands", std::move(commands)}, {"prose", std::move(prose)}, {"skipped", std::move(skipped)}, {"lost", std::move(lost)}, {"problems", std::move(problems)}};
}

} // namespace vethscope::cli
