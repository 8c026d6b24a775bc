#pragma once

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

struct CommandResult {
    int code = -1; // -1: it did not end by itself
    QByteArray output;
    QByteArray error;
};

/// Runs the vethscope-cli that was just built, to its end.
CommandResult runCommandLine(const QStringList &arguments);

} // namespace vethscope::test
