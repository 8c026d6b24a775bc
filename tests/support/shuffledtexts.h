#pragma once

#include "tests/support/samplerounds.h"

#include <QString>

namespace vethscope::test {

/// A file of a made text; without a name it is pasted.
struct MadeFile {
    QString name;
    QList<MadeLine> lines;

    QByteArray text() const;
};

/// A text or folder made from a sample's rounds.
struct MadeText {
    QString kinds;             // what was done to it: "known prompts, quoted, wrapped"
    QList<MadeFile> files;
    bool losesNothing = true;  // every fact of its lines can still be read
    bool namesHosts = true;    // and is known to be of that host
};

/// One text for each seed: kinds of prompts, labels, files by turns; what happens to its lines by chance.
MadeText shuffledText(const QList<SampleHost> &hosts, unsigned seed);

} // namespace vethscope::test
