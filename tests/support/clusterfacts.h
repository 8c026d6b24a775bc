#pragma once

#include "core/facts/facts.h"

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

/// What a snapshot tells of the cluster as a whole, and of a host's firewall, listeners and BGP, one line of text each:
/// `line 2 pod default/tea 10.244.0.60 on master Running`.
QStringList clusterFactLines(const Facts &facts);

/// The same of one command typed at `[root@n1 ~]# `; line 1 is the prompt's. What nobody understood follows as `! line 7`.
QStringList clusterFactsOf(const QByteArray &command, const QByteArray &output);

/// The same of the parser alone, whatever a transcript makes of the lines.
QStringList parserFactsOf(const QByteArray &command, const QByteArray &output);

} // namespace vethscope::test
