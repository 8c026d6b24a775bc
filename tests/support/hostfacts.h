#pragma once

#include "core/snapshot/snapshot.h"

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

/// A fact in words, its kind first, then what is known, each with its name: `link`, `eth0`, `ifindex 3`, `up`. A fact that tells less
/// has fewer of them.
struct StatedFact {
    QStringList words;
    Evidence evidence;
};

/// What a host told of its links, addresses, routes, rules, answers about routes, neighbours, bridges, namespaces and settings, in the order of facts.h.
QList<StatedFact> statedFacts(const HostFacts &host);

/// Every such fact as one line of text, in the order of facts.h: `line 3 master: link eth0 ifindex 2 mtu 1500 up`.
QStringList factLines(const Facts &facts);

/// The facts of what was typed at `[root@n1 ~]# ` and printed there; line 1 is the prompt's. Lines of known commands that
/// nobody understood follow as `! line 7`, complaints as `! text`.
QStringList factsOf(const QByteArray &command, const QByteArray &output);

/// The same of a whole text.
QStringList factsOfText(const QByteArray &text);

/// What a host told by `COMMAND=OUTPUT`, with ` ; ` between commands and ` / ` between lines; nothing where it told nothing.
HostFacts toldBy(const QString &outputs);

/// What a program of this machine prints in a network namespace of its own, made by the shell commands in front;
/// empty where that is not allowed. Needs no privilege but user namespaces.
QByteArray printedInNamespace(const QByteArray &setUp, const QByteArray &command);

} // namespace vethscope::test
