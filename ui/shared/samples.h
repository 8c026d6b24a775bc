#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace vethscope {

/// One capture of a bundled cluster, or all of its captures together.
struct Sample {
    QString cluster; // folder: "flannel-vxlan"
    QString point;   // "master eth0"; empty for all points merged
    QStringList paths;

    /// "flannel-vxlan — master eth0", in the user's language.
    QString title() const;
    /// "flannel-vxlan, IPv4 and IPv6" of the folder flannel-vxlan-dual.
    QString clusterTitle() const;
    QString pointTitle() const;
};

/// What stands in the samples folder: next to the installed program, else in the source tree.
QList<Sample> bundledSamples();

/// What the hosts of a bundled cluster printed, if these are captures of one; else nothing.
QStringList hostsOfSample(const QStringList &captures);

} // namespace vethscope
