#pragma once

#include "ui/follow/followview.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace vethscope {

/// The line above a conversation: which one, whose bytes, and how they are written.
class FollowOptions : public QWidget
{
    Q_OBJECT

public:
    explicit FollowOptions(QWidget *parent = nullptr);

    StreamFormat format() const;
    StreamDirection direction() const;
    void setFormat(StreamFormat format);
    QSpinBox &number() const { return *m_number; }
    QComboBox &formats() const { return *m_format; }
    QComboBox &directions() const { return *m_direction; }
    /// Whose they are, and how many bytes each has sent.
    void setSides(const FollowedStream &stream);

signals:
    void numberChosen(int number);
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_numberLabel, *m_directionLabel, *m_formatLabel;
    QSpinBox *m_number;
    QComboBox *m_direction;
    QComboBox *m_format;
    StreamSide m_client, m_server;
};

} // namespace vethscope
