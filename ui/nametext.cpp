#include "ui/nametext.h"

#include <QCoreApplication>

namespace vethscope {
namespace {

QString who(const Name &name)
{
    const QString called = QString::fromStdString(name.name);
    const QString where = QString::fromStdString(name.podNamespace);
    const QString node = QString::fromStdString(name.node);
    switch (name.kind) {
    case Name::Kind::Node:
        return QCoreApplication::translate("Names", "Node %1").arg(called);
    case Name::Kind::Service:
        return where.isEmpty() ? QCoreApplication::translate("Names", "Service %1").arg(called) : QCoreApplication::translate("Names", "Service %1 in namespace %2").arg(called, where);
    case Name::Kind::Pod:
        break;
    }
    if (called.isEmpty())
        return node.isEmpty() ? QCoreApplication::translate("Names", "A pod that no snapshot names") : QCoreApplication::translate("Names", "A pod on node %1 that no snapshot names").arg(node);
    const QString pod = where.isEmpty() ? QCoreApplication::translate("Names", "Pod %1").arg(called) : QCoreApplication::translate("Names", "Pod %1 in namespace %2").arg(called, where);
    return node.isEmpty() ? pod : QCoreApplication::translate("Names", "%1, on node %2", "a pod").arg(pod, node);
}

} // namespace

QString explained(const Name &name)
{
    QString text = who(name);
    if (!name.interface.empty())
        text = QCoreApplication::translate("Names", "%1, device %2").arg(text, QString::fromStdString(name.interface));
    if (!name.evidence.empty())
        text += QLatin1Char('\n') + QString::fromStdString(name.evidence);
    return text;
}

QString trafficText(Traffic traffic)
{
    switch (traffic) {
    case Traffic::Pod: return QCoreApplication::translate("Names", "pod traffic, not encapsulated");
    case Traffic::Node: return QCoreApplication::translate("Names", "node traffic");
    case Traffic::Unknown: break;
    }
    return {};
}

} // namespace vethscope
