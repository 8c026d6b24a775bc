#pragma once

#include "core/flowgraph/flowgraph.h"
#include "ui/statistics/countoptions.h"

class QComboBox;
class QLabel;

namespace vethscope {

/// The line above a flow graph: which packets it has, and the lifelines of which addresses.
class FlowOptions : public CountOptions
{
    Q_OBJECT

public:
    FlowOptions();

    FlowKind kind() const;
    void setKind(FlowKind kind);
    FlowAddresses addresses() const;
    void setAddresses(FlowAddresses addresses);
    /// The choice of addresses: to be put beside the picture.
    QWidget &addressChoice() const { return *m_choice; }
    void setSaveEnabled(bool enabled);

signals:
    void changed();
    void saveRequested();

protected:
    void retranslate() override;

private:
    QWidget *m_choice;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_addressesLabel;
    QComboBox *m_addresses;
    QToolButton *m_save;
};

} // namespace vethscope
