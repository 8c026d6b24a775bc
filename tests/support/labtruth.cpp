#include "tests/support/labtruth.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace vethscope::test {
namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items << textOf(item);
        items.sort();
        return items.join(',');
    }
    if (value.isObject()) {
        QStringList items;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() != "ask") // how to learn more is no fact
                items << it.key() + '=' + textOf(it.value());
        return '{' + items.join(' ') + '}';
    }
    return value.isNull() ? QStringLiteral("-") : value.toVariant().toString();
}

QString line(const QString &what, const QJsonValue &object, const QStringList &keys)
{
    QString text = what;
    for (const QString &key : keys)
        text += ' ' + key + '=' + textOf(object[key]);
    return text;
}

// What the nodes' tables have of their pods: neighbour entries and host routes for addresses, neighbour and forwarding entries for MACs.
struct Tables {
    QSet<QString> neighbours, routes, macs;

    bool lead(const QJsonObject &pod) const
    {
        const QString address = pod["addresses"][0].toString();
        return neighbours.contains(address) || routes.contains(address);
    }
};

Tables tablesOf(const QJsonObject &truth)
{
    Tables tables;
    for (const QJsonValue &node : truth["nodes"].toArray()) {
        for (const QJsonValue &neighbour : node["neighbours"].toArray()) {
            tables.neighbours << neighbour["ip"].toString();
            tables.macs << neighbour["mac"].toString();
        }
        for (const QJsonValue &route : node["routes"].toArray())
            tables.routes << route["to"].toString();
        for (const QJsonValue &entry : node["fdb"].toArray())
            tables.macs << entry["mac"].toString();
    }
    return tables;
}

