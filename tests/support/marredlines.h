#pragma once

#include "tests/support/dice.h"
#include "tests/support/samplerounds.h"

namespace vethscope::test {

/// What happens to lines on their way from a terminal into a text.
struct Marring {
    const char *name;
    bool losesNothing; // what the lines say can still be read in full
    void (*apply)(QList<MadeLine> &lines, Dice &dice);
};

/// In the order in which they have to be applied.
const QList<Marring> &marrings();

} // namespace vethscope::test
