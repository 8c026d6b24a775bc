#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What a file's name consists of.
struct FileName {
    std::vector<std::string> words{}; // the command that it is called after; empty where it is none's
    std::string host{};               // the rest of the name, where that can be a machine's: n1 of n1-ip-r.txt, ip_addr.n1.log
    bool saysContent = false;         // some of it tells what is in the file: routes, iptables
};

/// Takes a file's name to pieces. Part of it is a command only where a parser knows it.
FileName readFileName(const std::string &name);

/// A folder's name without what says that it is a bundle and of which time: diag-n1-20240611T1403 is n1. Empty where nothing is left,
/// and for folders that sort files: networking, commands, logs.
std::string hostOfFolder(const std::string &name);

/// A name that says where things are kept, or what they are, instead of whose.
bool isGeneralName(std::string_view name);

} // namespace vethscope
