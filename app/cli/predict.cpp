#include "app/cli/changesjson.h"
#include "app/cli/hostsnapshots.h"
#include "app/cli/matrixwriter.h"
#include "app/cli/predictwriter.h"
#include "app/cli/reading.h"
#include "app/cli/verb.h"
#include "core/path/matrixcsv.h"

#include <iostream>
#include <memory>

#include <fmt/format.h>

// predict: every header at every hop, before any capture, from what hosts printed.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> snapshots, against;
    std::string from, to;
    std::string protocol = "tcp";
    std::optional<std::uint16_t> port;
    std::optional<std::uint32_t> size;
    bool dontFragment = false;
    std::string mark;
    bool matrix = false;
    std::string format = "text";
};

constexpr std::uint8_t icmp = 1, tcp = 6, udp = 17;

std::uint8_t protocolOf(const std::string &name)
{
    return name == "tcp" ? tcp : name == "udp" ? udp : icmp;
}

Result<path::Question> questionOf(const path::Places &places, const Options &options)
{
    auto from = path::whoSends(places, options.from);
    if (!from)
        return std::unexpected(from.error());
    auto to = path::whoIs(places, options.to);
    if (!to)
        return std::unexpected(to.error());
    path::Question question{std::move(*from), std::move(*to), protocolOf(options.protocol), options.port, options.size, options.dontFragment, 0};
    if (!options.mark.empty())
        question.mark = static_cast<std::uint32_t>(std::stoul(options.mark, nullptr, 0));
    return question;
}

// The later snapshot of the same cluster.
struct Later {
    HostSnapshots read;
    Cluster cluster;
    std::unique_ptr<path::Predictor> predictor{};
};

void writeMatrix(const path::Predictor &predictor, const HostSnapshots &read, const Later *later, const std::string &format)
{
    const bool compares = later && format != "csv";
    path::Comparison comparison;
    if (compares)
        comparison = path::compare(predictor, *later->predictor);
    const path::Matrix matrix = compares ? std::move(comparison.before) : path::matrixOf(predictor);
    if (format == "csv")
        return path::writeMatrixCsv(matrix, std::cout);
    const std::vector<path::ChangedWay> &changes = comparison.changes;
    if (format == "json")
        return writeMatrixJson(matrix, read.texts(), later ? std::optional(changesJson(changes, read.texts(), later->read.texts())) : std::nullopt, std::cout);
    writeMatrixText(matrix, std::cout);
    if (later)
        writeChangesText(changes, std::cout);
}

// What is wrong with the options together; empty where nothing is.
std::string_view complaintAbout(const Options &options)
{
    if (options.snapshots.empty())
        return "predict needs a snapshot: --snapshot SNAPSHOT";
    if (!options.matrix && (options.from.empty() || options.to.empty()))
        return "predict needs two ends, --from WHO --to WHO, or --matrix";
    if (options.matrix && (!options.from.empty() || !options.to.empty()))
        return "--matrix is from all to all: it goes without --from and --to";
    return !options.matrix && options.format == "csv" ? "--format csv is for --matrix" : "";
}

// Null where one of the two is not there then.
std::vector<path::ChangedWay> changesOf(const path::Prediction &prediction, const path::Question &question, const Later &later, const Options &options)
{
    const auto asked = questionOf(later.predictor->places(), options);
    const std::vector<path::Path> ways = asked ? later.predictor->request(*asked) : std::vector<path::Path>();
    auto change = path::changeOf(&prediction.likeliest(), ways.empty() ? nullptr : &ways.front());
    if (!change)
        return {};
    change->from = question.from.name;
    change->to = question.to.name;
    change->kind = question.to.kind;
    return {std::move(*change)};
}

void writePrediction(const path::Predictor &predictor, const path::Question &question, const HostSnapshots &read, const Later *later, const Options &options)
{
    const path::Prediction prediction = predictor.predict(question);
    const auto changes = later ? changesOf(prediction, question, *later, options) : std::vector<path::ChangedWay>();
    if (options.format == "json")
        return writePredictionJson(prediction, read.texts(), later ? std::optional(changesJson(changes, read.texts(), later->read.texts())) : std::nullopt, std::cout);
    writePredictionText(prediction, std::cout);
    if (later)
        writeChangesText(changes, std::cout);
}

int run(const Options &options)
{
    if (const std::string_view complaint = complaintAbout(options); !complaint.empty())
        return fail(WrongUsage, complaint);
    const HostSnapshots read = readHostSnapshots(options.snapshots);
    if (read.snapshots.empty())
        return Unreadable;
    const Cluster cluster = read.cluster();
    const path::Predictor predictor(cluster);
    std::unique_ptr<Later> later;
    if (!options.against.empty()) {
        later = std::make_unique<Later>(readHostSnapshots(options.against));
        if (later->read.snapshots.empty())
            return Unreadable;
        later->cluster = later->read.cluster();
        later->predictor = std::make_unique<path::Predictor>(later->cluster);
    }
    if (options.matrix) {
        writeMatrix(predictor, read, later.get(), options.format);
    } else {
        const auto question = questionOf(predictor.places(), options);
        if (!question)
            return fail(WrongUsage, question.error().message.english());
        writePrediction(predictor, *question, read, later.get(), options);
    }
    return written(read.complete && (!later || later->read.complete) ? Done : PartlyRead);
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    declareSnapshots(command, options->snapshots);
    command.option("--from", options->from, "Who sends: a pod ([NAMESPACE/]POD), a node, or an address").called("WHO");
    command.option("--to", options->to, "Who is to get it: a pod, a node, a service, or an address").called("WHO");
    command.option("--proto", options->protocol, "tcp, udp or icmp").among({"tcp", "udp", "icmp"});
    command.option("--port", options->port, "The destination's port: 80, or the service's first").called("N");
    command.option("--size", options->size, "Length of the IP packet with its header: 60, of IPv6 80").called("BYTES").between(20, 65535);
    command.flag("--df", options->dontFragment, "Sets Don't Fragment for UDP and ICMP, as TCP has it");
    command.option("--mark", options->mark, "The sender's firewall mark").called("N").number();
    command.flag("--matrix", options->matrix, "From every pod and node to every pod, node and service: who reaches whom, and which line is at fault");
    command.option("--against", options->against, "A later snapshot of the same cluster: what differs then").called("SNAPSHOT");
    command.option("--format", options->format, "text for reading, json for scripts, csv for tables (--matrix)").among({"json", "text", "csv"});
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::predict{"predict", "Foretell a packet's way and every header at every hop from what hosts printed", declare};

} // namespace vethscope::cli
