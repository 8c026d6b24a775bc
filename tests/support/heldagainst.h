#pragma once

#include "core/snapshot/snapshot.h"
#include "tests/support/machinefacts.h"
#include "tests/support/shuffledtexts.h"

namespace vethscope::test {

/// What is wrong with what came out of a made text, held against what comes out of the sample that it was made from.
struct Differences {
    QStringList invented; // machines that do not exist, facts that no machine has
    QStringList foreign;  // facts of one machine on another
    QStringList missing;  // of what the text's lines tell
    QStringList silent;   // missing, and nothing said of their lines
};

Differences heldAgainst(const QList<MachineFacts> &sample, const QList<SampleHost> &hosts, const MadeText &made, const Snapshot &snapshot);

} // namespace vethscope::test
