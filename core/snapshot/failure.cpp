#include "core/snapshot/failure.h"
#include "core/bytes/lowercase.h"
#include "core/snapshot/errnotexts.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

// What the line begins with, wherever it ends.
constexpr auto openings = std::to_array<std::string_view>({
    "Error from server", "error: ", "Error: ", "ERROR: ", "ERROR! ", "Error response from daemon", "Error executing ", "rpc error: ",
    "Hit error: ", "resource does not exist: ",                                                      // calicoctl
    "command terminated with ", "OCI runtime exec failed", "error dialing backend", "Error in configuration", // kubectl exec
    "FATA[", "ERRO[",                                                                                // logrus: crictl, k3s
    "Cannot connect to the Docker daemon", "Got permission denied while trying to connect", "permission denied while trying to connect",
    "RTNETLINK answers: ", "netlink error: ", "Dump terminated", "Cannot find device ",              // iproute2, ethtool
    "read of forward table failed", "get bridge ports failed", "can't get info ",                    // brctl
    "Host key verification failed", "kex_exchange_identification: ", "ssh_exchange_identification: ", "lost connection", // ssh, scp
    "Connection timed out during ", "Connection closed by ", "Connection reset by ", "Permission denied, please try again",
    "Sorry, try again", "Sorry, user ",                                                              // sudo
    "fish: Unknown command", "fatal: [", "non-zero return code",                                     // ansible
    "syntax error, unexpected ", "Access denied",                                                    // birdc
    "错误：", "错误: ", "用法：", "用法: ",
});

// How one part of `PROGRAM: PART: PART` begins when the program complains.
constexpr auto complaintsOfPrograms = std::to_array<std::string_view>({
    "command not found", "Unknown command", "unknown command", "invalid option", "unrecognized option", "illegal option", "unknown option",
    "option requires an argument", "missing operand", "a password is required", "a terminal is required", "no tty present",
    "permission denied", "no such file or directory", "reading key ", "connect to host ", "bad variable name", "syntax error", "unbound variable",
    "bad interpreter", "Could not ", "Couldn't ", "could not ", "couldn't ", "Cannot ", "cannot ", "Can't ", "can't ", "Failed to ", "failed to ",
    "Unable to ", "unable to ", "No chain/target/match by that name", "Operation failed", "FATAL: ", "fatal: ", "Error: ", "error: ",
    "Error response from daemon", "未找到命令", "找不到命令", "无法", "无效选项", "无法识别的选项", "用法", "语法错误",
});

// How a sentence of a program that failed begins which names the reason behind a colon or the thing in quotes.
constexpr auto refusals = std::to_array<std::string_view>({
    "Unable to ", "Cannot ", "Can't ", "can't ", "cannot ", "Could not ", "Couldn't ", "Failed to ", "failed to ", "Failed ", "无法",
});

// Words that begin an English sentence, not the name of a service: "The pod is not running."
constexpr auto sentenceWords = std::to_array<std::string_view>({
    "the", "my", "our", "your", "it", "this", "that", "these", "if", "i", "we", "but", "and", "so", "when", "because", "one", "a", "an", "there",
});

// Texts that a line may begin with. Most lines begin with none, which their first byte says.
class Beginnings
{
public:
    constexpr explicit Beginnings(std::span<const std::string_view> texts) : m_texts(texts)
    {
        for (const std::string_view text : texts)
            m_firsts[static_cast<unsigned char>(text.front())] = true;
    }

    bool of(std::string_view line) const
    {
        return !line.empty() && m_firsts[static_cast<unsigned char>(line.front())]
            && std::ranges::any_of(m_texts, [&](std::string_view text) { return line.starts_with(text); });
    }

private:
    std::span<const std::string_view> m_texts;
    std::array<bool, 256> m_firsts{};
};

constexpr Beginnings failureBegins(openings), complaintBegins(complaintsOfPrograms), refusalBegins(refusals);

// Where the first colon stands that parts a line, and how long it is: a full-width one needs no blank behind it.
struct Colon {
    std::size_t at = std::string_view::npos, length = 0;
};
Colon colonIn(std::string_view line)
{
    constexpr std::string_view wide = "：";
    const std::size_t narrow = line.find(": ");
    const std::size_t full = line.find(wide);
    return narrow < full ? Colon{narrow, 2} : Colon{full, wide.size()};
}

bool complains(std::string_view parts)
{
    for (Colon colon; !complaintBegins.of(parts); parts = trimmed(parts.substr(colon.at + colon.length)))
        if (colon = colonIn(parts); colon.at == parts.npos)
            return false;
    return true;
}

bool isProgramName(std::string_view word)
{
    if (word.starts_with('-')) // a login shell
        word.remove_prefix(1);
    return !word.empty() && word.size() <= 64 && std::ranges::all_of(word, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
            || std::string_view("_./+-@:").find(letter) != std::string_view::npos;
    });
}

