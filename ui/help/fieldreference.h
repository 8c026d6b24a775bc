#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace vethscope {

class FieldTable;
class Registry;

/// The field reference: every name that filters and columns know, found by its name, its meaning, its protocol or one of its values. Enter begins a filter.
class FieldReference : public QDialog
{
    Q_OBJECT

public:
    explicit FieldReference(const Registry &registry, QWidget *parent = nullptr);

signals:
    void filterRequested(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &words);
    void retranslate();

    FieldTable *m_fields;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QTableView *m_view;
    QLabel *m_count;
};

} // namespace vethscope
