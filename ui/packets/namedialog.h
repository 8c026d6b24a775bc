#pragma once

#include "core/address/address.h"

#include <QDialog>

#include <span>
#include <vector>

class QComboBox;
class QLineEdit;

namespace vethscope {

class OpenCapture;
class Selection;

/// The IP addresses that the selected packet's headers have, each once: that of this row of its tree first, then from the innermost header outwards.
std::vector<IpAddress> addressesIn(const Selection &selection, int node);

/// Edit ▸ Edit Resolved Name…: what the user calls an address of the selected packet.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    /// The addresses that may get a name, the first of them chosen; there is at least one.
    NameDialog(const OpenCapture &capture, std::span<const IpAddress> addresses, QWidget *parent = nullptr);

    IpAddress address() const;
    /// Empty: nobody but hosts and files names it.
    QString name() const;

private:
    void showName();

    const OpenCapture &m_capture;
    std::vector<IpAddress> m_addresses;
    QComboBox *m_choice;
    QLineEdit *m_name;
};

} // namespace vethscope
