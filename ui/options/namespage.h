#pragma once

#include <QWidget>

class QCheckBox;

namespace vethscope {

struct Options;

/// Whether names stand for addresses.
class NamesPage : public QWidget
{
    Q_OBJECT

public:
    explicit NamesPage(const Options &options, QWidget *parent = nullptr);

    void take(Options &options) const;

private:
    QCheckBox *m_shown;
};

} // namespace vethscope
