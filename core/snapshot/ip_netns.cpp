#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/words.h"

// Network namespaces and the ids by which link-netnsid speaks of them: iproute2's ipnetns.c.

namespace vethscope {
namespace {

void add(Reading &reading, std::string_view name, std::optional<std::int32_t> id, Evidence evidence)
{
    reading.host().namespaces.push_back({std::string(name), id, std::move(evidence)});
}

void readRecord(const JsonRecord &record)
{
    const std::string name = record.text("name");
    if (name.empty() && !record.has("nsid"))
        return record.complain(Sentence::of("a network namespace without \"name\""));
    add(record.reading(), name, record.number<std::int32_t>(record.has("nsid") ? "nsid" : "id"), record.evidence());
}

std::string_view withoutBracket(std::string_view word)
{
    return word.ends_with(')') ? word.substr(0, word.size() - 1) : word;
}

// A file's name in /run/netns.
bool isName(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == word.npos;
}

bool isNumbered(const Words &words)
{
    return words.size() == 3 && isName(words[0]) && words[1] == "(id:" && words[2].ends_with(')') && numberOf<std::int32_t>(withoutBracket(words[2]));
}

// tea (id: 2)   web   nsid 2 (iproute2 netns name: tea)
bool readLine(Reading &reading, const Words &words, std::uint32_t line)
{
    if (words.size() == 1 && isName(words[0]))
        add(reading, words[0], std::nullopt, reading.evidence(line));
    else if (isNumbered(words))
        add(reading, words[0], numberOf<std::int32_t>(withoutBracket(words[2])), reading.evidence(line));
    else if (words.size() > 1 && words[0] == "nsid" && numberOf<std::int32_t>(words[1]))
        add(reading, withoutBracket(behind(words, "name:")), numberOf<std::int32_t>(words[1]), reading.evidence(line));
    else
        return false;
    return true;
}

bool typed(const std::vector<std::string> &words)
{
    const IpCall call = ipCall(words);
    return call.object == "netns" && (call.verb == "show" || call.verb == "list-id");
}

bool looksLike(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"name", "id"});
    return isNumbered(reading.firstWords());
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    bool ended = false;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        // Behind the list, a single word is no name any more: `hostname` may have printed it.
        ended = ended || (words.empty() && line > reading.first());
        if (!words.empty() && ((ended && words.size() == 1) || !readLine(reading, words, line)))
            break;
    }
}

} // namespace

constinit const HostCommand commands::ipNetns{
    .name = "ip netns",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
