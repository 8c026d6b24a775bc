#pragma once

#include <QWidget>

class QCheckBox;

namespace vethscope {

struct Options;

/// Which numbers are shown with names.
class NamesPage : public QWidget
{
    Q_OBJECT

public:
    explicit NamesPage(const Options &options, QWidget *parent = nullptr);

    void take(Options &options) const;

private:
    QCheckBox *m_physical;
    QCheckBox *m_network;
    QCheckBox *m_transport;
};

} // namespace vethscope
