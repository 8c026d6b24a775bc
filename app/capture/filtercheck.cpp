#include "app/capture/filtercheck.h"

#include "app/capture/options.h"

#include <algorithm>
#include <memory>
#include <nss.h>
#include <pcap/pcap.h>
#include <vector>

namespace vethscope::capture {
namespace {

struct Close {
    void operator()(pcap_t *handle) const { pcap_close(handle); }
};

// A whole filter has a few dozen words; of a longer one the beginning is searched.
constexpr std::size_t mostWords = 64;

struct Word {
    std::size_t offset;
    std::size_t length;
};

std::vector<Word> wordsOf(const std::string &filter)
{
    constexpr const char *blank = " \t\r\n";
    constexpr const char *lone = "()[]!";
    std::vector<Word> words;
    for (std::size_t at = filter.find_first_not_of(blank); at != filter.npos; at = filter.find_first_not_of(blank, at)) {
        std::size_t end = filter.find_first_of(std::string(blank) + lone, at);
        end = end == at ? at + 1 : std::min(end, filter.size());
        words.push_back({at, end - at});
        at = end;
    }
    return words;
}

// An empty text when it compiles.
std::string messageFor(const std::string &filter, int linkType)
{
    ::__nss_configure_lookup("hosts", "files"); // asking name servers while somebody types would tell the world what is typed
    const std::unique_ptr<pcap_t, Close> handle(pcap_open_dead(linkType, largestSnapLength));
    bpf_program program{};
    if (pcap_compile(handle.get(), &program, filter.c_str(), 1, 0) != 0)
        return pcap_geterr(handle.get());
    pcap_freecode(&program);
    return {};
}

// The word that the message quotes, or else the first behind the longest beginning that compiles by itself.
Word culprit(const std::string &filter, int linkType, const std::string &message)
{
    const std::vector<Word> words = wordsOf(filter);
    const auto isApart = [](char c) { return std::string_view(" '\":,.()").find(c) != std::string_view::npos; };
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const std::size_t at = message.find(filter.substr(word->offset, word->length));
        const std::size_t end = at + word->length;
        const bool whole = at != message.npos && word->length > 1 && (at == 0 || isApart(message[at - 1]))
            && (end == message.size() || isApart(message[end]));
        if (whole && std::any_of(filter.begin() + static_cast<std::ptrdiff_t>(word->offset),
                                 filter.begin() + static_cast<std::ptrdiff_t>(word->offset + word->length),
                                 [](unsigned char c) { return std::isdigit(c) || c == '.' || c == ':'; }))
            return *word;
    }
    std::size_t sound = 0;
    for (std::size_t count = 1; count < std::min(words.size(), mostWords); ++count)
        if (messageFor(filter.substr(0, words[count - 1].offset + words[count - 1].length), linkType).empty())
            sound = count;
    return words.empty() ? Word{0, 1} : words[std::min(sound, words.size() - 1)];
}

} // namespace

Failure explainFilterError(const std::string &filter, int linkType, const std::string &message)
{
    const Word wrong = culprit(filter, linkType, message);
    const bool unknown = message.find("unknown host") != message.npos || message.find("unknown network") != message.npos;
    return {unknown ? Failure::Reason::UnknownName : Failure::Reason::BadFilter,
            "the capture filter is invalid: " + message + "\n    " + filter + "\n    " + std::string(wrong.offset, ' ') + std::string(wrong.length, '^'),
            wrong.offset, wrong.length};
}

std::optional<Failure> checkFilter(const std::string &filter, int linkType)
{
    const std::string message = messageFor(filter, linkType);
    if (message.empty())
        return std::nullopt;
    return explainFilterError(filter, linkType, message);
}

void printProgram(const std::string &filter, int linkType)
{
    const std::unique_ptr<pcap_t, Close> handle(pcap_open_dead(linkType, largestSnapLength));
    bpf_program program{};
    if (pcap_compile(handle.get(), &program, filter.c_str(), 1, 0) != 0)
        return;
    bpf_dump(&program, 1);
    pcap_freecode(&program);
}

} // namespace vethscope::capture
