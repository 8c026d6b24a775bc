#pragma once

#include "core/bytes/result.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

class QWidget;

namespace vethscope {

class OpenCapture;
class UnsavedCaptures;

/// Writes what is open to files: a live capture to where the user wants it, a copy, or chosen packets. What is written
/// appears whole or not at all.
class CaptureSaver : public QObject
{
    Q_OBJECT

public:
    CaptureSaver(OpenCapture &capture, UnsavedCaptures &unsaved, QWidget &window);

    /// Whether what is open is a capture that nobody has saved yet.
    bool isUnsaved() const;

    /// Asks where to and saves. False when it was not: cancelled, or failed() said why.
    bool save();
    bool saveAs();
    /// Writes these packets, by their places in the store.
    bool exportPackets(const std::vector<std::uint32_t> &rows, const QString &path);

    /// How a path is asked for: from a proposal to a path, empty when cancelled. A test answers itself.
    std::function<QString(const QString &proposal)> askForPath;

signals:
    void saved(const QString &path);
    void exported(std::size_t packets, const QString &path);
    void failed(const QString &message);

private:
    QString proposal() const;
    bool hasAdditions() const; // to what the files say
    bool isCopiable(const QString &path) const;
    bool finish(const Result<void> &result);
    bool moveTo(const QString &path);
    bool copyTo(const QString &path);
    bool writeAll(const QString &path);

    OpenCapture &m_capture;
    UnsavedCaptures &m_unsaved;
    QWidget &m_window;
};

} // namespace vethscope
