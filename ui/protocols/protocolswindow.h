#pragma once

#include "ui/windows/companionwindow.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace vethscope {

class ProtocolsModel;

/// Analyze ▸ Enabled Protocols: a protocol that is switched off is not dissected, and what it has is data. What is switched holds at once
/// and is remembered.
class ProtocolsWindow : public CompanionWindow
{
    Q_OBJECT

public:
    ProtocolsWindow(const WindowKind &kind, const WindowContext &context);

    ProtocolsModel &model() const { return *m_model; }
    QTreeView &view() const { return *m_view; }
    QLineEdit &search() const { return *m_search; }
    QPushButton &enableAll() const { return *m_enable; }
    QPushButton &disableAll() const { return *m_disable; }
    QPushButton &invert() const { return *m_invert; }

protected:
    QString subject() const override { return {}; } // of all captures
    void retranslate() override;
    QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void showCount();
    std::vector<int> listedRows() const;

    ProtocolsModel *m_model;
    QSortFilterProxyModel *m_listed;
    QLineEdit *m_search;
    QTreeView *m_view;
    QLabel *m_count;
    QPushButton *m_enable, *m_disable, *m_invert;
};

} // namespace vethscope
