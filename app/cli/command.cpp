#include "app/cli/command.h"

#include <CLI/CLI.hpp>

namespace vethscope::cli {

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
    m_option.check(CLI::PositiveNumber);
    return *this;
}

Option &Option::number()
{
    m_option.check(CLI::Number | CLI::TypeValidator<std::uint32_t>());
    return *this;
}

Option &Option::refusedBy(std::function<std::string(std::string &)> problem)
{
    m_option.check(CLI::Validator(std::move(problem), {}));
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
