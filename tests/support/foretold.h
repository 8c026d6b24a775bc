#pragma once

#include "core/path/prediction.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace vethscope::test {

/// One thing that was foretold: a step, a device that the packet passes, a field of a header there, how it ends, what was assumed.
struct ForetoldEvent {
    QString text;          // all of it but the lines
    EvidenceList cites{};  // that made it so
    EvidenceList lostLines{};
    QStringList lost{};    // why the lines lost, with each of them: `shorter prefix: default via …`
};

/// What is foretold of the packets from one to another and back: every way, event by event.
struct ForetoldWays {
    QString asked{}; // the addresses of both, in the order in which they are tried
    QList<ForetoldEvent> events{};
    path::Disposition disposition = path::Disposition::FactsMissing; // of the likeliest
    bool isDefinite = false; // as a cell of the matrix: nothing assumed, all ways end alike

    path::Verdict verdict() const { return path::verdictOf(disposition); }
    QStringList texts() const;
};

/// `FROM > TO`, by their full names.
using Foretold = QMap<QString, ForetoldWays>;

/// Every pair of the matrix, with the answers; and from everybody to these addresses.
Foretold foretoldOf(const Cluster &cluster, const QStringList &others = {});
/// Without them.
Foretold requestsOf(const Cluster &cluster);

/// A line that is cited, as it was given.
QString lineOf(const Evidence &evidence);

} // namespace vethscope::test