bool isVersion(std::string_view word)
{
    return word.size() > 1 && word[0] == 'v' && word[1] >= '0' && word[1] <= '9';
}

// What follows the program's name and its colon: of `iptables v1.8.9 (nf_tables): REASON` as of `-bash: REASON`.
std::string_view behindProgram(std::string_view line)
{
    const Colon colon = colonIn(line);
    if (colon.at == line.npos)
        return {};
    const std::vector<std::string_view> words = wordsOf(line.substr(0, colon.at));
    const bool alone = words.size() == 1 || (words.size() >= 2 && words.size() <= 3 && isVersion(words[1]) && (words.size() == 2 || words[2].starts_with('(')));
    return alone && isProgramName(words[0]) ? trimmed(line.substr(colon.at + colon.length)) : std::string_view{};
}

// `iptables v1.8.9 (nf_tables): unknown option "--list-all"`: what it says on its own account is always a complaint.
bool isIptables(std::string_view line)
{
    return line.find(" (nf_tables): ") != line.npos || line.find(" (legacy): ") != line.npos;
}

// `sh: 1: ip: not found`, `Device "x" does not exist.`, `Object "x" is unknown, try "ip help".`
bool refusesAName(std::string_view line, std::string_view program)
{
    if (!program.empty() && program.ends_with(": not found"))
        return true;
    const std::string_view sentence = line.substr(0, line.find_last_not_of(".!") + 1);
    if (sentence.ends_with(" does not exist") || sentence.ends_with(" is not running")) {
        const auto words = wordsOf(line);
        return words.size() <= 5 && std::ranges::find(sentenceWords, lowerCase(words.front())) == sentenceWords.end();
    }
    return line.find("\" is unknown, try \"") != line.npos
        || (line.starts_with("Command '") && line.find("' not found") != line.npos)
        || (line.ends_with('.') && (line.ends_with(" is not in the sudoers file.") || line.find(" is not in the sudoers file.  ") != line.npos));
}

// `n1 | UNREACHABLE! => {`, `n1 | FAILED | rc=127 >>`
bool isAnsible(std::string_view line)
{
    const std::string_view behind = line.substr(std::min(line.find(' '), line.size()));
    return behind.starts_with(" | UNREACHABLE!") || behind.starts_with(" | FAILED");
}

// klog's: `E0601 10:00:00.123456   1234 memcache.go:265] couldn't get current server API group list: …`
bool isKlogError(std::string_view line)
{
    return line.size() > 22 && (line[0] == 'E' || line[0] == 'F') && numberOf<int>(line.substr(1, 4)) && line[5] == ' ' && line[8] == ':'
        && line.find(".go:") != line.npos;
}

bool isUsage(std::string_view line)
{
    const std::string small = lowerCase(line.substr(0, 7));
    if (small.starts_with("usage:"))
        return true;
    const bool hint = line.starts_with("Try ") || line.starts_with("See ") || line.starts_with("Run ") || line.starts_with("请尝试执行");
    return hint && (line.find("--help") != line.npos || line.find(" help") != line.npos) && line.find_first_of("'\"`") != line.npos;
}

// `curl: (7) Failed to connect to …`
bool isCurl(std::string_view program)
{
    const std::size_t end = program.find(')');
    return program.starts_with('(') && end != program.npos && numberOf<int>(program.substr(1, end - 1));
}

// logfmt, as ctr and newer crictl write: time="…" level=fatal msg="…"
bool isLogfmt(std::string_view line)
{
    return line.starts_with("time=\"") && (line.find(" level=fatal ") != line.npos || line.find(" level=error ") != line.npos);
}

// A sentence that names the reason behind a colon.
bool refuses(std::string_view line)
{
    if (line.starts_with("The connection to the server ")) // kubectl
        return line.find(" was refused") != line.npos;
    if (line.starts_with("error "))
        return line.find(": rpc error: ") != line.npos || endsWithErrno(line);
    if (!refusalBegins.of(line))
        return false;
    const Colon colon = colonIn(line);
    return colon.at != line.npos || endsWithErrno(line);
}

} // namespace

bool isFailure(std::string_view line)
{
    if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '|')
        return false;
    line = trimmed(line);
    if (failureBegins.of(line) || isUsage(line) || isAnsible(line) || isKlogError(line) || isLogfmt(line) || refuses(line))
        return true;
    const std::string_view program = behindProgram(line);
    if (refusesAName(line, program))
        return true;
    if (!program.empty())
        return endsWithErrno(program) || complains(program) || isIptables(line) || isCurl(program);
    return endsWithErrno(line) && beforeErrno(line).empty();
}

} // namespace vethscope
