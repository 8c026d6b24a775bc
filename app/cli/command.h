#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App; // its header takes longer to read than all the rest: command.cpp and main.cpp alone do
class Option;
}

namespace vethscope::cli {

/// One option of a verb, once its name is given.
class Option
{
public:
    explicit Option(CLI::Option &option) : m_option(option) { }

    Option &required();
    /// What its value is called in --help.
    Option &called(const std::string &value);
    /// One value each time it is given: what follows is not its as well.
    Option &oneValue();
    Option &among(std::initializer_list<const char *> words);
    Option &between(std::uint32_t least, std::uint32_t most);
    /// More than zero.
    Option &positive();
    /// A number of 32 bits, 0x before hexadecimal digits.
    Option &number();
    /// What is wrong with a value, nothing if it is empty.
    Option &refusedBy(std::function<std::string(const std::string &)> problem);

private:
    CLI::Option &m_option;
};

/// A verb's command line: what it adds here is read into its variables. A name without a dash is an argument by its place.
class Command
{
public:
    explicit Command(CLI::App &app) : m_app(app) { }

    Option option(const std::string &names, std::string &value, const std::string &help);
    Option option(const std::string &names, std::vector<std::string> &values, const std::string &help);
    Option option(const std::string &names, std::uint64_t &value, const std::string &help);
    Option option(const std::string &names, std::optional<std::uint32_t> &value, const std::string &help);
    Option option(const std::string &names, std::optional<std::uint16_t> &value, const std::string &help);
    void flag(const std::string &names, bool &value, const std::string &help);

private:
    CLI::App &m_app;
};

} // namespace vethscope::cli
