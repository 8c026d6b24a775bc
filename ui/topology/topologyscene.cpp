#include "ui/topology/topologyscene.h"

#include "core/topology/describe.h"
#include "core/topology/lit.h"
#include "ui/topology/figurepainter.h"
#include "ui/topology/partitem.h"
#include "ui/topology/pathitem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace vethscope {
TopologyScene::TopologyScene(QObject *parent) : QGraphicsScene(parent)
{
}

TopologyScene::~TopologyScene()
{
    clear(); // items refer to parts
}

void TopologyScene::setFigure(std::shared_ptr<const Cluster> cluster, TopologyFigure figure)
{
    const std::string before = m_current ? identity(*m_current) : std::string();
    clear();
    m_items.clear();
    m_path = nullptr;
    m_onPath.clear();
    m_walked.clear();
    m_found.clear();
    m_current.reset();
    if (cluster != m_cluster)
        m_lit.clear();
    m_cluster = std::move(cluster);
    m_figure = std::move(figure);
    for (const Part &part : m_figure.parts) {
        auto *item = new PartItem(part);
        addItem(item);
        m_items.push_back(item);
    }
    setSceneRect(0, 0, m_figure.width, m_figure.height);
    if (!before.empty())
        m_current = withIdentity(before);
    if (!m_words.isEmpty())
        search(m_words);
    light();
    emit currentChanged();
}

PartItem *TopologyScene::partAt(QPointF point) const
{
    for (QGraphicsItem *item : items(point, Qt::IntersectsItemShape, Qt::DescendingOrder))
        if (auto *part = qgraphicsitem_cast<PartItem *>(item); part && part->answers())
            return part;
    return nullptr;
}

PartItem *TopologyScene::partOf(const Subject &subject) const
{
    const auto found = std::ranges::find_if(m_items, [&](const PartItem *item) { return item->subject() == subject; });
    return found == m_items.end() ? nullptr : *found;
}

void TopologyScene::setCurrent(const std::optional<Subject> &subject)
{
    if (subject == m_current)
        return;
    m_current = subject;
    light();
    emit currentChanged();
}

std::vector<Subject> TopologyScene::inOrder() const
{
    std::vector<const PartItem *> order;
    std::set<Subject> seen;
    for (const PartItem *item : m_items)
        if (item->answers() && seen.insert(item->subject()).second)
            order.push_back(item);
    std::ranges::stable_sort(order, {}, [](const PartItem *item) { return std::pair(std::lround(item->part().reach.y / 8), item->part().reach.x); });
    std::vector<Subject> subjects;
    for (const PartItem *item : order)
        subjects.push_back(item->subject());
    return subjects;
}

std::optional<Subject> TopologyScene::next(Qt::Key arrow) const
{
    const PartItem *from = m_current ? partOf(*m_current) : nullptr;
    if (!from) {
        const std::vector<Subject> order = inOrder();
        return order.empty() ? std::nullopt : std::optional(order.front());
    }
    const figure::Rect here = from->part().reach;
    const bool sideways = arrow == Qt::Key_Left || arrow == Qt::Key_Right;
    const double sign = arrow == Qt::Key_Left || arrow == Qt::Key_Up ? -1 : 1;
    const PartItem *best = nullptr;
    double bestDistance = 0;
    for (const PartItem *item : m_items) {
        if (!item->answers() || item->subject() == *m_current)
            continue;
        const figure::Rect there = item->part().reach;
        const double along = sign * (sideways ? there.centreX() - here.centreX() : there.centreY() - here.centreY());
        const double across = std::abs(sideways ? there.centreY() - here.centreY() : there.centreX() - here.centreX());
        if (along < 4 || across > 3 * along)
            continue;
        const double distance = along + 2.5 * across;
        if (!best || distance < bestDistance) {
            best = item;
            bestDistance = distance;
        }
    }
    return best ? std::optional(best->subject()) : m_current;
}

void TopologyScene::setLit(std::set<Subject> lit)
{
    m_lit = std::move(lit);
    light();
}

void TopologyScene::setPath(PathFigure path, path::Verdict verdict)
{
    delete m_path;
    const std::vector<Subject> all = path.all();
    m_onPath = {all.begin(), all.end()};
    m_path = new PathItem(std::move(path), verdict);
    addItem(m_path);
    setHop(0);
}

void TopologyScene::clearPath()
{
    if (!m_path)
        return;
    delete m_path;
    m_path = nullptr;
    m_onPath.clear();
    m_walked.clear();
    light();
}

