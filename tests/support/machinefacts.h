#pragma once

#include "tests/support/hostfacts.h"

#include <QSet>

namespace vethscope::test {

/// All that a machine, a node or the inside of a pod, told of itself.
struct MachineFacts {
    QString node; // empty or "machine 2" where nothing names it
    QString pod;
    QList<StatedFact> facts{};
    QSet<QString> lines{}; // the facts, each as one line

    bool isNamed() const;
    bool has(const StatedFact &fact) const { return lines.contains(fact.words.join(' ')); }
    /// Whether a fact of this machine tells all that `fact` tells, or more. What is masked in it (`10.x.x.3`) may be anything.
    bool covers(const StatedFact &fact) const;
};

/// Those that told anything.
QList<MachineFacts> machinesOf(const Facts &facts);

} // namespace vethscope::test
