#include "ui/shared/opencapture.h"

#include "core/capture/amendments.h"
#include "core/flows/flowpass.h"
#include "core/names/namefacts.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"

#include <utility>

// How the packets are read: which protocols, whose names, what the user says of them; and the pass over the flows, which begins anew with it.

namespace vethscope {

// Of who reads packets, nobody does meanwhile.
template <typename Change>
void OpenCapture::readAgain(Reading what, Change change)
{
    if (m_store)
        emit aboutToReread(what);
    change();
    if (m_store)
        emit reread(what);
}

void OpenCapture::setDecoding(const std::vector<DecodeRule> &rules, const QStringList &disabledProtocols)
{
    if (rules == m_decodeRules && disabledProtocols == m_disabledProtocols)
        return;
    readAgain(Reading::Headers, [&] {
        m_decodeRules = rules;
        m_disabledProtocols = disabledProtocols;
        buildRegistry();
    });
}

void OpenCapture::setAmendments(std::unique_ptr<const Amendments> amendments)
{
    if (!m_store || (!amendments && !m_amendments))
        return;
    readAgain(Reading::Headers, [&] {
        letGoFlows();
        m_store->setAmendments(amendments.get());
        m_amendments = std::move(amendments);
        watchFlows();
    });
}

bool OpenCapture::areTimesShifted() const
{
    return m_amendments && m_amendments->hasShifts();
}

void OpenCapture::setNames(std::shared_ptr<const NameTable> names, const std::vector<DecodeRule> &tunnelPorts)
{
    m_hostNames = names ? std::move(names) : std::make_shared<const NameTable>();
    useNames(knownNames(), tunnelPorts);
}

// What the capture itself calls addresses stands behind what hosts say.
std::shared_ptr<const NameTable> OpenCapture::knownNames() const
{
    const std::vector<ResolvedName> own = m_store ? m_store->notes().names : std::vector<ResolvedName>();
    if (own.empty() && m_givenNames.empty())
        return m_hostNames;
    auto names = std::make_shared<NameTable>(*m_hostNames);
    names->add(own);
    names->give(givenNameRecords());
    return names;
}

void OpenCapture::nameAddress(const IpAddress &address, const QString &name)
{
    auto names = m_givenNames;
    if (name.isEmpty())
        names.erase(address);
    else
        names[address] = name.toStdString();
    setGivenNames(std::move(names));
}

void OpenCapture::setGivenNames(std::map<IpAddress, std::string> names)
{
    if (names == m_givenNames)
        return;
    m_givenNames = std::move(names);
    useNames(knownNames(), m_tunnelPorts);
    emit givenNamesChanged();
}

std::vector<ResolvedName> OpenCapture::givenNameRecords() const
{
    std::vector<ResolvedName> records;
    for (const auto &[address, name] : m_givenNames)
        records.push_back({std::string(asText(address.raw())), name});
    return records;
}

void OpenCapture::useNames(std::shared_ptr<const NameTable> names, const std::vector<DecodeRule> &tunnelPorts)
{
    if (*names == *m_names && tunnelPorts == m_tunnelPorts)
        return;
    const Reading what = tunnelPorts == m_tunnelPorts ? Reading::Names : Reading::Headers;
    readAgain(what, [&] {
        take(std::move(names));
        if (m_nameFacts)
            m_nameFacts->setNames(m_names);
        if (what == Reading::Headers) {
            m_tunnelPorts = tunnelPorts;
            buildRegistry();
        }
    });
    emit shownNamesChanged();
}

Traffic OpenCapture::trafficOf(const PacketRow &row) const
{
    return m_nameFacts->trafficOf(row.frame, row.packet);
}

void OpenCapture::take(std::shared_ptr<const NameTable> names)
{
    m_names = std::move(names);
    m_shown.setTable(m_names);
}

void OpenCapture::setNamesWanted(const NamesWanted &wanted)
{
    if (wanted == m_shown.wanted())
        return;
    m_shown.setWanted(wanted);
    emit shownNamesChanged();
}

void OpenCapture::setSystemNames(std::shared_ptr<const SystemNames> names)
{
    m_shown.setSystem(std::move(names));
    emit shownNamesChanged();
}

QString OpenCapture::shownName(Bytes address) const
{
    return QString::fromStdString(m_shown.of(address));
}

void OpenCapture::letGoFlows()
{
    m_nameFacts.reset();
    m_flows.reset();
}

void OpenCapture::watchFlows()
{
    m_flows = std::make_unique<FlowPass>(*m_store, m_dissector);
    m_nameFacts = std::make_unique<NameFacts>(*m_store, m_names);
    m_flowsDone = 0;
    m_flowTimer.start();
}

void OpenCapture::pollFlows()
{
    const bool finished = m_flows->finished(); // asked first, so that the last rows are told of too
    if (finished)
        m_flowTimer.stop();
    if (const std::size_t before = std::exchange(m_flowsDone, m_flows->done()); m_flowsDone != before || finished)
        emit flowsProgressed();
}

// What the user has chosen is applied last, and so holds. The pass over the flows dissects, too: another one begins.
void OpenCapture::buildRegistry()
{
    letGoFlows();
    m_registry = protocols::registry();
    for (const std::vector<DecodeRule> *rules : {&m_tunnelPorts, &m_decodeRules})
        for (const DecodeRule &rule : *rules)
            m_registry.decodeAs(rule.claim, *rule.protocol);
    std::vector<std::string> disabled;
    for (const QString &name : m_disabledProtocols)
        disabled.push_back(name.toStdString());
    m_dissector.disable(protocolsCalled(m_registry, disabled));
    if (m_store)
        watchFlows();
}

} // namespace vethscope
