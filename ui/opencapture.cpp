#include "ui/opencapture.h"

#include "core/capture/amendments.h"
#include "core/flows/flowpass.h"
#include "core/names/namefacts.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"
#include "ui/language.h"

#include <QFileInfo>

#include <utility>

namespace vethscope {
namespace {

constexpr int pollMilliseconds = 30;
constexpr int flowMilliseconds = 100;
constexpr int watchMilliseconds = 2000;

QStringList sentencesOf(const std::vector<Error> &problems)
{
    QStringList sentences;
    for (const Error &problem : problems)
        sentences << translated(problem.message);
    return sentences;
}

} // namespace

OpenCapture::OpenCapture(QObject *parent)
    : QObject(parent), m_hostNames(std::make_shared<const NameTable>()), m_names(m_hostNames), m_registry(protocols::registry()), m_dissector(m_registry)
{
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &OpenCapture::poll);
    m_flowTimer.setInterval(flowMilliseconds);
    connect(&m_flowTimer, &QTimer::timeout, this, &OpenCapture::pollFlows);
    m_watch.setInterval(watchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, &OpenCapture::watch);
}

OpenCapture::~OpenCapture() = default;

bool OpenCapture::open(const QStringList &paths)
{
    std::vector<std::filesystem::path> files;
    for (const QString &path : paths)
        files.emplace_back(path.toStdString());
    return show(PacketStore::open(files), paths);
}

bool OpenCapture::follow(const QString &path, const QString &title)
{
    return show(PacketStore::follow(path.toStdString()), {path}, title, true);
}

void OpenCapture::ended()
{
    if (!m_following)
        return;
    m_following = false;
    m_store->ended();
}

void OpenCapture::renamed(const QStringList &paths)
{
    m_paths = paths;
    m_title.clear();
    emit pathsChanged();
}

bool OpenCapture::show(Result<std::unique_ptr<PacketStore>> store, const QStringList &paths, const QString &title, bool following)
{
    if (!store) {
        emit failed(translated(store.error().message));
        return false;
    }
    emit aboutToChange();
    m_nameFacts.reset();
    m_flows.reset();
    m_store = std::move(*store);
    m_amendments.reset();
    m_names = m_hostNames;
    watchFlows();
    m_paths = paths;
    m_watch.stop();
    m_title = title;
    m_following = following;
    m_timer.start(); // first: it is not complete
    emit changed();
    return true;
}

void OpenCapture::close()
{
    if (!m_store)
        return;
    emit aboutToChange();
    m_timer.stop();
    m_watch.stop();
    m_flowTimer.stop();
    m_nameFacts.reset();
    m_flows.reset();
    m_store.reset();
    m_amendments.reset();
    m_names = m_hostNames;
    m_paths.clear();
    m_title.clear();
    m_following = false;
    emit changed();
}

void OpenCapture::setPoint(const QString &path, const std::optional<CapturePoint> &point)
{
    if (point)
        m_points[path] = *point;
    else
        m_points.erase(path);
    emit pointsChanged();
}

std::optional<CapturePoint> OpenCapture::givenPoint(const QString &path) const
{
    const auto found = m_points.find(path);
    return found == m_points.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CapturePoint> OpenCapture::pointOf(int row) const
{
    const std::size_t file = m_store->interfaceOf(std::size_t(row)).file;
    return file < m_store->paths().size() ? givenPoint(QString::fromStdString(m_store->paths()[file].string())) : std::nullopt;
}

QString OpenCapture::displayName() const
{
    if (m_paths.isEmpty())
        return {};
    if (!m_title.isEmpty())
        return m_title;
    const QString first = QFileInfo(m_paths.front()).fileName();
    if (m_paths.size() == 1)
        return first;
    if (m_paths.size() == 2)
        return first + QStringLiteral(" + ") + QFileInfo(m_paths.back()).fileName();
    return tr("%1 and %2 more").arg(first).arg(m_paths.size() - 1);
}

PacketRow OpenCapture::packetRow(int row) const
{
    return PacketRow(*m_store, m_dissector, static_cast<std::size_t>(row));
}

void OpenCapture::setComment(const std::vector<int> &rows, const QString &text)
{
    for (const int row : rows)
        m_store->comments().set(std::size_t(row), text.toStdString());
    emit commentsChanged();
}

void OpenCapture::setAmendments(std::unique_ptr<const Amendments> amendments)
{
    if (!m_store || (!amendments && !m_amendments))
        return;
    emit aboutToReread(Reading::Headers);
    m_nameFacts.reset(); // whoever reads the store meanwhile
    m_flows.reset();
    m_store->setAmendments(amendments.get());
    m_amendments = std::move(amendments);
    watchFlows();
    emit reread(Reading::Headers);
}

void OpenCapture::poll()
{
    const bool complete = m_store->finished(); // asked first, so that the last rows are announced too
    emit progressed();
    if (!complete)
        return;
    m_timer.stop();
    useNames(knownNames(), m_tunnelPorts);
    m_problems = sentencesOf(m_store->problems());
    m_watch.start();
    emit finished(m_problems);
}

void OpenCapture::watch()
{
    QStringList fresh = sentencesOf(m_store->problems());
    const QStringList all = fresh;
    for (const QString &known : std::as_const(m_problems))
        fresh.removeAll(known);
    m_problems = all;
    if (!fresh.isEmpty())
        emit troubled(fresh);
}

void OpenCapture::setDecodeRules(const std::vector<DecodeRule> &rules)
{
    if (rules == m_decodeRules)
        return;
    if (m_store)
        emit aboutToReread(Reading::Headers);
    m_decodeRules = rules;
    buildRegistry();
    if (m_store)
        emit reread(Reading::Headers);
}

void OpenCapture::setDisabledProtocols(const QStringList &names)
{
    if (names == m_disabledProtocols)
        return;
    if (m_store)
        emit aboutToReread(Reading::Headers);
    m_disabledProtocols = names;
    buildRegistry();
    if (m_store)
        emit reread(Reading::Headers);
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
    if (own.empty())
        return m_hostNames;
    auto names = std::make_shared<NameTable>(*m_hostNames);
    names->add(own);
    return names;
}

void OpenCapture::useNames(std::shared_ptr<const NameTable> names, const std::vector<DecodeRule> &tunnelPorts)
{
    if (*names == *m_names && tunnelPorts == m_tunnelPorts)
        return;
    const Reading what = tunnelPorts == m_tunnelPorts ? Reading::Names : Reading::Headers;
    if (m_store)
        emit aboutToReread(what);
    m_names = std::move(names);
    if (m_nameFacts)
        m_nameFacts->setNames(m_names);
    if (what == Reading::Headers) {
        m_tunnelPorts = tunnelPorts;
        buildRegistry();
    }
    if (m_store)
        emit reread(what);
    emit shownNamesChanged();
}

Traffic OpenCapture::trafficOf(const PacketRow &row) const
{
    return m_nameFacts->trafficOf(row.frame, row.packet);
}

void OpenCapture::setNamesShown(bool shown)
{
    if (shown == m_namesShown)
        return;
    m_namesShown = shown;
    emit shownNamesChanged();
}

QString OpenCapture::shownName(const Name *name) const
{
    return name && m_namesShown ? QString::fromStdString(name->text()) : QString();
}

// Names come behind the pass over the flows, which they ask.
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
    m_nameFacts.reset();
    m_flows.reset();
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
