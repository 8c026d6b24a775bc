#include "ui/shared/nametext.h"

#include "core/dissect/tree.h"
#include "core/facts/shownline.h"
#include "ui/shared/selection.h"
#include "ui/shared/utf8text.h"

#include <QCoreApplication>
#include <QStringList>

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
    case Name::Kind::Host:
        return name.given.empty() ? QCoreApplication::translate("Names", "Called %1 by the capture file").arg(called) : QCoreApplication::translate("Names", "Called %1 by you").arg(called);
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
    if (name.evidence.source)
        text += QLatin1Char('\n')
            + QCoreApplication::translate("Names", "%1, line %2: %3").arg(QString::fromStdString(name.evidence.source->name()), QString::number(name.evidence.line),
                                                                         QString::fromStdString(shownLine(name.evidence).text).trimmed());
    return text;
}

QString explained(const ShownNames &names, Bytes address)
{
    if (const Name *const name = names.table().find(address))
        return explained(*name);
    const auto known = names.etherName(address);
    if (!known)
        return {};
    switch (known->kind) {
    case EtherName::Kind::WellKnown: return QCoreApplication::translate("Names", "A well-known address");
    case EtherName::Kind::Own: return QCoreApplication::translate("Names", "Called so in your file “ethers”");
    case EtherName::Kind::Vendor: break;
    }
    return QCoreApplication::translate("Names", "Vendor: %1").arg(known->vendor.empty() ? QString::fromStdString(known->text) : text(known->vendor));
}

QString addressText(const Selection &selection, const TreeNode &node)
{
    const QString address = QString::fromStdString(node.value);
    const QString name = selection.shownName(node);
    return name.isEmpty() ? address : QStringLiteral("%1 (%2)").arg(address, name);
}

QString ownerOf(const Selection &selection, const TreeNode &node)
{
    const QString owner = selection.ownerOf(node);
    return owner.isEmpty() ? QString() : QStringLiteral("%1: %2\n%3").arg(QString::fromStdString(node.label), addressText(selection, node), owner);
}

QString ownersIn(const Selection &selection, int layer)
{
    QStringList owners;
    for (const TreeNode &node : selection.tree())
        if (node.layer == layer && layer >= 0)
            if (const QString owner = ownerOf(selection, node); !owner.isEmpty() && !owners.contains(owner))
                owners << owner;
    return owners.join(QLatin1Char('\n'));
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

QString nameWithin(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.horizontalAdvance(text) > width ? text.section(QLatin1Char('/'), -1) : text;
}

} // namespace vethscope
