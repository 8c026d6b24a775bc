#include "tests/fuzz/fuzz.h"

#include "core/transcript/transcript.h"

#include <vector>

// A pasted terminal session taken apart: every line belongs to one command or is prose, and no place lies outside the text.

namespace vethscope::fuzz {

void run(Bytes input)
{
    const auto source = std::make_shared<const SourceText>("pasted text", std::string(asText(input)));
    const Transcript transcript = splitTranscript(source);
    const auto inside = [&](const LineRange &lines) { return lines.first >= 1 && lines.end() - 1 <= source->size(); };
    std::uint32_t before = 0;
    for (const TypedCommand &command : transcript.commands) {
        promise(command.source == source, "a command knows its source");
        promise(command.output.count == 0 || inside(command.output), "output lies inside the text");
        promise(command.promptLine <= source->size(), "a prompt lies inside the text");
        promise(command.promptLine == 0 || command.promptLine >= before, "commands come in their order");
        before = std::max(before, command.promptLine);
    }
    for (const LineRange &prose : transcript.prose)
        promise(prose.count > 0 && inside(prose), "prose lies inside the text");
}

} // namespace vethscope::fuzz
