#pragma once

#include <QString>
#include <QStringList>

namespace vethscope {

class Preferences;

/// What is to be captured, and how: the capture dialog's fields, as dumpcap's letters mean them.
struct CaptureSetup {
    QStringList interfaces; // or one stream: `-` for standard input, the path of a FIFO
    QString filter;         // BPF
    bool promiscuous = true;
    int snapLength = 0;     // bytes kept of each packet; 0: all
    int bufferMebibytes = 2;

    QString file;           // empty: one of our own, to be saved or not
    int ringKilobytes = 0;  // next file at this size; 0: never
    int ringSeconds = 0;    // next file at this age; 0: never
    int ringFiles = 0;      // how many are kept; 0: all
    int stopPackets = 0;    // 0: no limit
    double stopSeconds = 0;

    bool isStream() const;
    /// What the window's title says while it runs.
    QString title() const;
    /// The arguments of vethscope-capture.
    QStringList arguments(const QString &file) const;

    static CaptureSetup restored(const Preferences &preferences);
    void keep(Preferences &preferences) const;
};

} // namespace vethscope
