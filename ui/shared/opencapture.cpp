#include "ui/shared/opencapture.h"

#include "core/capture/amendments.h"
#include "core/flows/flowpass.h"
#include "core/names/namefacts.h"
#include "core/protocols/protocols.h"
#include "ui/shared/language.h"

#include <QFileInfo>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int pollMilliseconds = 30;
constexpr int flowMilliseconds = 100;
constexpr int watchMilliseconds = 2000;

// A name may have line breaks, which one line cannot show.
QString inOneLine(QString name)
{
    std::ranges::replace_if(name, [](QChar character) { return character.category() == QChar::Other_Control; }, QLatin1Char(' '));
    return name;
}

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
    letGoFlows();
    m_store = std::move(*store);
    m_amendments.reset();
    if (paths != m_paths)
        m_givenNames.clear();
    take(knownNames());
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
    letGoFlows();
    m_store.reset();
    m_amendments.reset();
    m_givenNames.clear();
    take(m_hostNames);
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
    const QString first = inOneLine(QFileInfo(m_paths.front()).fileName());
    if (m_paths.size() == 1)
        return first;
    if (m_paths.size() == 2)
        return first + QStringLiteral(" + ") + inOneLine(QFileInfo(m_paths.back()).fileName());
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

} // namespace vethscope
