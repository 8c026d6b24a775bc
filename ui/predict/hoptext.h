#pragma once

#include "ui/predict/pathplayer.h"

#include <QString>

#include <set>

namespace vethscope {

/// "flannel.1 of master", "eth0 of the pod default/tea-…", "a router".
QString hopTitle(const path::Hop &hop);
/// "What flannel.1 did"; of the first hop what the sender did.
QString deedTitle(const path::Path &path, int hop);
/// Where a value comes from, in a few words: "neighbour table of master, flannel.1".
QString originText(const path::Origin &origin);

/// A host's own line, its blanks put together, and of a long one the part around the value.
QString lineText(const Evidence &line);
/// The same as rich text, and behind it the place, which is a link to `target`.
QString quotedLine(const Evidence &line, const QString &target);

/// What a link in the text of a hop stands for.
struct HopLinks {
    std::vector<Evidence> lines{}; // "line:N"
};

/// What was done to come to this hop, as rich text: each step with the host's own line, the lines that lost folded away, what it changed.
/// `unfolded` are the steps whose lost lines are shown ("fold:N").
QString hopText(const path::Path &path, int hop, const std::set<int> &unfolded, HopLinks &links);
/// What nobody printed and was taken as usual.
QString assumedText(const path::Path &path, bool unfolded);

} // namespace vethscope
