#pragma once

#include "core/export/dissectionexport.h"
#include "ui/saving/longtask.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <vector>

class QPagedPaintDevice;
class QWidget;

namespace vethscope {

class OpenCapture;

/// What is written of packets, and how.
struct DissectionOrder {
    DissectionFormat format = DissectionFormat::Text;
    std::vector<std::uint32_t> rows{}; // of the store
    CellColumns cells{};
    DissectionParts parts{};
};

/// Writes dissected packets to a file or prints them, beside the window.
class DissectionSaver : public QObject
{
    Q_OBJECT

public:
    DissectionSaver(const OpenCapture &capture, QWidget &window);

    /// The file appears whole or not at all. False when it was cancelled, or failed() said why.
    bool write(const DissectionOrder &order, const QString &path);
    bool print(const DissectionOrder &order, QPagedPaintDevice &device);

signals:
    void written(std::size_t packets, const QString &path);
    void failed(const QString &message);

private:
    using Take = std::function<bool(const std::string &)>;
    Result<void> run(const QString &label, const DissectionOrder &order, const Take &take, const std::function<Result<void>()> &end);
    bool finish(const Result<void> &result);

    const OpenCapture &m_capture;
    QWidget &m_window;
};

} // namespace vethscope
