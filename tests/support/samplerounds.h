#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace vethscope::test {

/// A line of a text made from samples, and where it comes from: the host by its number, the line of its transcript. Line 0: from nowhere.
struct MadeLine {
    QByteArray text;
    int host = 0;
    int line = 0;
};

/// What was typed once on a sample's host, and what it printed.
struct Round {
    int host = 0;
    QByteArray command; // without the prompt
    QByteArray pod;     // of `ip netns exec POD …`
    int promptLine = 0;
    QList<MadeLine> output{};
};

struct SampleHost {
    QByteArray name;
    QByteArray text; // its transcript
    QList<Round> rounds{};
};

/// The hosts of a sample, whose transcripts are FOLDER/hosts/HOST.txt, cut at their prompts, which are all of one form: `[root@HOST ~]# `.
QList<SampleHost> sampleHosts(const QString &folder);

} // namespace vethscope::test
