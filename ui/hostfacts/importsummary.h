#pragma once

#include "core/snapshot/snapshot.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace vethscope {

/// How much an import understood.
struct ImportSummary {
    QStringList hosts;      // by name, as they first appear
    int commands = 0;       // that somebody knows how to read
    int unknownCommands = 0;
    int facts = 0;          // lines that became evidence
    int notUnderstood = 0;  // lines of known commands
    int failed = 0;         // commands that said why they could not answer
    int lost = 0;           // lines that belong to no command
    int prose = 0;
    int skipped = 0;        // files that are no host output
    int lines = 0;          // of all texts, without blank ones
    int problems = 0;       // what could not be read at all

    void add(const Snapshot &snapshot);
    /// Whether there is anything to draw.
    bool hasFacts() const { return facts > 0; }
    /// Whether somebody should look at the report.
    bool isIncomplete() const { return notUnderstood > 0 || lost > 0 || problems > 0; }
    /// "2 hosts: master, node2 · 31 commands read · 412 of 520 lines are facts · 3 lines not understood": one line.
    QString text() const;

    Q_DECLARE_TR_FUNCTIONS(vethscope::ImportSummary)
};

ImportSummary importSummary(const Snapshot &snapshot);

} // namespace vethscope
