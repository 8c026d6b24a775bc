#pragma once

#include <QObject>

class QMenu;

namespace vethscope {

class OpenCapture;
class PacketListPanel;

/// Copy ▸ of the packet list's menu: the selected rows as text, CSV or YAML, the first one's bytes in several forms.
class CopyMenu : public QObject
{
    Q_OBJECT

public:
    CopyMenu(const OpenCapture &capture, PacketListPanel &list, QObject *parent = nullptr);

    void fill(QMenu &menu);

    enum class Summary { Text, Csv, Yaml };
    QString summary(Summary kind) const;

private:
    const OpenCapture &m_capture;
    PacketListPanel &m_list;
};

} // namespace vethscope
