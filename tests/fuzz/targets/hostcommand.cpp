#include "tests/fuzz/fuzz.h"

#include "core/snapshot/hostcommands.h"

#include <algorithm>

// One parser of host output by itself: its command as typed, a line feed, what it printed. A line that is no command stands for the
// command at its first letter's place in the list, typed by its name, so that every mutation of it means something.

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

// Which parser reads it; words that are no command become those of one. Null where the importer would call none either.
const HostCommand *parserFor(std::vector<std::string> &words)
{
    if (const HostCommand *known = commandTyped(words))
        return known;
    const auto all = hostCommands();
    const HostCommand *one = all[words.empty() ? 0 : static_cast<unsigned char>(words.front().front()) % all.size()];
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
