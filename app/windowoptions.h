#pragma once

#include "core/bytes/result.h"
#include "core/capture/capturepoint.h"
#include "ui/capture/capturesetup.h"
#include "ui/desk/workspace.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace vethscope {

/// What the command line of `vethscope` asks for (contract.md).
struct WindowOptions {
    QStringList files;
    std::vector<std::pair<QString, CapturePoint>> points; // of those that were given one
    QStringList snapshots;
    QString filter;
    int select = 0; // packet number, or 0
    std::optional<Layout> layout; // a session's own holds where none is asked for
    QString from, to; // of a prediction
    QString language;
    QString theme;
    QString panel;    // to show at once: why, predict, matrix, journey, findings
    QString screenshot;
    QSize size{1440, 900};
    CaptureSetup capture;      // -i and what goes with it
    bool startCapture = false; // -k
};

/// Why the program ends at once: what it says, and its exit code. `--help` is one too.
struct Refusal {
    int exitCode = 2;
    QString text;
};

Result<WindowOptions, Refusal> readOptions(const QStringList &arguments);

/// Says it, on stdout when nothing is wrong and on stderr else, and returns the exit code.
int refuse(const Refusal &refusal);

} // namespace vethscope
