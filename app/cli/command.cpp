#include "app/cli/command.h"

#include <charconv>

#include <CLI/CLI.hpp>

namespace vethscope::cli {
namespace {

// A whole number, 0x before hexadecimal digits.
template <typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    const bool isHexadecimal = text.starts_with("0x");
    text.remove_prefix(isHexadecimal ? 2 : 0);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, isHexadecimal ? 16 : 10);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

Option &Option::required()
{
    m_option.required();
    return *this;
}

Option &Option::called(const std::string &value)
{
    m_option.type_name(value);
    return *this;
}

Option &Option::oneValue()
{
    m_option.allow_extra_args(false);
    return *this;
}

Option &Option::among(std::initializer_list<const char *> words)
{
    m_option.check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
    return *this;
}

Option &Option::between(std::uint32_t least, std::uint32_t most)
{
    m_option.check(CLI::Range(least, most));
    return *this;
}

Option &Option::positive()
{
    return refusedBy([](const std::string &text) { return numberOf<std::uint64_t>(text).value_or(0) > 0 ? std::string() : text + ": not a number above zero"; });
}

Option &Option::number()
{
    return refusedBy([](const std::string &text) { return numberOf<std::uint32_t>(text) ? std::string() : text + ": not a number of 32 bits"; });
}

Option &Option::refusedBy(std::function<std::string(const std::string &)> problem)
{
    m_option.check(CLI::Validator([problem = std::move(problem)](std::string &text) { return problem(text); }, {}));
    return *this;
}

Option Command::option(const std::string &names, std::string &value, const std::string &help)
{
    return Option(*m_app.add_option(names, value, help));
}

Option Command::option(const std::string &names, std::vector<std::string> &values, const std::string &help)
{
    return Option(*m_app.add_option(names, values, help));
}

Option Command::option(const std::string &names, std::uint64_t &value, const std::string &help)
{
    return Option(*m_app.add_option(names, value, help));
}

Option Command::option(const std::string &names, std::optional<std::uint32_t> &value, const std::string &help)
{
    return Option(*m_app.add_option(names, value, help));
}

Option Command::option(const std::string &names, std::optional<std::uint16_t> &value, const std::string &help)
{
    return Option(*m_app.add_option(names, value, help));
}

void Command::flag(const std::string &names, bool &value, const std::string &help)
{
    m_app.add_flag(names, value, help);
}

} // namespace vethscope::cli
