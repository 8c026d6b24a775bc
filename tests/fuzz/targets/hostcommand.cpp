#include "tests/fuzz/fuzz.h"

#include "core/snapshot/hostcommands.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

// One parser of host output by itself: its command as typed, a line feed, what it printed. A line that is no command stands for the
// command at its first letter's place in the list, typed by its name, so that every mutation of it means something.
//
// With VETHSCOPE_FUZZ_COMMAND=ip-addr every input is for that one parser, whatever its first line says; with =list the names are
// printed. tests/fuzz/run.sh hostcommand:ip-addr, or hostcommand:each for one run after the other.

namespace vethscope::fuzz {
namespace {

std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (end > 0)
            words.emplace_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

// The command's name as a file's name: "cat /etc/hosts" is cat--etc-hosts.
std::string fileName(const HostCommand &command)
{
    std::string name(command.name);
    std::ranges::replace_if(name, [](unsigned char letter) { return !std::isalnum(letter) && letter != '.'; }, '-');
    return name;
}

// The one parser that was asked for, or null for all.
const HostCommand *askedFor()
{
    const char *name = std::getenv("VETHSCOPE_FUZZ_COMMAND");
    if (!name || !*name)
        return nullptr;
    const auto all = hostCommands();
    const auto found = std::ranges::find(all, std::string_view(name), [](const HostCommand *command) { return fileName(*command); });
    if (found != all.end())
        return *found;
    for (const HostCommand *command : all)
        fmt::print("{}\n", fileName(*command));
    std::fflush(stdout);
    std::_Exit(std::string_view(name) == "list" ? 0 : 2); // past libFuzzer, which takes an end for a finding
}

// Which parser reads it; words that are no command become those of one. Null where the importer would call none either.
const HostCommand *parserFor(std::vector<std::string> &words)
{
    static const HostCommand *const asked = askedFor();
    if (const HostCommand *known = commandTyped(words); known && (!asked || known == asked))
        return known;
    const auto all = hostCommands();
    const HostCommand *one = asked ? asked : all[words.empty() ? 0 : static_cast<unsigned char>(words.front().front()) % all.size()];
    std::vector<std::string> name = wordsOf(one->name);
    if (one->typed(name))
        words = std::move(name);
    else if (!one->looksLike)
        return nullptr;
    return one;
}

} // namespace

void run(Bytes input)
{
    const std::string_view text = asText(input);
    const std::size_t line = std::min(text.find('\n'), text.size());
    TypedCommand command;
    command.source = std::make_shared<const SourceText>("output", std::string(text.substr(std::min(line + 1, text.size()))));
    command.session.node = "node";
    command.text = text.substr(0, line);
    command.words = wordsOf(command.text);
    command.output = {1, static_cast<std::uint32_t>(command.source->size())};

    const HostCommand *parser = parserFor(command.words);
    if (!parser)
        return;
    Facts facts;
    Reading reading(command, facts);
    if (parser->looksLike && command.output.count > 0) // as the importer asks
        parser->looksLike(reading);
    parser->read(reading);
    for (const std::uint32_t number : reading.notUnderstood())
        promise(number >= 1 && number <= command.source->size(), "what nobody understood lies inside the output");
    for (const Complaint &complaint : reading.complaints())
        promise(!complaint.message.empty(), "a complaint says what is wrong");
    promise(reading.evidenceLines() <= command.source->size(), "no more evidence than lines");
}

} // namespace vethscope::fuzz
