#pragma once

#include <QToolButton>

class QActionGroup;

namespace vethscope {

/// Through whose eyes the list looks, as a drop-down: "Show: underlay + overlay ▾".
class PerspectiveButton : public QToolButton
{
    Q_OBJECT

public:
    explicit PerspectiveButton(QActionGroup &choices, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QActionGroup &m_choices;
};

} // namespace vethscope
