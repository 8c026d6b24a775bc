#include "core/statistics/expertitems.h"

#include "core/dissect/facts.h"
#include "core/dissect/layerview.h"
#include "core/dissect/shown.h"
#include "core/protocols/protocols.h"
#include "core/statistics/tcpexpert.h"

#include <algorithm>
#include <string>

namespace vethscope {
namespace {

ExpertSeverity severityOf(Severity severity)
{
    return severity == Severity::Error ? ExpertSeverity::Error : severity == Severity::Warning ? ExpertSeverity::Warning : ExpertSeverity::Note;
}

// The first line of a message.
Sentence httpLine(const LayerView &view)
{
    constexpr std::size_t most = 200;
    const Bytes header = view.header();
    std::string line;
    for (const std::byte byte : header.first(std::min(header.size(), most))) {
        if (byte == std::byte{'\r'} || byte == std::byte{'\n'})
            break;
        line += static_cast<char>(byte);
    }
    return Sentence::verbatim(shownText(line));
}

} // namespace

void findExpertItems(const Frame &frame, const Dissection &packet, Details &scratch, std::vector<ExpertItem> &items)
{
    items.clear();
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const Layer &layer = packet[i];
        if (layer.quoted) // what is quoted was looked at when it travelled
            continue;
        const LayerView view(frame, packet, i);
        const auto say = [&](ExpertSeverity severity, Sentence message) { items.push_back({severity, layer.protocol, packet.scope(layer), layer.depth, std::move(message)}); };
        scratch.clear();
        if (layer.protocol->details)
            layer.protocol->details(view, scratch);
        if (frame.facts)
            frame.facts->add(view, scratch);
        for (Note &note : scratch.notes)
            say(severityOf(note.severity), std::move(note.message));
        if (layer.protocol == &protocols::tcp)
            sayOfTcp(view, scratch, say);
        else if (layer.protocol == &protocols::http)
            if (Sentence line = httpLine(view); !line.empty())
                say(ExpertSeverity::Chat, std::move(line));
    }
    if (const auto &stop = packet.stop(); stop && !stop->quoted) {
        const Scope scope = stop->depth > 0 ? Scope::Overlay : packet.depth() > 0 ? Scope::Underlay : Scope::Native;
        items.push_back({stop->cutByCapture ? ExpertSeverity::Note : ExpertSeverity::Error, stop->protocol, scope, stop->depth, stop->message()});
    }
}

} // namespace vethscope