void TopologyScene::setHop(std::size_t hop)
{
    if (!m_path)
        return;
    m_path->setHop(hop);
    m_walked.clear();
    for (std::size_t i = 0; i <= hop && i < m_path->figure().stops.size(); ++i)
        m_walked.insert(m_path->figure().stops[i].lit.begin(), m_path->figure().stops[i].lit.end());
    light();
}

bool TopologyScene::matches(const Part &part, const std::string &words) const
{
    const auto has = [&](const std::string &text) { return QString::fromStdString(text).contains(QString::fromStdString(words), Qt::CaseInsensitive); };
    if (has(part.name))
        return true;
    switch (part.subject.kind) {
    case Subject::Kind::Node:
    case Subject::Kind::Interface:
    case Subject::Kind::Pod:
    case Subject::Kind::Router:
    case Subject::Kind::Subnet: {
        const Description facts = describe(*m_cluster, m_figure.links, part.subject);
        return has(facts.title) || std::ranges::any_of(facts.rows, [&](const Description::Row &row) { return !row.label.empty() && has(row.value); });
    }
    default:
        return false;
    }
}

int TopologyScene::search(const QString &words)
{
    m_words = words.trimmed();
    m_found.clear();
    const std::string wanted = m_words.toStdString();
    if (!wanted.empty() && m_cluster) {
        for (const PartItem *item : m_items)
            if (item->answers() && item->subject().kind != Subject::Kind::Switch && !m_found.contains(item->subject()) && matches(item->part(), wanted))
                m_found.insert(item->subject());
        findHiddenPods();
    }
    light();
    return static_cast<int>(m_found.size());
}

// Of pods that are not drawn one by one, what stands for them is found.
void TopologyScene::findHiddenPods()
{
    std::set<std::uint32_t> drawn;
    std::map<std::string, Subject, std::less<>> rest; // by the node's name
    for (const PartItem *item : m_items) {
        const Subject &subject = item->subject();
        if (subject.kind == Subject::Kind::Pod)
            drawn.insert(subject.item);
        else if (subject.kind == Subject::Kind::MorePods)
            rest.emplace(m_cluster->nodes[subject.node].name, subject);
    }
    for (std::uint32_t pod = 0; pod < m_cluster->pods.size(); ++pod) {
        const ClusterPod &one = m_cluster->pods[pod];
        const auto node = rest.find(one.node);
        if (node == rest.end() || drawn.contains(pod) || m_found.contains(node->second))
            continue;
        const auto has = [&](const std::string &text) { return QString::fromStdString(text).contains(m_words, Qt::CaseInsensitive); };
        if (has(one.fullName()) || std::ranges::any_of(one.addresses, [&](const IpAddress &address) { return has(address.text()); }))
            m_found.insert(node->second);
    }
}

std::optional<Subject> TopologyScene::nextFound(bool backwards) const
{
    std::vector<Subject> order;
    for (const Subject &subject : inOrder())
        if (m_found.contains(subject))
            order.push_back(subject);
    if (order.empty())
        return std::nullopt;
    const auto here = m_current ? std::ranges::find(order, *m_current) : order.end();
    if (here == order.end())
        return backwards ? order.back() : order.front();
    const std::size_t place = static_cast<std::size_t>(here - order.begin());
    return order[(place + (backwards ? order.size() - 1 : 1)) % order.size()];
}

void TopologyScene::light()
{
    const bool searching = !m_words.isEmpty();
    for (PartItem *item : m_items) {
        const Subject &subject = item->subject();
        const bool isLit = m_path ? m_walked.contains(subject) : m_lit.contains(subject);
        item->setLit(isLit || (searching && m_found.contains(subject)));
        item->setCurrent(m_current == subject && item->answers());
        item->setFaint(searching ? stepsBack(item->part(), m_found) && (m_path || item->answers()) : m_path && stepsBack(item->part(), m_onPath));
    }
}

std::string TopologyScene::identity(const Subject &subject) const
{
    return m_cluster ? identityOf(*m_cluster, m_figure.links, subject) : std::string();
}

std::optional<Subject> TopologyScene::withIdentity(const std::string &wanted) const
{
    for (const PartItem *item : m_items)
        if (item->answers() && identity(item->subject()) == wanted)
            return item->subject();
    return std::nullopt;
}

void TopologyScene::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, QColor::fromRgb(currentColours().base));
}

} // namespace vethscope
