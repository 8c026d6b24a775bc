#pragma once

#include "core/statistics/expertitems.h"
#include "ui/statistics/packetcounter.h"

#include <QAbstractButton>

#include <optional>

namespace vethscope {

class OpenCapture;
class PacketListModel;

/// The worst that experts say of the capture, as a sign; a ring where they have nothing to say, a dotted one where nobody has asked them,
/// which large captures leave to the user. Clicked, it opens what they say.
class ExpertBullet : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr std::size_t mostByItself = 100'000; // packets

    ExpertBullet(const OpenCapture &capture, const PacketListModel &list, QWidget *parent = nullptr);

    /// The highest severity; nothing where there is none, or nobody has looked.
    std::optional<ExpertSeverity> severity() const;
    bool isCounting() const { return m_counter.isCounting(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void decide();
    void showSeverity();
    bool hasLooked() const;

    const OpenCapture &m_capture;
    PacketCounter m_counter;
};

} // namespace vethscope
