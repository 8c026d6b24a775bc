#include "core/names/shownnames.h"

namespace vethscope {
namespace {

std::shared_ptr<const SystemNames> standardNames()
{
    static const auto names = std::make_shared<const SystemNames>();
    return names;
}

} // namespace

ShownNames::ShownNames() : m_table(std::make_shared<const NameTable>()), m_system(standardNames()) { }

std::string ShownNames::of(const IpAddress &address) const
{
    const Name *const name = m_wanted.network ? m_table->find(address) : nullptr;
    return name ? name->text() : std::string();
}

std::string ShownNames::of(const MacAddress &address) const
{
    if (!m_wanted.physical)
        return {};
    if (const Name *const name = m_table->find(address))
        if (std::string told = name->text(); !told.empty())
            return told;
    const auto name = m_system->ethers.find(address);
    return name ? name->text : std::string();
}

std::string ShownNames::of(Bytes address) const
{
    if (const auto ip = IpAddress::fromBytes(address))
        return of(*ip);
    const auto mac = MacAddress::fromBytes(address);
    return mac ? of(*mac) : std::string();
}

std::optional<EtherName> ShownNames::etherName(Bytes address) const
{
    const auto mac = m_wanted.physical ? MacAddress::fromBytes(address) : std::nullopt;
    return mac && !m_table->find(*mac) ? m_system->ethers.find(*mac) : std::nullopt;
}

} // namespace vethscope
