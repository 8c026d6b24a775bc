#include "tests/bench/hosttexts.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

namespace vethscope::bench {
namespace {

void replaceAll(std::string &text, const std::string &what, const std::string &by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

std::string fileNameOf(std::string command)
{
    std::ranges::replace_if(command, [](char c) { return c == ' ' || c == '/' || c == '|' || c == '"'; }, '_');
    return command.substr(0, 60);
}

} // namespace

HostTexts::HostTexts(const std::filesystem::path &transcript) : m_name(transcript.stem().string())
{
    const std::string prompt = "[root@" + m_name + " ~]# ";
    std::ifstream file(transcript);
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(prompt))
            m_rounds.push_back({line.substr(prompt.size()), {}});
        else if (!m_rounds.empty())
            m_rounds.back().output += line + '\n';
}

std::vector<HostTexts::Round> HostTexts::roundsOf(int number) const
{
    std::vector<Round> rounds = m_rounds;
    for (Round &round : rounds) {
        replaceAll(round.output, m_name, fmt::format("node-{}", number));
        replaceAll(round.output, "52:54:00:", fmt::format("52:{:02x}:{:02x}:", number >> 8 & 0xff, number & 0xff));
        replaceAll(round.output, "10.244.", fmt::format("10.{}.", 64 + number % 128));
        replaceAll(round.output, "172.27.", fmt::format("172.{}.", 16 + number % 16));
    }
    return rounds;
}

std::string HostTexts::host(int number) const
{
    std::string text;
    for (const Round &round : roundsOf(number))
        text += fmt::format("[root@node-{} ~]# {}\n{}", number, round.command, round.output);
    return text;
}

std::string HostTexts::manyHosts(std::size_t bytes) const
{
    std::string text;
    for (int number = 1; text.size() < bytes; ++number)
        text += host(number);
    return text;
}

std::string HostTexts::outputsAlone(std::size_t bytes) const
{
    std::string text;
    for (int number = 1; text.size() < bytes; ++number)
        for (const Round &round : roundsOf(number))
            text += round.output + '\n';
    return text;
}

std::string HostTexts::longOutputs(std::size_t bytes) const
{
    std::string text = "[root@" + m_name + " ~]# ip route\n";
    for (unsigned i = 0; text.size() < bytes / 2; ++i)
        text += fmt::format("10.{}.{}.{} via 172.27.{}.{} dev eth0 proto bird \n", i >> 16 & 0xff, i >> 8 & 0xff, i & 0xff, i % 7, 1 + i % 200);
    text += "[root@" + m_name + " ~]# iptables-save\n*nat\n";
    for (unsigned i = 0; text.size() < bytes; ++i)
        text += fmt::format("-A KUBE-SERVICES -d 10.96.{}.{}/32 -p tcp -m comment --comment \"default/web-{} cluster IP\" -m tcp --dport 80 -j KUBE-SVC-{:016X}\n",
                            i >> 8 & 0xff, i & 0xff, i, i);
    return text + "COMMIT\n";
}

std::string HostTexts::noOutput(std::size_t bytes) const
{
    std::string text;
    for (unsigned i = 0; text.size() < bytes; ++i)
        text += i % 5 == 0 ? fmt::format("Then request {} came back, and nobody could say why it had taken so long.\n", i)
                           : fmt::format("Jun 01 10:{:02}:{:02} {} kubelet[{}]: I0601 reconciler.go:{}] operation {} finished (took {} ms)\n", i / 60 % 60, i % 60, m_name, i % 9000, i % 400, i, i % 77);
    return text;
}

void HostTexts::writeBundle(const std::filesystem::path &folder, int nodes) const
{
    for (int number = 1; number <= nodes; ++number) {
        const std::filesystem::path place = folder / fmt::format("node-{}", number);
        std::filesystem::create_directories(place);
        for (const Round &round : roundsOf(number))
            std::ofstream(place / fileNameOf(round.command)) << round.output;
    }
}

} // namespace vethscope::bench
