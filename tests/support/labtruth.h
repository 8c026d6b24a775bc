#pragma once

#include <QJsonObject>
#include <QStringList>

#include <array>

namespace vethscope::test {

/// What of a lab cluster's host output an import gets to see.
enum class View {
    Everything,
    WithoutJson,     // the terminal sessions alone
    NothingInPods,   // nothing that was run inside a pod's namespace
    LikeContainerd,  // nor are namespaces called as pods are, as on a real node; but somebody asked `kubectl get pods -o wide`
};

inline constexpr std::array allViews{View::Everything, View::WithoutJson, View::NothingInPods, View::LikeContainerd};

const char *nameOf(View view);

/// A lab cluster (resources/samples/NAME): its committed host output, and truth.json, which the lab wrote from the network
/// namespaces. Facts are compared as sorted lines. Left out is what host output does not show as the truth has it:
/// - neighbours' states, which the kernel changes between the lab's commands;
/// - neighbours that the kernel met only after the terminal session had asked, where that session is all there is;
/// - the MAC address of tunl0, where the truth repeats what `ip` prints for an IPIP device: 0.0.0.0;
/// - with nothing run inside pods: addresses and MACs of those pods for which no table of their node has an entry;
/// - like containerd, which veth belongs to such a pod. The veth's other end is then a pod without a name.
class LabTruth
{
public:
    explicit LabTruth(const QString &cluster);

    /// Writes what this view has of the cluster's host output below the directory.
    void writeHostOutput(View view, const QString &directory) const;
    QStringList trueFacts(View view) const;
    /// The same lines from `vethscope-cli topology --format json`.
    QStringList foundFacts(const QJsonObject &topology, View view) const;

private:
    QString m_directory;
    QJsonObject m_truth;
};

} // namespace vethscope::test
