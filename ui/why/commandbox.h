#pragma once

#include <QWidget>

namespace vethscope {

/// A command that would tell something, with a button that copies it. Its look is that of what is missing; another name gives it another one.
class CommandBox : public QWidget
{
    Q_OBJECT

public:
    CommandBox(const QString &words, const QString &command, QWidget *parent);
};

} // namespace vethscope
