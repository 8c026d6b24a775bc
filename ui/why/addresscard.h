#pragma once

#include "core/explain/explanation.h"
#include "core/dissect/layer.h"

#include <QAbstractButton>

namespace vethscope {

/// An address of the frame in the short list: what it is, its value, and whether it is as foretold.
class AddressCard : public QAbstractButton
{
    Q_OBJECT

public:
    /// `name` stands for the address; empty where nobody is known to have it.
    AddressCard(const explain::FieldExplanation &field, const QString &name, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Scope m_scope;
};

} // namespace vethscope
