#pragma once

#include "core/names/namefacts.h"
#include "core/names/shownnames.h"

#include <QFontMetrics>
#include <QString>

namespace vethscope {

class Selection;
struct TreeNode;

/// Who it is, and the line of the host snapshot that says so: "Pod tea-6fb46d899f-4zkt2 in default on node master, device eth0",
/// below it "master.txt, line 12: …".
QString explained(const Name &name);
/// The same of an address as a frame has it; of a MAC address that no host told of, what it is well known as or who made it. Empty for what nobody knows.
QString explained(const ShownNames &names, Bytes address);

/// A row's value as it is shown: its address or port with the name that stands for it, `172.27.0.11 (master eth0)`, `80 (http)`.
QString addressText(const Selection &selection, const TreeNode &node);
/// The row's address and whose it is, for whoever rests there: `Source Address: 172.27.0.11 (master eth0)`, below it what explained()
/// says. Also while addresses are shown; empty when nobody is known to have it.
QString ownerOf(const Selection &selection, const TreeNode &node);
/// The same of all addresses in one header (its place in the dissection).
QString ownersIn(const Selection &selection, int layer);

/// "pod traffic, not encapsulated"; empty for Unknown.
QString trafficText(Traffic traffic);

/// What of a name or address to write where there is little room: the namespace goes first.
QString nameWithin(const QString &text, const QFontMetrics &metrics, int width);

} // namespace vethscope
