#pragma once

#include "core/cluster/cluster.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace vethscope::test {

/// What the machines of a cluster printed: a text a file, by the file's name.
using HostTexts = QMap<QString, QByteArray>;

/// The terminal sessions of a bundled sample: `master.txt`.
HostTexts sampleTexts(const QString &sample);

/// The cluster that these texts tell of, read as a folder.
Cluster clusterOf(const HostTexts &texts);

/// What was typed once, with its prompt, and what it printed: lines of a session.
struct SessionCommand {
    QByteArray prompt;  // `[root@master ~]# `
    QByteArray command;
    QByteArrayList output;

    QByteArray text() const;
    /// The pod in whose namespace it ran: `ip netns exec POD …`.
    QByteArray pod() const;
    /// Without `ip netns exec POD `.
    QByteArray bare() const;
};

/// A session, cut at its prompts, which are those of the samples: `[root@HOST ~]# `.
QList<SessionCommand> sessionCommands(const QByteArray &session);
/// Whether a command of the samples says only what another one says as well: net-tools, bridge-utils, one device of several.
bool isToldTwice(const QByteArray &command);
QByteArray sessionOf(const QList<SessionCommand> &commands);

} // namespace vethscope::test
