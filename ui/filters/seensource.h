#pragma once

#include "core/filter/seenvalues.h"

#include <QObject>

#include <map>
#include <string>

namespace vethscope {

class OpenCapture;
class Proposals;

/// The values that fields have in the open capture, looked for once as long as it stays as it is.
class SeenSource : public QObject
{
    Q_OBJECT

public:
    /// Tells `proposals` from now on.
    SeenSource(const OpenCapture &capture, Proposals &proposals, QObject *parent);

private:
    const SeenValues &seenOf(const std::string &field);

    const OpenCapture &m_capture;
    std::map<std::string, SeenValues> m_known;
    std::size_t m_packets = 0; // that were there
};

} // namespace vethscope