QJsonObject podAsSeen(QJsonObject pod, const Tables &tables, View view)
{
    if (view == View::NothingInPods && !tables.lead(pod))
        pod["addresses"] = QJsonArray();
    if (view == View::NothingInPods && !tables.macs.contains(pod["mac"].toString()))
        pod["mac"] = QJsonValue();
    if (view == View::LikeContainerd && !tables.lead(pod)) // kubectl prints one address of each pod
        pod["addresses"] = QJsonArray{pod["addresses"][0]};
    if (view == View::LikeContainerd && !tables.lead(pod))
        for (const QString &key : QStringList{"mac", "interface", "ifindex", "host_interface", "bridge"})
            pod[key] = QJsonValue();
    return pod;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Whether a table's line tells of a neighbour: by its address, or by a name, as `arp -v` has it.
bool tells(const QByteArray &session, const QJsonValue &neighbour)
{
    const QByteArray ip = neighbour["ip"].toString().toUtf8(), mac = neighbour["mac"].toString().toUtf8();
    for (const QByteArray &line : session.split('\n')) {
        if (!line.contains("lladdr " + mac) && !(line.contains("ether") && line.contains(mac)))
            continue;
        const QByteArray first = line.left(line.indexOf(' '));
        if (first == ip || (!first.contains(':') && !first.contains('.')))
            return true;
    }
    return mac.isEmpty() && session.contains('\n' + ip + ' ');
}

// The kernel may have met a neighbour after the terminal session asked for its table.
QJsonArray neighboursIn(const QByteArray &session, const QJsonArray &neighbours)
{
    QJsonArray seen;
    for (const QJsonValue &neighbour : neighbours)
        if (tells(session, neighbour))
            seen << neighbour;
    return seen;
}

// The truth, less what this view cannot show.
QJsonObject asSeen(QJsonObject truth, View view, const QString &directory)
{
    const Tables tables = tablesOf(truth);
    QSet<QString> lost; // their veths are there, but no entry leads to them
    QJsonArray pods, nodes;
    for (const QJsonValue &value : truth["pods"].toArray()) {
        const QJsonObject pod = value.toObject();
        pods << podAsSeen(pod, tables, view);
        if (view == View::LikeContainerd && !tables.lead(pod))
            lost << pod["namespace"].toString() + '/' + pod["name"].toString();
    }
    for (const QJsonValue &value : truth["nodes"].toArray()) {
        QJsonObject node = value.toObject();
        QJsonArray interfaces;
        for (const QJsonValue &item : node["interfaces"].toArray()) {
            QJsonObject interface = item.toObject();
            if (lost.contains(item["peer"]["pod"].toString()))
                interface["peer"] = QJsonObject{{"pod", QJsonValue()}, {"interface", "eth0"}};
            interfaces << interface;
        }
        node["interfaces"] = interfaces;
        if (view == View::WithoutJson || view == View::LikeContainerd)
            node["neighbours"] = neighboursIn(contentOf(directory + "/hosts/" + node["name"].toString() + ".txt"), node["neighbours"].toArray());
        nodes << node;
    }
    truth["pods"] = pods;
    truth["nodes"] = nodes;
    return truth;
}

QStringList factsOf(const QJsonObject &topology)
{
    QStringList facts;
    for (const QJsonValue &node : topology["nodes"].toArray()) {
        const QString name = node["name"].toString();
        facts << line("node", node, {"name", "ghost", "network"});
        for (const QJsonValue &value : node["interfaces"].toArray()) {
            QJsonObject interface = value.toObject();
            if (interface["kind"].toString() == "ipip")
                interface["mac"] = QJsonValue();
            facts << line(name + " interface", interface,
                          {"name", "ifindex", "kind", "mac", "addresses", "mtu", "state", "master", "peer", "tunnel"});
        }
        for (const QJsonValue &route : node["routes"].toArray())
            facts << line(name + " route", route, {"type", "to", "via", "dev", "onlink", "proto"});
        for (const QJsonValue &neighbour : node["neighbours"].toArray())
            facts << line(name + " neighbour", neighbour, {"ip", "mac", "dev"});
        for (const QJsonValue &entry : node["fdb"].toArray())
            facts << line(name + " fdb", entry, {"mac", "dev", "dst"});
        for (const QJsonValue &session : node["bgp"].toArray())
            facts << line(name + " bgp", session, {"peer", "asn", "state", "kind"});
    }
    for (const QJsonValue &pod : topology["pods"].toArray())
        facts << line("pod", pod, {"namespace", "name", "node", "addresses", "mac", "interface", "ifindex", "host_interface", "bridge"});
    facts.sort();
    return facts;
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

// Commands whose text matches vanish together with what they printed.
QByteArray withoutCommands(const QByteArray &session, const QRegularExpression &command)
{
    QByteArray kept;
    bool dropping = false;
    for (const QByteArray &line : session.split('\n')) {
        if (line.startsWith("[root@"))
            dropping = command.match(QString::fromUtf8(line)).hasMatch();
        if (!dropping)
            kept += line + '\n';
    }
    return kept;
}

// A name as containerd makes them up, always the same for one pod.
QByteArray containerdName(const QByteArray &pod)
{
    const QByteArray digits = QCryptographicHash::hash(pod, QCryptographicHash::Md5).toHex();
    return "cni-" + digits.mid(0, 8) + '-' + digits.mid(8, 4) + '-' + digits.mid(12, 4) + '-' + digits.mid(16, 4) + '-' + digits.mid(20, 12);
}

QByteArray podList(const QJsonObject &truth)
{
    QByteArray list = "NAMESPACE     NAME                         READY   STATUS    RESTARTS   AGE   IP               NODE             NOMINATED NODE   READINESS GATES\n";
    for (const QJsonValue &pod : truth["pods"].toArray())
        list += pod["namespace"].toString().leftJustified(14).toUtf8() + pod["name"].toString().leftJustified(29).toUtf8()
            + "1/1     Running   0          3d    " + pod["addresses"][0].toString().leftJustified(17).toUtf8()
            + pod["node"].toString().leftJustified(17).toUtf8() + "<none>           <none>\n";
    return list;
}

} // namespace

const char *nameOf(View view)
{
    switch (view) {
    case View::Everything:
        return "everything";
    case View::WithoutJson:
        return "without JSON";
    case View::NothingInPods:
        return "nothing run inside pods";
    case View::LikeContainerd:
        return "nothing run inside pods, namespaces named by containerd, kubectl asked";
    }
    return "";
}

LabTruth::LabTruth(const QString &cluster)
    : m_directory(cluster), m_truth(QJsonDocument::fromJson(contentOf(cluster + "/truth.json")).object())
{
}

void LabTruth::writeHostOutput(View view, const QString &directory) const
{
    const QDir hosts(m_directory + "/hosts");
    QDirIterator files(hosts.path(), QDir::Files, QDirIterator::Subdirectories);
    const bool nothingInPods = view == View::NothingInPods || view == View::LikeContainerd;
    while (files.hasNext()) {
        const QString path = hosts.relativeFilePath(files.next());
        QByteArray content = contentOf(hosts.filePath(path));
        const bool isJson = path.startsWith("json/");
        const bool isPods = path.count('/') > 2; // json/NODE/POD/ip-addr.json
        if ((isJson && (view == View::WithoutJson || view == View::LikeContainerd)) || (isPods && nothingInPods))
            continue;
        if (nothingInPods && !isJson)
            content = withoutCommands(content, QRegularExpression("ip netns exec"));
        if (view == View::LikeContainerd)
            for (const QJsonValue &pod : m_truth["pods"].toArray())
                content.replace(pod["name"].toString().toUtf8(), containerdName(pod["name"].toString().toUtf8()));
        write(directory + '/' + path, content);
    }
    if (view == View::LikeContainerd)
        write(directory + "/kubectl.txt", "user@desk:~$ kubectl get pods -A -o wide\n" + podList(m_truth));
}

QStringList LabTruth::trueFacts(View view) const
{
    return factsOf(asSeen(m_truth, view, m_directory));
}

QStringList LabTruth::foundFacts(const QJsonObject &topology, View view) const
{
    QJsonObject found = topology;
    QJsonArray pods;
    for (const QJsonValue &pod : topology["pods"].toArray())
        if (view != View::LikeContainerd || !pod["name"].isNull())
            pods << pod;
    found["pods"] = pods;
    return factsOf(found);
}

} // namespace vethscope::test
