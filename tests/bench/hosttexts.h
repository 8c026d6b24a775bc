#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vethscope::bench {

/// What people paste, made long from a sample's transcript; the same for the same sample and length.
class HostTexts
{
public:
    /// `transcript` is what one host printed, under `[root@HOST ~]# `.
    explicit HostTexts(const std::filesystem::path &transcript);

    /// What host number `number` printed: its own name, MAC addresses and pod prefix.
    std::string host(int number) const;

    /// So many bytes: hosts one after another.
    std::string manyHosts(std::size_t bytes) const;
    /// Outputs without prompts and commands.
    std::string outputsAlone(std::size_t bytes) const;
    /// One host's firewall and routes, of which there are very many.
    std::string longOutputs(std::size_t bytes) const;
    /// What somebody writes, and logs: no host output at all.
    std::string noOutput(std::size_t bytes) const;

    /// Writes a folder for each node with a file for each command, as collectors do.
    void writeBundle(const std::filesystem::path &folder, int nodes) const;

private:
    struct Round {
        std::string command;
        std::string output;
    };
    std::vector<Round> roundsOf(int number) const;

    std::string m_name;
    std::vector<Round> m_rounds;
};

} // namespace vethscope::bench
