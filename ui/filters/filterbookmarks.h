#pragma once

#include <QToolButton>

namespace vethscope {

class FilterKeeper;

/// The bookmark in front of the display filter: filled while what is written is a saved filter; its menu has all of them.
class FilterBookmarks : public QToolButton
{
    Q_OBJECT

public:
    explicit FilterBookmarks(FilterKeeper &keeper, QWidget *parent = nullptr);

    /// What is written now, and whether it is a filter, which alone can be saved.
    void setExpression(const QString &expression, bool isFilter);

signals:
    void chosen(const QString &expression);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void showState();

    FilterKeeper &m_keeper;
    QString m_expression;
    bool m_isFilter = false;
};

} // namespace vethscope
