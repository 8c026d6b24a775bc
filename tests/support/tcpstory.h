#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace vethscope::test {

/// A TCP connection, one line a segment: `milliseconds sender flags sequence acknowledgment length window`, perhaps
/// with `scale=N` or `sack=LEFT-RIGHT-…` behind it. The senders are A (10.0.0.1:40000) and B (10.0.0.2:7777, which nobody claims), flags a word of S F R P A.
/// Returns the bytes of a capture file.
QByteArray tcpStory(const QStringList &lines);

/// Something that happens in a TCP connection, and the fields below `tcp.analysis.` that each segment has for it:
/// `4: flags retransmission`; segments without any are left out.
struct TcpStory {
    const char *name;
    QStringList lines;
    QStringList findings;
};

/// One for each thing that the analysis of TCP can find. tst_tcpanalysis asks Vethscope, tst_tsharkflows asks tshark.
const std::vector<TcpStory> &tcpStories();

} // namespace vethscope::test
