#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/packet.h"
#include "core/kernel/routing.h"

#include <QString>

namespace vethscope::test {

/// The network namespace that one machine told of.
NetworkNamespace spaceOf(const HostFacts &host);
/// The same by its outputs, as toldBy() takes them: `ip route=default via 10.0.0.1 dev eth0 ; ip rule=…`.
NetworkNamespace spaceOf(const QString &outputs);

/// `10.0.0.1 > 10.0.0.2 iif eth0 oif eth1 mark 1 tos 0x10 proto 6 sport 1 dport 80 icmp 8/0 flags 2 state new nat dnat ttl 1 length 1500 df`; without `>` nobody chose a source yet.
kernel::Packet packetOf(const QString &words);

/// `10.1.0.0/16 via 10.0.0.2 dev eth0`, with the type in front unless it is unicast, and the share of one of several behind it.
QString stated(const kernel::NextHop &hop);
QString stated(const std::vector<kernel::NextHop> &hops);

/// An answer in words: what was found, `none` or `unseen: COMMAND`; behind ` < ` each line that lost, by its first word, and why; behind
/// ` ? ` the command that would tell what was assumed.
template <typename Entry, typename Words>
QString stated(const kernel::Answer<Entry> &answer, Words words)
{
    QString text = answer.isFound() ? words(*answer) : answer.isNone() ? QString("none") : "unseen: " + QString::fromStdString(answer.ask);
    const auto firstWord = [](const Evidence &evidence) { return QString::fromUtf8(evidence.text().data(), qsizetype(evidence.text().size())).trimmed().section(' ', 0, 0).section('\t', 0, 0); };
    for (const kernel::Rejected &lost : answer.rejected)
        text += " < " + firstWord(lost.evidence) + " " + QString::fromUtf8(lost.because.data(), qsizetype(lost.because.size()));
    for (const kernel::Assumed &assumed : answer.assumed)
        text += " ? " + QString::fromStdString(assumed.ask);
    return text;
}

/// The lines that an answer cites, with ` + ` between.
QString cited(const EvidenceList &evidence);

} // namespace vethscope::test
